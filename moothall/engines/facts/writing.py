"""A value in words that a person reads, in English or Welsh."""

from __future__ import annotations

from moothall.engines.facts import dates
from moothall.engines.facts.circumstances import from_plain
from moothall.engines.facts.vocabulary import Fact, UnknownFact, Vocabulary

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    "cy": (
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
        "Tachwedd", "Rhagfyr",
    ),
}  # fmt: skip
PERIODS = {
    "en": {"GBP": "", "GBP/week": " a week", "GBP/month": " a month", "GBP/year": " a year"},
    "cy": {"GBP": "", "GBP/week": " yr wythnos", "GBP/month": " y mis", "GBP/year": " y flwyddyn"},
}
YES_NO = {"en": ("No", "Yes"), "cy": ("Nage", "Ie")}


def write_answer(fact: Fact, value: float | int | bool | str, language: str = "en") -> str:
    """The value as a person reads it: £1,234.50 a month; 3 May 1950; Yes; a choice's label."""
    if fact.kind == "money":
        return write_money(value, fact.unit, language)
    if fact.kind == "yes_no":
        return write_yes_no(value, language)
    if fact.kind == "choice":
        return fact.choice(value).label(language)
    if fact.kind == "date":
        return write_date(value, language)
    if fact.kind in ("number", "whole_number"):
        return write_number(value)
    return str(value)


def write_plain(vocabulary: Vocabulary, name: str, plain: object, language: str = "en") -> str:
    """A kept value of a fact in words. One that the vocabulary no longer knows is shown as it is kept."""
    try:
        fact = vocabulary[name]
        return write_answer(fact, from_plain(fact, plain), language)
    except (UnknownFact, KeyError, ValueError, TypeError, ArithmeticError):
        return str(plain)


def write_money(pence: float, unit: str | None = "GBP", language: str = "en") -> str:
    """£16,000 and £75.50, with the period that the unit says. Pence are rounded half up for showing only."""
    whole = int(abs(pence) + 0.5 + 1e-7)
    pounds, rest = divmod(whole, 100)
    minus = "-" if pence < 0 and whole else ""
    return f"{minus}£{pounds:,}" + (f".{rest:02d}" if rest else "") + PERIODS[language][unit or "GBP"]


def write_date(number: int | float, language: str = "en") -> str:
    day = dates.to_date(number)
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def write_number(number: float) -> str:
    """Up to four places, without trailing noughts."""
    text = f"{number:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def write_yes_no(value: bool, language: str = "en") -> str:
    return YES_NO[language][bool(value)]
