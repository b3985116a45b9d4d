"""Periods of time in a process, and the dates that they end on.

A period is written as an ISO 8601 duration of whole years, months, weeks or days. Times of day are refused:
law counts dates. Our own attributes say what a duration cannot: working days, whether the first day counts,
and from which date of the case it runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from moothall.engines.deadlines import (
    Calendar,
    add_days,
    days_after,
    days_beginning_with,
    months_after,
    months_beginning_with,
)
from moothall.engines.process.errors import ProcessError

_DURATION = re.compile(
    r"P(?:(?P<weeks>[0-9]{1,4})W|(?:(?P<years>[0-9]{1,3})Y)?(?:(?P<months>[0-9]{1,4})M)?(?:(?P<days>[0-9]{1,4})D)?)"
)

WHEN_OPENED = "opened"


class BadPeriod(ProcessError):
    """A period is not one that law could count. The message says what to write instead."""


class DateMissing(ProcessError):
    """A period runs from a date of the case that the caller did not give."""


@dataclass(frozen=True)
class Basis:
    """Why a period or a step is so: the words of the law's place, and how sure we are of it.

    `set_by` is "law" or "council"; `verified` says whether somebody compared it with `source`.
    """

    text: str
    set_by: str
    verified: bool
    source: str


@dataclass(frozen=True)
class DueRule:
    """A period: months (a year is twelve) or days, of which kind, counted how, and from which date."""

    months: int
    days: int
    working: bool = False
    beginning_with: bool = False
    starts_from: str = WHEN_OPENED
    basis: Basis | None = None


@dataclass(frozen=True)
class Due:
    """`last_day` is the last date on which it is in time. A timer fires when `over_on` begins."""

    last_day: date
    over_on: date


def read_period(text: str) -> tuple[int, int]:
    """Months and days of an ISO 8601 duration. Raises BadPeriod, saying what to write."""
    match = _DURATION.fullmatch(text.strip())
    if not match:
        raise BadPeriod(
            f'"{text.strip()[:40]}" is no period of whole days, weeks, months or years; write P14D or P2M'
        )
    number = {unit: int(found or 0) for unit, found in match.groupdict().items()}
    months = number["years"] * 12 + number["months"]
    days = number["weeks"] * 7 + number["days"]
    if months and days:
        raise BadPeriod(
            f'"{text.strip()}" mixes months and days, which are counted differently; write one of them'
        )
    if not months and not days:
        raise BadPeriod(f'"{text.strip()}" is no time at all; write at least P1D')
    return months, days


def due_date(rule: DueRule, *, dates: Mapping[str, date], calendar: Calendar) -> Due:
    """When a period ends, given the legal dates of the case by name.

    `dates` always has "opened", the legal date on which the task or timer was set; a rule that runs from
    another date ("complete", say) needs that one too. Raises DateMissing, or CalendarRunsOut for working
    days that the calendar does not know.
    """
    if rule.starts_from not in dates:
        raise DateMissing(f'the period runs from "{rule.starts_from}", and the case has no such date')
    last = _last_day(rule, dates[rule.starts_from], calendar)
    return Due(last_day=last, over_on=add_days(last, 1))


def _last_day(rule: DueRule, start: date, calendar: Calendar) -> date:
    if rule.months:
        count = months_beginning_with if rule.beginning_with else months_after
        return count(start, rule.months)
    if rule.working and rule.beginning_with:
        return calendar.working_days_beginning_with(start, rule.days)
    if rule.working:
        return calendar.add_working_days(start, rule.days)
    count = days_beginning_with if rule.beginning_with else days_after
    return count(start, rule.days)
