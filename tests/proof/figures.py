"""Figures: no figure of the law could be wrong by a twentieth without a worked case noticing.

Every figure of the national services is raised by a twentieth, or by one where it counts something or is
nothing, and the worked cases and the examiner's are worked out anew. What nobody notices, an officer could
mistype in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from moothall.doors.commands.households import SERVICES as FOLDER
from moothall.doors.commands.households import circumstances_of, definition_of, read_households
from moothall.doors.commands.worked_cases import answer_text
from moothall.engines.rules import RuleBook
from moothall.engines.rules.cache import Kept
from tests.proof.report import Progress, Result, Sabotage
from tests.services.examiner.cases import cases
from tests.services.examiner.households import services

NAME = "figures"
SAYS = "no figure could be a twentieth wrong without a worked case noticing"
SABOTAGE = Sabotage(
    file="services/child_benefit/rates.yaml",
    line="charge_starts_above:\n",
    replacement="charge_that_nobody_reads:\n"
    "  unit: GBP/year\n"
    '  wording: {en: "A figure that no rule reads", cy: "Ffigur nad oes rheol yn ei ddarllen"}\n'
    '  law: "none"\n'
    "  of: scalar\n"
    "  rows:\n"
    '    - {from: 2024-04-06, value: 1.00, status: published, verified: false, source: "invented"}\n\n'
    "charge_starts_above:\n",
    why="a figure that no case depends on could be anything",
)
# Worked out from a council's sheet, which has worked cases of its own, or from lists of areas.
NOT_OF_THE_LAW = ("scheme_", "allowance_", "weekly_allowance_")
# Known, and waiting for a case: by the beginning of the name. Nothing may join them unnoticed.
WAITING = (
    "added_to_an_empty_home", "age_of_school", "amount_for_a_child_in_scotland", "child_benefit_ends_at",
    "expected_in_work_in_", "expected_without_work_in_", "first_class_age", "full_time_least_age",
    "hours_when_preparing", "last_age_of_school", "last_class_age",
    "last_primary_age", "limit_for_single_people_e_to_h", "living_wage_from_age", "most_bedrooms_",
    "pregnancy_is_asked_below_age", "rooms_of_a_family_home",
)  # fmt: skip


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result, prepared = Result(), {service: list(_cases(service)) for service in services()}
    for name, where, mutant in _mutants():
        result.count("figures")
        noticed = any(_notices(service, name, mutant, prepared[service]) for service in _users(name))
        if noticed or name.startswith(WAITING):
            result.count("noticed" if noticed else "waiting for a case")
        else:
            result.failures.append(f"{mutant.file}: no worked case notices another figure of {name}, {where}")
        if result.counts["figures"] % 100 == 0:
            progress(f"{result.counts['figures']} figures")
    return result


def _cases(service: str) -> Iterator[tuple]:
    """Each worked case of the service, its own and the examiner's, with what is known in it."""
    files = sorted((FOLDER / service / "examples").glob("*.yaml"))
    own = [case for file in files for case in read_households(file)[1]]
    theirs = [case for of, case in cases() if of == service]
    for case in [*own, *theirs]:
        yield case, circumstances_of(case, definition_of(service).vocabulary, on=case.on)


def _rates() -> dict[str, object]:
    found = {}
    for service in services():
        found |= definition_of(service).rule_book.rates
    return {name: rate for name, rate in found.items() if not name.startswith(NOT_OF_THE_LAW)}


def _users(name: str) -> list[str]:
    """The services whose rules read the rate, the one that owns it first."""
    users = [service for service in services() if name in definition_of(service).rule_book.rates]
    return sorted(users, key=lambda service: not _owns(service, name))


def _owns(service: str, name: str) -> bool:
    return definition_of(service).rule_book.rates[name].file.startswith(f"{service}/")


def _mutants() -> Iterator[tuple[str, str, object]]:
    """Every rate with one of its figures changed: its name, which figure, and the changed rate."""
    for name, rate in sorted(_rates().items()):
        for at, row in enumerate(rate.rows):
            rows = list(rate.rows)
            if isinstance(row.figure, float) and rate.unit != "date":
                rows[at] = row._replace(figure=_changed(rate.unit, row.figure))
                yield name, str(row.start), rate._replace(rows=tuple(rows))
            for place, band in enumerate(row.bands):
                bands = list(row.bands)
                bands[place] = band._replace(figure=_changed(rate.unit, band.figure))
                rows[at] = row._replace(bands=tuple(bands))
                yield name, f"{row.start}, band {place + 1}", rate._replace(rows=tuple(rows))


def _changed(unit: str, figure: float) -> float:
    # A twentieth of nothing is nothing, which nobody could notice.
    return figure + 1 if unit == "number" or figure == 0 else figure * 1.05


def _notices(service: str, name: str, mutant: object, prepared: list[tuple]) -> bool:
    """Whether some case of the service has another answer than it expects, or none, with this rate."""
    definition = definition_of(service)
    book = definition.rule_book
    rates = book.rates | {name: mutant}
    kept = Kept(book.versions, rates, book.wordings, book.text, book.numbers.literals, book.code)
    changed = RuleBook(book.versions, rates, definition.vocabulary, book.wordings, kept)
    for case, known in prepared:
        try:
            outcome = changed.on(case.on).work_out(list(case.expect), known)
        except (LookupError, ArithmeticError):
            return True
        if any(answer_text(outcome, goal) != str(told) for goal, told in case.expect.items()):
            return True
    return False
