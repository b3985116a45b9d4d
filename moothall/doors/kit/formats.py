"""Dates and money as people write them, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from moothall.doors.kit.languages import current_language

LONDON = ZoneInfo("Europe/London")
MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "cy": (
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ),
}


def in_words(when: date | datetime, *, time: bool = False, language: str | None = None) -> str:
    """`12 March 2026`. An instant is shown as its date in London; `time` adds the hour, 24-hour clock."""
    if isinstance(when, datetime):
        when = when.astimezone(LONDON)
    words = f"{when.day} {MONTHS[language or current_language()][when.month - 1]} {when.year}"
    return f"{words}, {when:%H:%M}" if time and isinstance(when, datetime) else words


def money(pence: float) -> str:
    """Pence as pounds: £1,234.50, and £20 when there are no odd pence."""
    whole = int(Decimal(pence).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    pounds, odd = divmod(abs(whole), 100)
    sign = "−" if whole < 0 else ""
    return f"{sign}£{pounds:,}" if odd == 0 else f"{sign}£{pounds:,}.{odd:02d}"
