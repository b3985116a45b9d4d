"""Whose rates: today's, or those on the last day of an earlier tax year that can be worked out.

A year to come is never offered: its figures are not made yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from moothall.doors.kit import t
from moothall.doors.kit.formats import in_words
from moothall.engines.facts import Faults
from moothall.ground.catalogue.definition import Definition

# Income Tax Act 2007 s.4: a tax year begins on 6 April.
BEGINS = (4, 6)
MOST_YEARS_BACK = 2


@dataclass(frozen=True)
class TaxYear:
    """`day` is the day whose rules count; None is today."""

    key: str
    label: str
    day: date | None


def years_of(definition: Definition, *, today: date) -> tuple[TaxYear, ...]:
    """This tax year, and each before it for which there is a figure wherever a rule may read one."""
    found = [_year(today, day=None)]
    day = today
    for _ in range(MOST_YEARS_BACK):
        day = _first_day(day) - timedelta(days=1)
        if not _can_be_worked_out(definition, day):
            break
        found.append(_year(day, day=day))
    return tuple(found)


def _first_day(day: date) -> date:
    begins = date(day.year, *BEGINS)
    return begins if day >= begins else date(day.year - 1, *BEGINS)


def _can_be_worked_out(definition: Definition, day: date) -> bool:
    try:
        definition.rules_on(day)
    except Faults:
        return False
    return True


def _year(within: date, *, day: date | None) -> TaxYear:
    first = _first_day(within)
    key = f"{first.year}-{(first.year + 1) % 100:02d}"
    if day is None:
        return TaxYear(key, t("frontdoor.what_if.this_year", year=key), None)
    return TaxYear(key, t("frontdoor.what_if.other_year", year=key, date=in_words(day)), day)
