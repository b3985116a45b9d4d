"""Reading `rates.yaml`: every figure dated and sourced; gaps, overlaps and holes found before anyone relies
on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import MONEY_UNITS, Vocabulary
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, Word, read_yaml
from moothall.engines.rules.errors import RuleError
from moothall.engines.rules.lexer import NAME
from moothall.engines.rules.rate_tables import Tables
from moothall.engines.rules.rates import UNITS, Rate, Row

KINDS = ("scalar", "band", "lookup")
STATUSES = ("published", "forecast")
HOLDS = {"scalar": "value", "band": "bands", "lookup": "table"}


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


class _Reader(Tables):
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


def _day_before(day: int) -> int:
    return dates.to_number(dates.to_date(day) - timedelta(days=1))


def _day_after(day: int) -> int:
    return dates.to_number(dates.to_date(day) + timedelta(days=1))


def _day_before_next_year(day: int) -> int:
    start = dates.to_date(day)
    leap = start.month == 2 and start.day == 29
    return _day_before(dates.to_number(start.replace(year=start.year + 1, day=28 if leap else start.day)))
