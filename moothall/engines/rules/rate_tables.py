"""What a row of a rate holds: a figure, bands without holes or overlaps, or a table with every choice."""

from __future__ import annotations

import re
from decimal import Decimal

from moothall.engines.facts import dates
from moothall.engines.facts.fields import SHOWN, YES_NO, Fields
from moothall.engines.facts.vocabulary import MONEY_UNITS, Vocabulary
from moothall.engines.facts.writing import write_money, write_number
from moothall.engines.facts.yaml_lines import Rows, Table, Word
from moothall.engines.rules.errors import RuleError
from moothall.engines.rules.rates import BandRow, Figure

FIGURE = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,10})?")


class Tables(Fields):
    """Reads the figures, bands and tables of one file."""

    fault_type = RuleError

    def __init__(self, file: str, vocabulary: Vocabulary, faults: list[RuleError]):
        super().__init__(file, faults)
        self.vocabulary = vocabulary

    def bands(self, row: Table, unit: str, by: tuple[str, ...], name: str) -> tuple[BandRow, ...]:
        plain = row["bands"]
        if not isinstance(plain, Rows) or not plain:
            self.fault(
                row.line_of("bands"), f"{name} has no bands", "bands: [{below: 10, is: 1}, {from: 10, is: 2}]"
            )
            return ()
        bands = []
        for band in plain:
            if not isinstance(band, Table) or "is" not in band:
                self.fault(band.line, f"a band of {name} has no figure", "{from: 10, below: 20, is: 1.50}")
                return ()
            self.known_keys(band, ("from", "over", "below", "up_to", "is"), f"a band of {name}")
            bands.append((self.band(band, unit, by[0], name), band.line))
        self.holes([(band, line) for band, line in bands if band is not None], name, by[0])
        return tuple(band for band, _ in bands if band is not None)

    def band(self, band: Table, unit: str, by: str, name: str) -> BandRow | None:
        for pair in (("from", "over"), ("below", "up_to")):
            if pair[0] in band and pair[1] in band:
                self.fault(band.line, f"a band of {name} has both {pair[0]} and {pair[1]}", "one of them")
                return None
        low = self.edge(band, ("from", "over"), by, name)
        high = self.edge(band, ("below", "up_to"), by, name)
        figure = self.figure(band["is"], unit, name)
        return None if figure is None else BandRow(low, "over" not in band, high, "up_to" in band, figure)

    def edge(self, band: Table, keys: tuple[str, str], by: str, name: str) -> float | None:
        for key in keys:
            if key in band:
                return self.figure(band[key], by, name)
        return None

    def holes(self, bands: list[tuple[BandRow, int]], name: str, by: str) -> None:
        """Each band must begin where the one before ends, and the last must be open."""
        for place, (band, line) in enumerate(bands):
            before = bands[place - 1][0] if place else None
            if before is None:
                if band.low not in (None, 0.0) or not band.low_is_in:
                    self.fault(
                        line, f"{name} has a hole below its first band", "no lower edge on the first band"
                    )
                continue
            if before.high is None or band.low is None:
                self.fault(
                    line, f"the bands of {name} overlap: an open edge in the middle", "an edge on each side"
                )
            elif before.high < band.low or (
                before.high == band.low and not before.high_is_in and not band.low_is_in
            ):
                hole = f"between {_edge(before.high, by)} and {_edge(band.low, by)}"
                self.fault(
                    line, f"{name} has a hole {hole}", "begin each band where the last ends: below x, from x"
                )
            elif before.high > band.low or (before.high_is_in and band.low_is_in):
                self.fault(
                    line,
                    f"the bands of {name} overlap at {_edge(band.low, by)}",
                    "below x, from x; or up_to x, over x",
                )
            if band.high is not None and band.low is not None and band.high < band.low:
                self.fault(line, f"a band of {name} ends before it begins", "the lower edge first")
        if bands and bands[-1][0].high is not None:
            edge = _edge(bands[-1][0].high, by)
            self.fault(bands[-1][1], f"{name} has a hole above {edge}", "no upper edge on the last band")

    def table(
        self, plain: object, unit: str, by: tuple[str, ...], name: str
    ) -> tuple[tuple[tuple, Figure], ...]:
        return tuple(self.cells(plain, unit, by, (), name)) if by else ()

    def cells(self, plain: object, unit: str, by: tuple[str, ...], so_far: tuple, name: str) -> list:
        if not by:
            figure = self.figure(plain, unit, name)
            return [] if figure is None else [(so_far, figure)]
        if not isinstance(plain, Table):
            self.fault(plain.line, f"the table {name} is not keyed by {by[0]}", "{key: figure}")
            return []
        keys = (
            {"yes": True, "no": False} if by[0] == "yes_no" else {c: c for c in self.vocabulary[by[0]].codes}
        )
        cells = []
        for word, part in plain.items():
            if word not in keys:
                self.fault(plain.line_of(word), f"'{word}' is not a choice of {by[0]}", ", ".join(keys))
                continue
            cells += self.cells(part, unit, by[1:], (*so_far, keys[word]), name)
        missing = [word for word in keys if word not in plain]
        if missing:
            self.fault(
                plain.line,
                f"{name} has a hole: nothing for {', '.join(missing)}",
                f"a figure for each {by[0]}",
            )
        return cells

    def figure(self, word: object, unit: str, name: str) -> Figure | None:
        if not isinstance(word, Word):
            self.fault(word.line, f"a figure of {name} is not a plain number", "one number")
            return None
        if unit == "yes_no":
            if str(word) not in YES_NO:
                self.fault(word.line, f"'{word[:SHOWN]}' is not yes or no", "yes or no")
            return YES_NO.get(str(word))
        if unit == "date":
            return self.iso(str(word), word.line, f"a figure of {name}")
        text = word.replace("_", "")
        number = Decimal(text) if FIGURE.fullmatch(text) else None
        if number is None:
            expected = {"percent": "20 for 20%", "number": "0.5"}.get(unit, "323.45, without £ or commas")
            self.fault(word.line, f"'{word[:SHOWN]}' is not a figure of {name} in {unit}", expected)
            return None
        if unit in MONEY_UNITS:
            if number * 100 != (number * 100).to_integral_value():
                self.fault(word.line, f"{number} of {name} holds part of a penny", "pounds and whole pence")
            return float(number * 100)
        return float(number / 100) if unit == "percent" else float(number)


def _edge(value: float, by: str) -> str:
    """An edge as an author reads it."""
    if by == "date":
        return dates.to_iso(value)
    return write_number(value) if by == "number" else write_money(value)
