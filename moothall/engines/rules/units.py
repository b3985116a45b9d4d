"""Units and their sums: a week is never added to a month, and money is never multiplied by money.

A unit is a word: GBP, GBP/week, GBP/month, GBP/year, number, yes_no, date, choice:<fact>. `ZERO` is the
literal 0, which fits any number or money; `UNKNOWN` stands where a fault was already reported, and fits all.
"""

from __future__ import annotations

from moothall.engines.facts.vocabulary import Fact

MONEY = ("GBP", "GBP/week", "GBP/month", "GBP/year")
ZERO = "zero"
UNKNOWN = "unknown"
PER_YEAR = {"GBP/year": 1, "GBP/month": 12, "GBP/week": 52}
CONVERSIONS = {"weekly": "GBP/week", "monthly": "GBP/month", "yearly": "GBP/year"}
UNIT_WORDS = {"number": "a plain number", "yes_no": "yes or no", "date": "a date", ZERO: "0"}


class Mismatch(ValueError):
    """Two units that do not go together, and what to write instead."""

    def __init__(self, message: str, instead: str | None = None):
        self.message, self.instead = message, instead
        super().__init__(message)


def unit_of_fact(fact: Fact) -> str | None:
    """The unit in which a rule sees a fact; None for text, which no rule may read."""
    if fact.kind == "money":
        return fact.unit
    if fact.kind in ("number", "whole_number"):
        return "number"
    if fact.kind == "choice":
        return f"choice:{fact.name}"
    return fact.kind if fact.kind in ("yes_no", "date") else None


def is_money(unit: str) -> bool:
    return unit in MONEY


def is_amount(unit: str) -> bool:
    """Something that can be added up: money, a number, 0."""
    return unit in MONEY or unit in ("number", ZERO, UNKNOWN)


def in_words(unit: str) -> str:
    if unit.startswith("choice:"):
        return f"a choice of {unit[7:]}"
    return UNIT_WORDS.get(unit, unit)


def same(doing: str, first: str, second: str) -> str:
    """The common unit of two things that are added, compared or chosen between. Raises `Mismatch`."""
    if first == second or second == UNKNOWN:
        return first
    if first == UNKNOWN:
        return second
    if ZERO in (first, second):
        other = second if first == ZERO else first
        if is_amount(other):
            return other
    raise Mismatch(f"{doing}: {in_words(first)} with {in_words(second)}", _instead(first, second))


def _instead(first: str, second: str) -> str | None:
    both = (first, second)
    if first in PER_YEAR and second in PER_YEAR:
        return "weekly(...), monthly(...) or yearly(...)"
    if "GBP" in both and (first in PER_YEAR or second in PER_YEAR):
        return "an amount a week and a sum of money are different things: name which one is meant"
    if (is_money(first) or is_money(second)) and "number" in both:
        return "put the amount in rates.yaml, where it gets a unit, a date and a source"
    if "yes_no" in both:
        return "x if yes_or_no else 0"
    return None


def multiply(first: str, second: str) -> str:
    for unit in (first, second):
        _amount("multiplying", unit)
    if is_money(first) and is_money(second):
        raise Mismatch(
            f"multiplying: {in_words(first)} with {in_words(second)}", "money times a plain number"
        )
    if is_money(first) or is_money(second):
        return first if is_money(first) else second
    return UNKNOWN if UNKNOWN in (first, second) else "number"


def divide(first: str, second: str) -> str:
    for unit in (first, second):
        _amount("dividing", unit)
    if is_money(second):
        if first in (ZERO, UNKNOWN):
            return "number"
        if first != second:
            raise Mismatch(f"dividing: {in_words(first)} by {in_words(second)}", _instead(first, second))
        return "number"
    return "number" if first == ZERO else first


def _amount(doing: str, unit: str) -> None:
    if not is_amount(unit):
        raise Mismatch(f"{doing}: {in_words(unit)} is not an amount", "money or a plain number")
