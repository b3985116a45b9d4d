"""Now and then, side by side: each benefit, what it comes to, and why it is otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.doors.frontdoor.interview.everything import MONTHS, WEEKS
from moothall.doors.frontdoor.interview.people import ROLE
from moothall.doors.frontdoor.interview.results import MAY_ASK, NOT_ENTITLED
from moothall.doors.frontdoor.interview.what_if.side import Side
from moothall.doors.frontdoor.interview.what_if.told import Told, told_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.formats import in_words
from moothall.engines.facts import write_answer
from moothall.engines.facts.writing import write_money
from moothall.engines.rules import NotCovered, Settled
from moothall.engines.rules.differences import difference

# Answers that are no amount and nothing to compare.
NO_LINE = (False, NOT_ENTITLED, MAY_ASK)


@dataclass(frozen=True)
class Compared:
    """One line of the table. `why` and the trees are for a benefit; `differs` is whether anything changed."""

    name: str
    now: str
    then: str
    difference: str
    differs: bool = False
    why: Told | None = None
    now_tree: dict | None = None
    then_tree: dict | None = None


def compared(now: Side, then: Side) -> list[Compared]:
    """A line for each benefit that comes to something on a side, and what is left of pay and pensions."""
    lines = [_benefit(goal, now, then) for goal in then.goals]
    income = then.plan["income"]
    if now.income is not None and then.income is not None:
        lines.append(_line(t("frontdoor.what_if.income"), income, now, then, now.income, then.income))
    return [line for line in lines if line is not None]


def totals(now: Side, then: Side) -> Iterator[Compared]:
    """All benefits together, and with what is left of pay and pensions, a month and a week."""
    periods = ((MONTHS, "month"), (WEEKS, "week"))
    for periods_a_year, name in periods:
        yield _sum(t(f"frontdoor.what_if.benefits_{name}"), now.benefits, then.benefits, periods_a_year)
    if now.income is not None and then.income is not None:
        for periods_a_year, name in periods:
            before, after = now.benefits + now.income, then.benefits + then.income
            yield _sum(t(f"frontdoor.what_if.together_{name}"), before, after, periods_a_year)


def changes_told(now: Side, then: Side) -> Iterator[str]:
    """What is otherwise in the copy, in words: answers, people, and whose rates count."""
    vocabulary, language = then.definition.vocabulary, current_language()
    before = {("household", fact): value for fact, value in now.known.household.items()}
    after = {("household", fact): value for fact, value in then.known.household.items()}
    for side, facts in ((now, before), (then, after)):
        facts |= {
            (person.id, fact): value for person in side.known.people() for fact, value in person.facts.items()
        }
    here = {person.id for person in now.known.people()}
    for person in then.known.people():
        if person.id not in here:
            yield t(f"frontdoor.what_if.arrived.{person.facts[ROLE]}")
    for (whom, name), value in after.items():
        if (whom, name) in before and before[whom, name] != value:
            fact = vocabulary[name]
            label, who = fact.words(language).label, then.names.get(whom)
            yield t(
                "frontdoor.what_if.changed",
                what=t("frontdoor.check.of", who=who, label=label) if who else label,
                now=write_answer(fact, before[whom, name], language),
                then=write_answer(fact, value, language),
            )
    if now.day != then.day:
        yield t("frontdoor.what_if.rates_of", date=in_words(then.day))
        if {person.id for person in then.known.people()} < here:
            yield t("frontdoor.what_if.not_born")


def _benefit(goal: str, now: Side, then: Side) -> Compared | None:
    row = then.rows[goal]
    name = in_language_of(
        row.get("name") or then.definition.words_of(str(row["of"]))["name"], current_language()
    )
    before, after = now.amounts[goal], then.amounts[goal]
    if before == after == 0 or (before is after is None and _says_nothing(goal, now, then)):
        return None
    return _line(name, goal, now, then, before, after)


def _line(
    name: str, goal: str, now: Side, then: Side, before: float | None, after: float | None
) -> Compared | None:
    change = difference(now.reasons(goal), then.reasons(goal))
    return Compared(
        name=name,
        now=_cell(goal, now, before),
        then=_cell(goal, then, after),
        difference="–" if before is None or after is None else _signed((after - before) / MONTHS),
        differs=change is not None,
        why=told_of(change) if change else None,
        now_tree=now.tree(goal),
        then_tree=then.tree(goal),
    )


def _says_nothing(goal: str, now: Side, then: Side) -> bool:
    """A "no" on both sides is no line of the table, nor is what can only be asked for."""
    answers = [side.outcome[goal] for side in (now, then)]
    return all(isinstance(one, Settled) and one.value in NO_LINE for one in answers)


def _cell(goal: str, side: Side, amount: float | None) -> str:
    if amount is not None:
        return write_money(amount / MONTHS, "GBP", current_language())
    answer = side.outcome[goal]
    if isinstance(answer, NotCovered):
        return t("frontdoor.what_if.not_covered")
    return side.reasons(goal).value_text


def _sum(name: str, before: float, after: float, periods: int) -> Compared:
    language = current_language()
    return Compared(
        name=name,
        now=write_money(before / periods, "GBP", language),
        then=write_money(after / periods, "GBP", language),
        difference=_signed((after - before) / periods),
    )


def _signed(pence: float) -> str:
    """An amount with its sign, and without one when it rounds to nothing."""
    text = write_money(abs(pence), "GBP", current_language())
    return text if round(abs(pence)) == 0 else f"{'+' if pence > 0 else '−'}{text}"
