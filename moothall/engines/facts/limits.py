"""The range of a believable answer, and whether a value may be a fact's value at all.

Nothing that is not a finite number of the right kind, within the vocabulary's range, reaches a rule: that is
why no rule can make a NaN. Where the vocabulary states no end, a wide one is assumed, so that the bounds stay
finite.
"""

from __future__ import annotations

from datetime import date
from math import isfinite

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import TODAY, Fact

# Ten million pounds in pence; a million of anything counted; dates a living person's papers can hold.
WIDEST = {
    "money": (0.0, 1_000_000_000.0),
    "number": (0.0, 1_000_000.0),
    "whole_number": (0.0, 1_000_000.0),
    "date": (18500101, 21991231),
}


class NotAValue(ValueError):
    """This cannot be the value of that fact."""

    def __init__(self, fact: Fact, value: object, expected: str):
        self.fact = fact
        # The value itself is personal, so the message names its type only.
        super().__init__(f"{fact.name}: a {_kind_of(value)} that is not {expected}")


def _kind_of(value: object) -> str:
    return (
        "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__
    )


def range_of(fact: Fact, today: date | None = None) -> tuple[float, float]:
    """The least and most of a money, number or date fact. "today" without a day given is the widest end."""
    least, most = WIDEST[fact.kind]
    if fact.least is not None:
        least = _end(fact.least, today, least)
    if fact.most is not None:
        most = _end(fact.most, today, most)
    return least, most


def _end(end: float | int | str, today: date | None, widest: float) -> float:
    if end != TODAY:
        return end
    return widest if today is None else dates.to_number(today)


def check_value(fact: Fact, value: object, today: date | None = None) -> None:
    """Raise `NotAValue` unless `value` is a value of `fact`: its type, finite, a real day, a known code, in
    range.
    """
    kind = fact.kind
    if kind == "yes_no":
        if not isinstance(value, bool):
            raise NotAValue(fact, value, "yes or no")
    elif kind == "choice":
        if value not in fact.codes:
            raise NotAValue(fact, value, "one of its choices")
    elif kind in WIDEST:
        _check_number(fact, value, today)
    elif not isinstance(value, str):
        raise NotAValue(fact, value, "text")


def _check_number(fact: Fact, value: object, today: date | None) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise NotAValue(fact, value, "a finite number")
    least, most = range_of(fact, today)
    if not least <= value <= most:
        raise NotAValue(fact, value, "within its range")
    if fact.kind in ("date", "whole_number") and value != int(value):
        raise NotAValue(fact, value, "whole")
    if fact.kind == "date":
        try:
            dates.to_date(value)
        except ValueError:
            raise NotAValue(fact, value, "a day of the calendar") from None
