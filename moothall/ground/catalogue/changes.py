"""What a new edition would change: each figure by its day, old and new, and the files that differ.

An officer who approves an edition reads this first. Figures are told in the words of the rates and in
pounds; whatever else differs (wording, questions, rules, steps) is told by the name of its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.engines.facts.writing import write_date
from moothall.engines.rules.answers import show
from moothall.engines.rules.rates import BandRow, Rate, Row
from moothall.ground.catalogue.definition import Definition

NONE = "none"


@dataclass(frozen=True)
class FigureChange:
    """One figure of one rate from one day on; `was` or `becomes` is "none" where there is no row."""

    rate: str
    label: str
    since: int
    was: str
    becomes: str

    def said(self) -> str:
        return f"{self.label} ({self.rate}), from {write_date(self.since, 'en')}: {self.was} → {self.becomes}"


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two editions of one service for one body."""

    figures: tuple[FigureChange, ...]
    files: tuple[str, ...]

    def lines(self) -> list[str]:
        """For a terminal: figures first, as they are what people are paid by."""
        if not self.files:
            return ["Nothing has changed since the newest edition."]
        told = [f"Figures: {len(self.figures)} change.", *(f"  {one.said()}" for one in self.figures)]
        return [*told, f"Files: {len(self.files)} change.", *(f"  {one}" for one in self.files)]


def changes_between(before: Definition | None, after: Definition) -> Changes:
    """What publishing `after` would change; with no edition `before` it, every file is new."""
    old = before.files if before else {}
    files = [_file(path, old, after.files) for path in sorted({*old, *after.files})]
    figures = tuple(_figures(before, after)) if before else ()
    return Changes(figures=figures, files=tuple(filter(None, files)))


def _file(path: str, old: dict[str, str], new: dict[str, str]) -> str | None:
    if old.get(path) == new.get(path):
        return None
    word = "added" if path not in old else "taken away" if path not in new else "changed"
    return f"{path}: {word}"


def _figures(before: Definition, after: Definition) -> Iterator[FigureChange]:
    old, new = before.rule_book.rates, after.rule_book.rates
    for name in sorted({*old, *new}):
        rows = {book: {row.start: row for row in rates[name].rows} if name in rates else {}
                for book, rates in (("old", old), ("new", new))}  # fmt: skip
        rate = new[name] if name in new else old[name]
        for since in sorted({*rows["old"], *rows["new"]}):
            was, becomes = (_in_words(rate, rows[book].get(since), after) for book in ("old", "new"))
            if was != becomes:
                yield FigureChange(name, rate.label("en"), since, was, becomes)


def _in_words(rate: Rate, row: Row | None, definition: Definition) -> str:
    if row is None:
        return NONE
    if row.bands:
        said = "; ".join(_band(rate, band, definition) for band in row.bands)
    elif row.table:
        cells = ((", ".join(map(str, keys)), figure) for keys, figure in row.table)
        said = "; ".join(f"{keys}: {_figure(rate, figure, definition)}" for keys, figure in cells)
    else:
        said = _figure(rate, row.figure, definition)
    until = f" until {write_date(row.until, 'en')}" if row.until else ""
    return f"{said}{until}{', a forecast' if row.is_forecast else ''}"


def _band(rate: Rate, band: BandRow, definition: Definition) -> str:
    low = "" if band.low is None else f"from {_edge(rate, band.low, definition)} "
    high = (
        ""
        if band.high is None
        else f"{'up to' if band.high_is_in else 'below'} {_edge(rate, band.high, definition)}"
    )
    return f"{(low + high).strip() or 'all'}: {_figure(rate, band.figure, definition)}"


def _edge(rate: Rate, edge: float, definition: Definition) -> str:
    by = rate.by[0] if rate.by else ""
    unit = definition.vocabulary[by].unit if by in definition.vocabulary else None
    return show(edge, unit or "number", "en", definition.vocabulary)


def _figure(rate: Rate, figure: object, definition: Definition) -> str:
    if rate.unit == "percent":
        return show(figure * 100, "number", "en", definition.vocabulary) + "%"
    return show(figure, rate.unit, "en", definition.vocabulary)
