"""Runs the worked cases of a service: facts in, answers and sentences out, as each expects them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from moothall.doors.commands.households import (
    Household,
    NotAHouseholdFile,
    circumstances_of,
    read_households,
)
from moothall.engines.facts import Fault, NotCircumstances
from moothall.engines.rules import Outcome, Reason, Settled
from moothall.ground.catalogue.definition import Definition


def worked_cases(
    definition: Definition, services: Path, *, folder: Path | None = None
) -> tuple[int, list[Fault]]:
    """How many worked cases there are, and what the rules say differently. To have none is a finding.

    They are those of the shared definition, or those of an organisation's own scheme in `folder`.
    """
    count, faults = 0, []
    for path in sorted((folder or services / definition.key / "examples").glob("*.yaml")):
        where = path.relative_to(services).as_posix()
        try:
            _, households = read_households(path)
        except NotAHouseholdFile as wrong:
            faults.append(Fault(where, 1, str(wrong)))
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for household in households:
            count += 1
            faults += (
                Fault(where, _line(lines, household), what) for what in wrong_in(household, definition)
            )
    if not count and not faults:
        faults.append(
            Fault(
                f"{definition.key}/examples",
                1,
                "there is no worked case",
                "facts in, answers and reasons out",
            )
        )
    return count, faults


def _line(lines: list[str], household: Household) -> int:
    return next((number for number, line in enumerate(lines, 1) if household.name in line), 1)


def wrong_in(household: Household, definition: Definition) -> list[str]:
    """What the rules answer otherwise than a worked case expects, in words; empty when they agree."""
    if household.on is None or not household.source or not household.expect:
        return [f"{household.name}: it lacks its day, its source or what is expected"]
    try:
        circumstances = circumstances_of(household, definition.vocabulary, on=household.on)
        outcome = definition.rules_on(household.on).work_out(list(household.expect), circumstances)
    except (NotCircumstances, LookupError, ValueError) as wrong:
        return [f"{household.name}: {wrong}"]
    found = {goal: answer_text(outcome, goal) for goal in household.expect}
    wrong = [
        f"{household.name}: {goal} is {found[goal]}, expected {expected}"
        for goal, expected in household.expect.items()
        if found[goal] != str(expected)
    ]
    said = set(sentences(outcome, household.expect))
    return wrong + [f"{household.name}: it does not say '{one}'" for one in household.says if one not in said]


def answer_text(outcome: Outcome, goal: str) -> str:
    """An answer as worked cases write it: pounds with two places, yes or no, not_covered, what is needed."""
    answer = outcome[goal]
    if not isinstance(answer, Settled):
        return "not_covered" if answer.is_settled else f"not known without {answer.fact}"
    if isinstance(answer.value, bool):
        return "yes" if answer.value else "no"
    return f"{answer.value / 100:.2f}" if answer.unit.startswith("GBP") else str(answer.value)


def sentences(outcome: Outcome, goals: Iterable[str]) -> Iterator[str]:
    """Every sentence in the reasons of these goals, also of what came to nothing."""
    for goal in goals:
        if outcome[goal].is_settled:
            yield from _sentences(outcome.reasons(goal))


def _sentences(reason: Reason) -> Iterator[str]:
    if reason.sentence:
        yield reason.sentence
    for child in [*reason.children, *reason.left_out]:
        yield from _sentences(child)
