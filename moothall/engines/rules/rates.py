"""Dated figures of the law: one row a figure, each with the day it begins, its source and its status.

A figure is held as a rule uses it: money in pence, a percentage as a share, a date as YYYYMMDD. `published`
is what was made and can be read at its source; `forecast` is somebody's expectation, and an answer that read
one says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

UNITS = ("GBP", "GBP/week", "GBP/month", "GBP/year", "number", "percent", "yes_no", "date")
Figure = float | int | bool


class BandRow(NamedTuple):
    """One band: from `low` to `high`, each inclusive or not; None is open."""

    low: float | None
    low_is_in: bool
    high: float | None
    high_is_in: bool
    figure: Figure

    def holds(self, value: float) -> bool:
        if self.high is None:
            return True
        return value < self.high or (self.high_is_in and value == self.high)


class Row(NamedTuple):
    """What holds from `start` (to `until`, where known): a figure, bands, or a table of (keys, figure)."""

    start: int
    until: int | None
    figure: Figure | None
    bands: tuple[BandRow, ...]
    table: tuple[tuple[tuple, Figure], ...]
    source: str
    status: str
    verified: bool
    line: int

    @property
    def is_forecast(self) -> bool:
        return self.status == "forecast"

    def figures(self) -> tuple[Figure, ...]:
        if self.bands:
            return tuple(band.figure for band in self.bands)
        if self.table:
            return tuple(figure for _, figure in self.table)
        return (self.figure,)


class Rate(NamedTuple):
    """A named figure, band table or look-up table of the law. `by` is what a table is looked up by."""

    name: str
    unit: str
    law: str
    of: str
    by: tuple[str, ...]
    rows: tuple[Row, ...]
    wording: tuple[tuple[str, str], ...]
    file: str
    line: int

    def label(self, language: str) -> str:
        """What to call it: its wording in that language, in English, or its name."""
        wording = dict(self.wording)
        return wording.get(language) or wording.get("en") or self.name.replace("_", " ").capitalize()

    @property
    def type(self) -> str:
        """The unit in which a rule sees it: a percentage is a plain number."""
        return "number" if self.unit == "percent" else self.unit

    @property
    def is_positive(self) -> bool:
        """Never 0 or less, in any row: safe to divide by."""
        return self.unit not in ("yes_no", "date") and all(f > 0 for row in self.rows for f in row.figures())

    def in_force(self, day: int) -> Row | None:
        """The row that holds on that day."""
        for row in reversed(self.rows):
            if row.start <= day:
                return row if row.until is None or day <= row.until else None
        return None


def exact(figure: Figure) -> Fraction | int | bool:
    """The figure as it was written: the shortest decimal of a double is the text it was read from."""
    return Fraction(repr(figure)) if isinstance(figure, float) else figure


def find_band(bands: tuple[BandRow, ...], value: float) -> BandRow:
    """The band that holds the value. Bands have no holes and the last is open, so there is always one."""
    for band in bands:
        if band.holds(value):
            return band
    raise AssertionError("a band table without an open last band passed its checks")


class RateBook:
    """All rates by name, in the order of the files."""

    def __init__(self, rates: Mapping[str, Rate]):
        self.rates = dict(rates)

    def __contains__(self, name: object) -> bool:
        return name in self.rates

    def __getitem__(self, name: str) -> Rate:
        return self.rates[name]
