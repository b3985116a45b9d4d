"""A clock that law lets stop while somebody else's answer is awaited. It counts dates, never 24 hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from moothall.engines.deadlines.calendar import Calendar
from moothall.engines.deadlines.errors import ClockOutOfOrder

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stop:
    """The clock stood still from `on`, which does not count, until `until`, which counts again."""

    on: date
    until: date | None = None


@dataclass(frozen=True)
class Clock:
    """Counts the days after `started`, leaving out every day on which it stood still.

    With a calendar it counts working days only. A stop and a start on the same date leave nothing out.
    """

    started: date
    stops: tuple[Stop, ...] = ()

    @property
    def is_stopped(self) -> bool:
        return bool(self.stops) and self.stops[-1].until is None

    def stop(self, on: date) -> Clock:
        """Stop it: `on` and the days after it do not count. Raises ClockOutOfOrder."""
        if self.is_stopped:
            raise ClockOutOfOrder(f"the clock has stood still since {self.stops[-1].on}")
        last = self.stops[-1].until if self.stops else self.started
        if last is not None and on < last:
            raise ClockOutOfOrder(f"the clock was last moved on {last}, which is after {on}")
        return replace(self, stops=(*self.stops, Stop(on)))

    def start_again(self, on: date) -> Clock:
        """Let it run: `on` counts again. Raises ClockOutOfOrder."""
        if not self.is_stopped:
            raise ClockOutOfOrder("the clock is running")
        stop = self.stops[-1]
        if on < stop.on:
            raise ClockOutOfOrder(f"the clock was stopped on {stop.on}, which is after {on}")
        return replace(self, stops=(*self.stops[:-1], replace(stop, until=on)))

    def counts(self, day: date, calendar: Calendar | None = None) -> bool:
        """Whether `day` is one of the days that this clock counts."""
        stopped = any(stop.on <= day and (stop.until is None or day < stop.until) for stop in self.stops)
        return day > self.started and not stopped and (calendar is None or calendar.is_working_day(day))

    def days_elapsed(self, today: date, calendar: Calendar | None = None) -> int:
        """How many days have counted, up to and with `today`."""
        days = (today - self.started).days
        return sum(self.counts(self.started + _DAY * ahead, calendar) for ahead in range(1, days + 1))

    def last_day(self, limit: int, calendar: Calendar | None = None) -> date | None:
        """The day on which the `limit`-th day counts; None while it stands still before then.

        Raises ValueError for a limit below 1, CalendarRunsOut when the calendar ends first.
        """
        if limit < 1:
            raise ValueError(f"a limit is at least one day, not {limit}")
        day, left = self.started, limit
        while left:
            day += _DAY
            if self.is_stopped and day >= self.stops[-1].on:
                return None
            left -= self.counts(day, calendar)
        return day
