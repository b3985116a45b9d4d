"""The repository's own calendars, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from moothall.engines.deadlines import Calendar, read_calendars

FOLDER = Path(__file__).parents[4] / "services" / "calendar"


@cache
def our_calendars() -> dict[str, Calendar]:
    return read_calendars({file.name: file.read_bytes() for file in sorted(FOLDER.glob("*.yaml"))})
