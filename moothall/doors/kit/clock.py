"""The two clocks of a page: the instant it is made, and the legal date it is about.

Doors read the clock once and hand `today` and `now` down; nothing below a door has a clock.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from moothall.engines.deadlines.legal import legal_date


def now() -> datetime:
    """This instant, in UTC."""
    return timezone.now()


def today() -> date:
    """The legal date in Europe/London; in a demonstration, the date that MOOTHALL_TODAY fixes."""
    fixed = getattr(settings, "TODAY", None)
    return date.fromisoformat(fixed) if fixed else legal_date(now())
