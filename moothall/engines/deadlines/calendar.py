"""Working days, by nation: Monday to Friday without that nation's bank holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.engines.deadlines.errors import CalendarRunsOut

_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The bank holidays of one nation between two dates, both of them included.

    Outside those dates every question raises CalendarRunsOut: an empty year would look like a year without
    Christmas, and a deadline would be wrong without anyone noticing.
    """

    nation: str
    bank_holidays: Mapping[date, str]
    first_day: date
    last_day: date

    def is_working_day(self, day: date) -> bool:
        """Whether people are at work on `day`. Raises CalendarRunsOut."""
        if not self.first_day <= day <= self.last_day:
            raise CalendarRunsOut(
                f"the {self.nation} calendar knows {self.first_day} to {self.last_day}, not {day}"
            )
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def working_day_on_or_after(self, day: date) -> date:
        """`day` itself when it is a working day, otherwise the next one."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def add_working_days(self, start: date, days: int) -> date:
        """The `days`-th working day after `start` (before it, when negative); `start` is not counted.

        `start` need not be a working day: one working day after a Saturday is Monday. 0 days is `start`.
        """
        step = _DAY if days > 0 else -_DAY
        self.is_working_day(start)
        day, left = start, abs(days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_beginning_with(self, start: date, days: int) -> date:
        """Last day of a period of `days` working days beginning with `start`, which counts if it is one."""
        if days < 1:
            raise ValueError(f"a period has at least one day, not {days}")
        return self.add_working_days(start - _DAY, days)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and with `end`; 0 when `end` is not later."""
        self.is_working_day(start)
        count, day = 0, start
        while day < end:
            day += _DAY
            count += self.is_working_day(day)
        return count
