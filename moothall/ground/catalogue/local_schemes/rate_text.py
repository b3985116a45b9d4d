"""Turns checked sheets into the text of the rates that the shared rule reads.

The engine sees plain rates: dated, with a source, a forecast where a scheme is not adopted. So reasons,
bounds and exact rationals work for a council's own scheme as for national law. Outside a sheet's days the
rates are blank, and the rule says that nothing is held.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from moothall.engines.facts import Vocabulary
from moothall.engines.rules.errors import RuleError
from moothall.ground.catalogue.local_schemes.figures import Figures, figures_of
from moothall.ground.catalogue.local_schemes.names import ALL, BANDED, LAW, SCALARS
from moothall.ground.catalogue.local_schemes.sheet import Sheet, SheetErrors, read_sheet
from moothall.ground.catalogue.local_schemes.wording import WORDS

NO_SHEET = "No sheet of a council's own scheme holds on this day, so nothing is taken for its figure"
NOT_IN_SHEET = "The sheet says nothing of this, so nothing is taken for a figure of the scheme"
FIRST_DAY = "2013-04-01"
TOP_LEVEL = re.compile(r"^(\w+):", re.MULTILINE)


def with_sheets(
    rate_texts: Mapping[str, bytes], sheets: Mapping[str, bytes], vocabulary: Vocabulary
) -> dict[str, bytes]:
    """The texts of the rates, with the figures of the sheets in the place of the blank ones.

    Raises `SheetErrors`, as `read_sheets` does.
    """
    read = read_sheets(sheets, vocabulary)
    texts = {file: _without_scheme_rates(text) for file, text in rate_texts.items()}
    return texts | {f"{read[0].file} as figures": rates_of(read).encode()}


def read_sheets(sheets: Mapping[str, bytes], vocabulary: Vocabulary) -> list[Sheet]:
    """The sheets by their first day. Raises `SheetErrors`; two that hold on one day are refused."""
    read = sorted(
        (read_sheet(file, data, vocabulary) for file, data in sheets.items()), key=lambda one: one.start
    )
    for before, after in pairwise(read):
        if after.start <= before.until:
            says = f"from {after.start}, while {before.file} holds until {before.until}"
            raise SheetErrors([RuleError(after.file, 1, says, "one sheet for each day")])
    return read


def blank_rates() -> str:
    """What holds while no sheet does."""
    return rates_of([])


def rates_of(sheets: Iterable[Sheet]) -> str:
    rows: dict[str, list[str]] = {name: [] for name in ALL}
    next_day, laws = FIRST_DAY, dict.fromkeys(ALL, LAW)
    for sheet in sheets:
        laws |= dict.fromkeys(figures_of(sheet), f"{LAW}, {sheet.council}'s own scheme")
        if sheet.start > next_day:
            _add(rows, next_day, {}, NO_SHEET, "published", True)
        status = "published" if sheet.status == "adopted" else "forecast"
        _add(
            rows,
            sheet.start,
            figures_of(sheet),
            sheet.source,
            status,
            sheet.verified and status == "published",
        )
        next_day = (date.fromisoformat(sheet.until) + timedelta(days=1)).isoformat()
    _add(rows, next_day, {}, NO_SHEET, "published", True)
    return "".join(_rate(name, laws[name], rows[name]) for name in ALL)


def _add(
    rows: dict[str, list[str]], start: str, figures: Figures, source: str, status: str, verified: bool
) -> None:
    """A row of every rate. What a sheet does not fill is no figure of its scheme, and no forecast."""
    for name, (_, blank) in ALL.items():
        figure = figures.get(name, blank)
        if name in figures:
            head = _head(start, source, status, verified)
        else:
            head = _head(start, NOT_IN_SHEET if figures else source, "published", True)
        if name in SCALARS:
            rows[name].append(f"    - {{{head}, value: {figure}}}\n")
        else:
            rows[name].append(f"    - {{{head}, bands: [{_bands(figure, blank)}]}}\n")


def _head(start: str, source: str, status: str, verified: bool) -> str:
    words = json.dumps(source, ensure_ascii=False)
    return f"from: {start}, source: {words}, status: {status}, verified: {'yes' if verified else 'no'}"


def _rate(name: str, law: str, rows: list[str]) -> str:
    unit = ALL[name][0]
    of = "of: band\n  by: number" if name in BANDED else "of: scalar"
    english, welsh = (json.dumps(words, ensure_ascii=False) for words in WORDS[name])
    wording = f"{{en: {english}, cy: {welsh}}}"
    law = json.dumps(law, ensure_ascii=False)
    head = f"{name}:\n  unit: {unit}\n  wording: {wording}\n  law: {law}\n  {of}\n  rows:\n"
    return head + "".join(rows)


def _bands(figures: object, blank: str) -> str:
    """Whole numbers and their figures as bands: like neighbours are one band, what is not said is blank."""
    said = figures if isinstance(figures, dict) else {}
    steps: list[tuple[int, str]] = [(0, blank)]
    for key in sorted({*said, *(key + 1 for key in said)}):
        figure = str(said.get(key, blank))
        if figure != steps[-1][1]:
            steps.append((key, figure))
    if len(steps) == 1:
        return f"{{is: {blank}}}"
    bands = [f"{{below: {steps[1][0]}, is: {blank}}}"]
    for place, (key, figure) in enumerate(steps[1:], 1):
        end = f", below: {steps[place + 1][0]}" if place + 1 < len(steps) else ""
        bands.append(f"{{from: {key}{end}, is: {figure}}}")
    return ", ".join(bands)


def _without_scheme_rates(text: bytes) -> bytes:
    """The text with empty lines for the blank rates of schemes, so that other lines keep their number."""
    words, kept, keep = text.decode().splitlines(), [], True
    for line in words:
        if found := TOP_LEVEL.match(line):
            keep = found[1] not in ALL
        kept.append(line if keep or line.startswith("#") else "")
    return "\n".join(kept).encode()
