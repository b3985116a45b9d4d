"""Dates as YYYYMMDD integers: they compare as they are, and cost nothing to hold in a column."""

from __future__ import annotations

import re
from datetime import date

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_number(day: date) -> int:
    """29 February 2024 is 20240229."""
    return day.year * 10000 + day.month * 100 + day.day


def to_date(number: int | float) -> date:
    """The date of a YYYYMMDD integer. Raises ValueError when there is no such day."""
    number = int(number)
    return date(number // 10000, number // 100 % 100, number % 100)


def from_iso(text: str) -> int:
    """The YYYYMMDD integer of `2024-02-29`. Raises ValueError when it is not such a date."""
    if not ISO.fullmatch(text):
        raise ValueError(f"{text!r} is not a date like 2026-04-01")
    return to_number(date.fromisoformat(text))


def to_iso(number: int | float) -> str:
    return to_date(number).isoformat()
