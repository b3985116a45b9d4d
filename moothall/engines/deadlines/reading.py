"""Reads calendars from their YAML: dated facts, each file with the source that it was taken from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import yaml

from moothall.engines.deadlines.calendar import Calendar
from moothall.engines.deadlines.errors import BadCalendar

LARGEST_BYTES = 100_000


# Safe like safe_load, and ten times as fast where libyaml is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_calendars(texts: Mapping[str, bytes]) -> dict[str, Calendar]:
    """Calendars by nation from `{file name: text}`. Raises BadCalendar that names every problem."""
    problems: list[str] = []
    calendars: dict[str, Calendar] = {}
    for file in sorted(texts):
        calendar = _read_one(file, texts[file], problems)
        if calendar is None:
            continue
        if calendar.nation in calendars:
            problems.append(f"{file}: a second calendar for {calendar.nation}")
        calendars[calendar.nation] = calendar
    if problems:
        raise BadCalendar(problems)
    return calendars


def _read_one(file: str, text: bytes, problems: list[str]) -> Calendar | None:
    before = len(problems)
    found = _load(file, text, problems)
    if found is None:
        return None
    for key in ("nation", "source"):
        if not isinstance(found.get(key), str) or not found[key].strip():
            problems.append(f"{file}: expected `{key}:` with a text")
    covers = found.get("covers")
    if not isinstance(covers, dict) or not all(
        type(covers.get(end)) is date for end in ("first_day", "last_day")
    ):
        problems.append(f"{file}: expected `covers:` with `first_day` and `last_day`, both dates")
        return None
    first, last = covers["first_day"], covers["last_day"]
    holidays = _holidays(file, found.get("bank_holidays"), first, last, problems)
    if len(problems) > before:
        return None
    return Calendar(
        nation=found["nation"],
        bank_holidays=MappingProxyType(holidays),
        first_day=first,
        last_day=last,
    )


def _load(file: str, text: bytes, problems: list[str]) -> dict[str, Any] | None:
    if len(text) > LARGEST_BYTES:
        problems.append(f"{file}: {len(text)} bytes; at most {LARGEST_BYTES} are read")
        return None
    try:
        found = yaml.load(text, Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        problems.append(f"{file}: {error}")
        return None
    if not isinstance(found, dict):
        problems.append(f"{file}: expected nation, source, covers and bank_holidays")
        return None
    return found


def _holidays(file: str, rows: object, first: date, last: date, problems: list[str]) -> dict[date, str]:
    holidays: dict[date, str] = {}
    if not isinstance(rows, list):
        problems.append(f"{file}: expected `bank_holidays:` with a list of `{{date: ..., name: text}}`")
        return holidays
    for place, row in enumerate(rows, start=1):
        on, name = (row.get("date"), row.get("name")) if isinstance(row, dict) else (None, None)
        if type(on) is not date or not isinstance(name, str):
            problems.append(
                f"{file}: bank holiday {place}: expected `date:` with a date and `name:` with a text"
            )
        elif on in holidays:
            problems.append(f"{file}: bank holiday {place}: {on} is there twice")
        elif not first <= on <= last:
            problems.append(f"{file}: bank holiday {place}: {on} is outside {first} to {last}")
        else:
            holidays[on] = name
    for year in range(first.year, last.year + 1):
        if not any(day.year == year for day in holidays):
            problems.append(f"{file}: the calendar covers {year} but names no bank holiday in it")
    return holidays
