"""Reading `rates.yaml`: every figure dated and sourced; gaps, overlaps and holes found before anyone relies
on them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import MONEY_UNITS, Vocabulary
from moothall.engines.facts.writing import write_money, write_number
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, Word, read_yaml
from moothall.engines.rules.errors import RuleError
from moothall.engines.rules.lexer import NAME
from moothall.engines.rules.rates import UNITS, BandRow, Figure, Rate, Row

KINDS = ("scalar", "band", "lookup")
STATUSES = ("published", "forecast")
HOLDS = {"scalar": "value", "band": "bands", "lookup": "table"}
FIGURE = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,10})?")
YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def read_rates(texts: Mapping[str, bytes], vocabulary: Vocabulary) -> tuple[dict[str, Rate], list[RuleError]]:
    """All rates of all files, and every fault found in them."""
    rates: dict[str, Rate] = {}
    faults: list[RuleError] = []
    for file, data in texts.items():
        try:
            root = read_yaml(file, data)
        except NotReadable as error:
            fault = error.fault
            faults.append(RuleError(fault.file, fault.line, fault.message, fault.instead))
            continue
        reader = _Reader(file, vocabulary, faults)
        for name, entry in root.items():
            line = root.line_of(name)
            if name in rates:
                reader.fault(line, f"the rate {name} is named twice", f"first in {rates[name].file}")
            elif rate := reader.rate(name, entry, line):
                rates[name] = rate
    return rates, faults


class _Reader:
    def __init__(self, file: str, vocabulary: Vocabulary, faults: list[RuleError]):
        self.file, self.vocabulary, self.faults = file, vocabulary, faults

    def fault(self, line: int, message: str, instead: str | None = None) -> None:
        self.faults.append(RuleError(self.file, line, message, instead))

    def rate(self, name: str, entry: object, line: int) -> Rate | None:
        if not NAME.fullmatch(name) or len(name) > 60:
            self.fault(line, f"'{name[:60]}' is not a name", "small letters, digits and single underscores")
            return None
        if name in self.vocabulary or name in self.vocabulary.groups:
            self.fault(line, f"{name} is already a fact or a group of the vocabulary", "another name")
            return None
        if not isinstance(entry, Table):
            self.fault(line, f"the rate {name} is not a mapping", "unit, law, of and rows")
            return None
        self.known_keys(
            entry, ("unit", "law", "of", "by", "yearly", "rows", "note", "wording"), f"the rate {name}"
        )
        of = self.one_of(entry, "of", KINDS, line, name)
        unit = self.one_of(entry, "unit", UNITS, line, name)
        law = self.text(entry, "law")
        if not law:
            self.fault(line, f"the rate {name} names no law", "law: SI 2012/2885 reg 11")
        if of is None or unit is None:
            return None
        by = self.keys(entry, of, line, name)
        rows = self.rows(entry, name, of, unit, by, line)
        return Rate(name, unit, law or "", of, by, rows, self.wording(entry, name), self.file, line)

    def wording(self, entry: Table, name: str) -> tuple[tuple[str, str], ...]:
        words = entry.get("wording", Table())
        if not isinstance(words, Table) or not all(isinstance(word, Word) for word in words.values()):
            self.fault(
                entry.line_of("wording"),
                f"the wording of {name} is not plain words",
                "{en: Savings limit, cy: ...}",
            )
            return ()
        for language in words:
            if language not in ("en", "cy"):
                self.fault(words.line_of(language), f"the wording of {name} in '{language[:20]}'", "en or cy")
        return tuple((language, str(word)) for language, word in words.items())

    def keys(self, entry: Table, of: str, line: int, name: str) -> tuple[str, ...]:
        """What a table is looked up by: an amount's unit for bands, choice facts or yes_no for a look-up."""
        by = self.words(entry, "by")
        if of == "scalar" and by:
            self.fault(entry.line_of("by"), f"{name} is one figure and is not looked up", "leave `by` out")
        if of == "band" and (len(by) != 1 or by[0] not in (*MONEY_UNITS, "number", "date")):
            self.fault(
                line, f"the bands of {name} do not say what they are looked up by", "by: GBP/week, or number"
            )
            return ("number",)
        if of == "lookup":
            if not by:
                self.fault(
                    line, f"the table {name} does not say what it is looked up by", "by: [council_tax_band]"
                )
            for key in by:
                fact = self.vocabulary.facts.get(key)
                if key != "yes_no" and (fact is None or fact.kind != "choice"):
                    self.fault(
                        entry.line_of("by"), f"'{key}' is not a choice fact", "a choice fact, or yes_no"
                    )
                    return ()
        return by

    # Rows and their days

    def rows(
        self, entry: Table, name: str, of: str, unit: str, by: tuple[str, ...], line: int
    ) -> tuple[Row, ...]:
        plain = entry.get("rows")
        if not isinstance(plain, Rows) or not plain:
            self.fault(
                line, f"the rate {name} has no rows", f"rows: [{{from: 2026-04-01, {HOLDS[of]}: ...}}]"
            )
            return ()
        rows = [row for place in plain if (row := self.row(place, name, of, unit, by))]
        yearly = self.yes_no(entry, "yearly", name)
        return tuple(self.days(rows, name, yearly))

    def row(self, plain: object, name: str, of: str, unit: str, by: tuple[str, ...]) -> Row | None:
        if not isinstance(plain, Table):
            self.fault(plain.line, f"a row of {name} is not a mapping", "{from: 2026-04-01, ...}")
            return None
        self.known_keys(
            plain, ("from", "until", "source", "status", "verified", "note", HOLDS[of]), f"a row of {name}"
        )
        start = self.day(plain, "from", name)
        if "from" not in plain:
            self.fault(plain.line, f"a row of {name} does not say when it begins", "from: 2026-04-01")
        source = self.text(plain, "source")
        if not source:
            self.fault(plain.line, f"a row of {name} has no source", "source: where the figure can be read")
        status = self.one_of(plain, "status", STATUSES, plain.line, f"a row of {name}")
        if HOLDS[of] not in plain:
            self.fault(plain.line, f"a row of {name} has no {HOLDS[of]}", f"{HOLDS[of]}: ...")
            return None
        figure = self.figure(plain[HOLDS[of]], unit, name) if of == "scalar" else None
        bands = self.bands(plain, unit, by, name) if of == "band" else ()
        table = self.table(plain["table"], unit, by, name) if of == "lookup" else ()
        if start is None or status is None or (of == "scalar" and figure is None):
            return None
        verified = self.yes_no(plain, "verified", name)
        until = self.day(plain, "until", name)
        return Row(start, until, figure, bands, table, source or "", status, verified, plain.line)

    def days(self, rows: list[Row], name: str, yearly: bool) -> list[Row]:
        """The rows with their last days; overlaps and gaps between them are faults."""
        closed: list[Row] = []
        for place, row in enumerate(rows):
            following = rows[place + 1] if place + 1 < len(rows) else None
            if row.until is not None and row.until < row.start:
                self.fault(row.line, f"a row of {name} ends before it begins", "until: its last day")
            last = row.until
            if yearly and last is None:
                last = _day_before_next_year(row.start)
            if following is not None:
                before = _day_before(following.start)
                if following.start <= row.start:
                    days = f"{dates.to_iso(following.start)} after {dates.to_iso(row.start)}"
                    self.fault(
                        following.line, f"the rows of {name} overlap: {days}", "each row later than the last"
                    )
                elif row.until is not None and row.until > before:
                    self.fault(
                        following.line, f"the rows of {name} overlap", f"until: {dates.to_iso(before)}"
                    )
                elif last is not None and last < before:
                    gap = f"{dates.to_iso(_day_after(last))} to {dates.to_iso(before)}"
                    self.fault(following.line, f"{name} has no figure from {gap}", "a row for those days")
                last = before if last is None or last > before else last
            closed.append(row._replace(until=last))
        return closed

    # What a row holds

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
                self.fault(word.line, f"'{word[:40]}' is not yes or no", "yes or no")
            return YES_NO.get(str(word))
        if unit == "date":
            return self.iso(str(word), word.line, f"a figure of {name}")
        text = word.replace("_", "")
        try:
            number = Decimal(text) if FIGURE.fullmatch(text) else None
        except InvalidOperation:
            number = None
        if number is None:
            expected = {"percent": "20 for 20%", "number": "0.5"}.get(unit, "323.45, without £ or commas")
            self.fault(word.line, f"'{word[:40]}' is not a figure of {name} in {unit}", expected)
            return None
        if unit in MONEY_UNITS:
            if number * 100 != (number * 100).to_integral_value():
                self.fault(word.line, f"{number} of {name} holds part of a penny", "pounds and whole pence")
            return float(number * 100)
        return float(number / 100) if unit == "percent" else float(number)

    # Fields

    def known_keys(self, table: Table, keys: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in keys:
                self.fault(table.line_of(key), f"'{key[:40]}' is no field of {where}", ", ".join(keys))

    def text(self, entry: Table, key: str) -> str | None:
        value = entry.get(key)
        if value is None or (isinstance(value, Word) and value.is_null):
            return None
        if not isinstance(value, Word):
            self.fault(entry.line_of(key), f"{key} is not plain text", f"{key}: ...")
            return None
        return str(value)

    def words(self, entry: Table, key: str) -> tuple[str, ...]:
        value = entry.get(key)
        if isinstance(value, Rows):
            return tuple(str(word) for word in value)
        word = self.text(entry, key)
        return (word,) if word else ()

    def one_of(self, entry: Table, key: str, allowed: tuple[str, ...], line: int, name: str) -> str | None:
        word = self.text(entry, key)
        if word not in allowed:
            found = f"is '{word[:40]}'" if word else "is missing"
            self.fault(entry.line_of(key) if word else line, f"`{key}` of {name} {found}", ", ".join(allowed))
            return None
        return word

    def yes_no(self, entry: Table, key: str, name: str) -> bool:
        word = self.text(entry, key)
        if word is not None and word not in YES_NO:
            self.fault(entry.line_of(key), f"`{key}` of {name} is '{word[:40]}'", "yes or no")
        return YES_NO.get(word or "no", False)

    def day(self, entry: Table, key: str, name: str) -> int | None:
        word = self.text(entry, key)
        return None if word is None else self.iso(word, entry.line_of(key), f"`{key}` of {name}")

    def iso(self, word: str, line: int, what: str) -> int | None:
        try:
            return dates.from_iso(word)
        except ValueError:
            self.fault(line, f"{what} is '{word[:40]}'", "a date like 2026-04-01")
            return None


def _edge(value: float, by: str) -> str:
    """An edge as an author reads it."""
    if by == "date":
        return dates.to_iso(value)
    return write_number(value) if by == "number" else write_money(value)


def _day_before(day: int) -> int:
    return dates.to_number(dates.to_date(day) - timedelta(days=1))


def _day_after(day: int) -> int:
    return dates.to_number(dates.to_date(day) + timedelta(days=1))


def _day_before_next_year(day: int) -> int:
    start = dates.to_date(day)
    leap = start.month == 2 and start.day == 29
    return _day_before(dates.to_number(start.replace(year=start.year + 1, day=28 if leap else start.day)))
