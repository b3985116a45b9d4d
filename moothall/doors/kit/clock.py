"""The two clocks of a page: the instant it is made, and the legal date it is about.

Doors read the clock once and hand `today` and `now` down; nothing below a door has a clock. Where a
demonstration fixes the legal date, instants are moved to that date too: otherwise the periods of a
case would be over before they began, or never.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from moothall.engines.deadlines.legal import day_begins, legal_date

A_DAY = timedelta(days=1)


def now() -> datetime:
    """This instant, in UTC; in a demonstration whose date is fixed, this time of that day."""
    instant, fixed = timezone.now(), _fixed()
    if fixed is None:
        return instant
    since_midnight = instant - day_begins(legal_date(instant))
    # Days on which the clocks change are an hour longer or shorter than others.
    return min(day_begins(fixed) + since_midnight, day_begins(fixed + A_DAY) - timedelta.resolution)


def today() -> date:
    """The legal date in Europe/London; in a demonstration, the date that MOOTHALL_TODAY fixes."""
    return _fixed() or legal_date(timezone.now())


def _fixed() -> date | None:
    fixed = getattr(settings, "TODAY", None)
    return date.fromisoformat(fixed) if fixed else None
