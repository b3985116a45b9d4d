"""From instants to legal dates: the civil date in the United Kingdom, across both changes of the clocks.

The rule is computed, not looked up: Summer Time Act 1972 ss.1 and 3, as amended by SI 2002/262, one hour
ahead of Greenwich from 1 a.m. GMT on the last Sunday of March until 1 a.m. GMT on the last Sunday of
October. So the answer does not depend on which time-zone files a machine happens to have; a test compares
with those files.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

FIRST_YEAR = 1998
_HOUR = timedelta(hours=1)
_SUNDAY = 6


def legal_date(instant: datetime) -> date:
    """The civil date in Europe/London at `instant`, which must carry its time zone.

    Raises ValueError for a naive instant and for one before 1998, when other dates for the change applied.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone has no legal date")
    moment = instant.astimezone(UTC)
    return (moment + (_HOUR if _is_summer_time(moment) else timedelta())).date()


def day_begins(day: date) -> datetime:
    """The instant, in UTC, at which the legal date `day` begins: its midnight in London."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    # The clocks change at 1 a.m. GMT, never at midnight, so the state at midnight is that of the hour before.
    return midnight - _HOUR if _is_summer_time(midnight - _HOUR) else midnight


def _is_summer_time(moment: datetime) -> bool:
    if moment.year < FIRST_YEAR - 1:
        raise ValueError(f"legal dates are known from {FIRST_YEAR}, not for {moment.year}")
    return _change(moment.year, 3) <= moment < _change(moment.year, 10)


def _change(year: int, month: int) -> datetime:
    """1 a.m. GMT on the last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() - _SUNDAY) % 7)
    return datetime(sunday.year, sunday.month, sunday.day, 1, tzinfo=UTC)
