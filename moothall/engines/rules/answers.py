"""What working out a rule can give: a settled value, "not covered" with its sentence, or the fact needed
next.
"""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.facts.writing import write_date, write_money, write_number, write_yes_no


@dataclass(frozen=True)
class Settled:
    """A value: pence, a number, yes/no, YYYYMMDD or a choice's code. `forecasts` names the forecast rates it
    read.
    """

    value: float | int | bool | str
    unit: str
    forecasts: tuple[str, ...] = ()

    is_settled = True


@dataclass(frozen=True)
class NotCovered:
    """An answer, never 0: the rule that says so, and its sentence in words."""

    sentence: str
    rule: str
    law: str

    is_settled = True


@dataclass(frozen=True)
class Needs:
    """The fact that is needed next, and about whom. `fact` is "people" when it is who lives there."""

    fact: str
    entity: str
    entity_id: str

    is_settled = False


Answer = Settled | NotCovered | Needs


def show(value: object, unit: str, language: str, vocabulary) -> str:
    """A rule's value in words: £12.34 a week, 3 May 1950, Yes, a choice's label."""
    if unit == "date":
        return write_date(value, language)
    if unit == "yes_no":
        return write_yes_no(value, language)
    if unit.startswith("choice:"):
        return vocabulary[unit[7:]].choice(value).label(language)
    if unit.startswith("GBP"):
        return write_money(float(value), unit, language)
    return write_number(float(value))
