"""The functions of the rule language, once in doubles and once in exact rationals.

The shared rounding: floor(x / step + 0.5 + 1e-7) in doubles. Without the nudge a product like 0.65 * 12,345
pence lands just under a half and loses a penny; with it, 0 of 400,000 amounts were wrong against exact
arithmetic. The rationals need no nudge and have none: they are the oracle.

Stated values are finite and nothing is divided by what could be 0. A product of many numbers can still
outgrow a double; the endless value is passed on, and `Outcome` refuses to give it as an answer.
"""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date
from fractions import Fraction

from moothall.engines.facts import dates

NUDGE = 1e-7
MOST_MONTHS = 1200
ONE = Fraction(1)


def floor(x: float, step: float = 1.0) -> float:
    if not math.isfinite(x):
        return x
    return (math.floor(x / step + NUDGE) + 0.0) * step


def ceil(x: float, step: float = 1.0) -> float:
    if not math.isfinite(x):
        return x
    return (math.ceil(x / step - NUDGE) + 0.0) * step


def round_half_up(x: float, step: float = 1.0) -> float:
    if not math.isfinite(x):
        return x
    return (math.floor(x / step + 0.5 + NUDGE) + 0.0) * step


def exact_floor(x: Fraction, step: Fraction = ONE) -> Fraction:
    return Fraction(math.floor(Fraction(x) / step)) * step


def exact_ceil(x: Fraction, step: Fraction = ONE) -> Fraction:
    return Fraction(math.ceil(Fraction(x) / step)) * step


def exact_round_half_up(x: Fraction, step: Fraction = ONE) -> Fraction:
    return Fraction(math.floor(Fraction(x) / step + Fraction(1, 2))) * step


def least(*values: float) -> float:
    """One comparison at a time, so that every reading keeps the same one of two equals."""
    found = values[0]
    for value in values[1:]:
        if value < found:
            found = value
    return found


def most(*values: float) -> float:
    found = values[0]
    for value in values[1:]:
        if value > found:
            found = value
    return found


def years_between(first: int, second: int) -> float:
    """Whole years from first to second. A birthday on 29 February counts on 1 March by itself."""
    return float((int(second) - int(first)) // 10000)


def days_between(first: int, second: int) -> float:
    return float(dates.to_date(second).toordinal() - dates.to_date(first).toordinal())


def add_months(day: int, months: float) -> int:
    """The same day of the month, or its last day: 31 January and one month is 28 February.

    Only whole months count, and at most 1,200 either way, so that every day stays in the calendar.
    """
    start = dates.to_date(day)
    whole = math.floor(max(-MOST_MONTHS, min(MOST_MONTHS, months)) + NUDGE)
    month = start.month - 1 + whole
    year, month = start.year + month // 12, month % 12 + 1
    return year * 10000 + month * 100 + min(start.day, monthrange(year, month)[1])


def days_in_financial_year(day: int) -> float:
    """365 or 366: the days from 1 April to 31 March around that day."""
    on = dates.to_date(day)
    year = on.year if on.month >= 4 else on.year - 1
    return float((date(year + 1, 4, 1) - date(year, 4, 1)).days)


FLOATS = {
    "floor": floor, "ceil": ceil, "round_down": floor, "round_up": ceil, "round_half_up": round_half_up,
    "min": least, "max": most, "years_between": years_between, "days_between": days_between,
    "add_months": add_months, "days_in_financial_year": days_in_financial_year,
}  # fmt: skip
EXACT = FLOATS | {
    "floor": exact_floor, "ceil": exact_ceil, "round_down": exact_floor, "round_up": exact_ceil,
    "round_half_up": exact_round_half_up,
    "years_between": lambda first, second: Fraction(years_between(first, second)),
    "days_between": lambda first, second: Fraction(days_between(first, second)),
    "days_in_financial_year": lambda day: Fraction(days_in_financial_year(day)),
}  # fmt: skip
