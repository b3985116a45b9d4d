"""Reading one sheet: each value with its source, each table without a hole, each fault by file and line."""

from __future__ import annotations

from dataclasses import dataclass, field

from moothall.engines.facts import Vocabulary
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, Word, read_yaml
from moothall.engines.rules.errors import RuleError, RuleErrors
from moothall.ground.catalogue.local_schemes.forms import (
    FORMS,
    KINDS,
    NOT_KNOWN,
    STATUSES,
    WHOLE_SCHEME,
    Forms,
)
from moothall.ground.catalogue.local_schemes.names import GROUP_TESTS
from moothall.ground.catalogue.local_schemes.tables import GridTable, read_table

OF_A_SHEET = (
    "council",
    "status",
    "evidence",
    "kind",
    "from",
    "until",
    "sources",
    "conflicts",
    "groups",
    "values",
    "routes",
    "tables",
    "missing",
    "note",
)
OF_A_SOURCE = ("title", "publisher", "url", "dated", "says", "read")
MOST_ROUTES, MOST_GROUPS = 9, 7
BENEFITS = ("universal_credit", "older_benefit", "neither_benefit")


class SheetErrors(RuleErrors):
    """Every fault of a sheet, with its file, its line and what to write instead."""


@dataclass(frozen=True)
class Route:
    """A part of the scheme: its name, when it holds, and its values by name, each checked."""

    name: str
    when: tuple[str, ...]
    values: dict[str, object]


@dataclass(frozen=True)
class Sheet:
    """A sheet in which nothing is wrong. Figures are still as they were written."""

    file: str
    council: str
    status: str
    kind: str
    start: str
    until: str
    source: str
    verified: bool
    groups: dict[str, tuple[str, ...]]
    routes: list[Route]
    tables: list[GridTable]
    missing: tuple[str, ...] = field(default=())

    @property
    def organisation(self) -> str:
        """Whose folder the sheet lies in; local/<organisation>/<service>/scheme.yaml."""
        return self.file.split("/")[1]

    @property
    def service(self) -> str:
        """The shared rules that read it."""
        return self.file.split("/")[2]

    def holds_on(self, day: str) -> bool:
        """Whether the scheme is in force on that day, like 2026-11-23."""
        return self.start <= day <= self.until

    def value(self, name: str) -> object:
        """What holds for everyone: a mapping of written figures, "none", or NOT_KNOWN."""
        return self.routes[-1].values.get(name, NOT_KNOWN)


def read_sheet(file: str, data: bytes, vocabulary: Vocabulary) -> Sheet:
    """The sheet in a file. Raises `SheetErrors` with every fault, never only the first."""
    faults: list[RuleError] = []
    try:
        root = read_yaml(file, data)
    except NotReadable as error:
        fault = error.fault
        raise SheetErrors([RuleError(fault.file, fault.line, fault.message, fault.instead)]) from None
    sheet = _Reader(file, vocabulary, faults).sheet(root)
    if faults:
        raise SheetErrors(sorted(faults, key=lambda fault: fault.line))
    return sheet


class _Reader(Forms):
    def sheet(self, root: Table) -> Sheet:
        self.known_keys(root, OF_A_SHEET, "a sheet")
        self.sources = self.read_sources(root)
        status = self.one_of(root, "status", STATUSES, 1, "the sheet") or ""
        evidence = self.one_of(root, "evidence", ("A", "none"), 1, "the sheet", default="A")
        if evidence == "none" and status != "illustrative":
            self.fault(root.line_of("evidence"), "evidence is none", "A: the council's own page was read")
        if evidence == "A" and status == "adopted":
            self.every_source_was_read(root)
        kind = self.one_of(root, "kind", KINDS, 1, "the sheet") or ""
        start, until = self.first_and_last_day(root)
        groups = self.read_groups(root)
        base = self.read_values(root.get("values"), root.line_of("values"))
        routes = [*self.read_routes(root, base, groups), Route("everyone", (), base)]
        tables = self.read_tables(root, [route.name for route in routes])
        missing = self.words(root, "missing")
        self.nothing_is_silent(root, base, missing)
        return Sheet(
            self.file,
            self.text(root, "council") or "",
            status,
            kind,
            start,
            until,
            self.where_read(),
            all(source.get("read") == "yes" for source in self.sources.values()),
            groups,
            routes,
            tables,
            missing,
        )

    def read_sources(self, root: Table) -> dict[str, dict[str, str]]:
        plain = root.get("sources")
        if not isinstance(plain, Table) or not plain:
            self.fault(
                root.line_of("sources"), "the sheet has no sources", "sources: {page: {title, url, says}}"
            )
            return {}
        if not self.text(root, "council"):
            self.fault(1, "the sheet names no council", "council: the council's own name")
        sources: dict[str, dict[str, str]] = {}
        for name, entry in plain.items():
            if not self.is_table(entry, plain.line_of(name), f"the source {name}"):
                continue
            self.known_keys(entry, OF_A_SOURCE, f"the source {name}")
            sources[name] = {key: self.text(entry, key) or "" for key in OF_A_SOURCE}
            for key in ("title", "publisher", "says"):
                if not sources[name][key]:
                    self.fault(plain.line_of(name), f"the source {name} has no {key}", f"{key}: ...")
        return sources

    def every_source_was_read(self, root: Table) -> None:
        """An adopted scheme decides what people pay, so somebody read the council's own words."""
        for name, source in self.sources.items():
            if source["read"] == "no":
                self.fault(
                    root["sources"].line_of(name),
                    f"the sheet is adopted with evidence A, and its source {name} was not read",
                    "read: yes once somebody did, or status: proposed",
                )

    def where_read(self) -> str:
        told = (
            f"{one['publisher']}, {one['title']} ({one['dated']}): {one['says']}"
            for one in self.sources.values()
        )
        return "; ".join(told)

    def first_and_last_day(self, root: Table) -> tuple[str, str]:
        first, last = self.day(root, "from", "the sheet"), self.day(root, "until", "the sheet")
        for key, example in (("from", "2026-04-01"), ("until", "2027-03-31")):
            if key not in root:
                self.fault(1, f"the sheet does not say {key} when it holds", f"{key}: {example}")
        if first and last and last < first:
            self.fault(root.line_of("until"), "the sheet ends before it begins", "until: its last day")
        return str(root.get("from", "")), str(root.get("until", ""))

    def read_groups(self, root: Table) -> dict[str, tuple[str, ...]]:
        groups: dict[str, tuple[str, ...]] = {}
        plain = root.get("groups", Table())
        for name in plain if self.is_table(plain, root.line_of("groups"), "groups") else ():
            tests = self.words(plain, name)
            for test in tests:
                if test not in GROUP_TESTS:
                    self.fault(plain.line_of(name), f"'{test}' is no test of a group", ", ".join(GROUP_TESTS))
                elif any(test in others for others in groups.values()):
                    self.fault(
                        plain.line_of(name), f"'{test}' stands in two groups", "the first that should count"
                    )
            groups[name] = tests
        if len(groups) > MOST_GROUPS:
            self.fault(root.line_of("groups"), f"there are {len(groups)} groups", f"at most {MOST_GROUPS}")
        return groups

    def read_values(self, plain: object, line: int) -> dict[str, object]:
        if not isinstance(plain, Table):
            self.fault(line, "the sheet has no values", "values: {maximum: {is: 90, source: page}, ...}")
            return {}
        values: dict[str, object] = {}
        for name, entry in plain.items():
            if name not in FORMS:
                self.fault(plain.line_of(name), f"'{name}' is no value of a scheme", ", ".join(FORMS))
                continue
            values[name] = self.value(name, entry, plain.line_of(name))
        return values

    def read_routes(self, root: Table, base: dict[str, object], groups: dict) -> list[Route]:
        routes, plain = [], root.get("routes", Rows())
        for entry in plain if isinstance(plain, Rows) else ():
            if not self.is_table(entry, entry.line, "a route"):
                continue
            self.known_keys(entry, ("name", "when", "values"), "a route")
            when, name = self.words(entry, "when"), self.text(entry, "name") or ""
            if not when or not name:
                self.fault(
                    entry.line, "a route has no name, or does not say when it holds", "name: ..., when: [...]"
                )
            for word in when:
                if word not in BENEFITS and word not in groups:
                    self.fault(
                        entry.line_of("when"), f"'{word}' is no group", ", ".join((*BENEFITS, *groups))
                    )
            own = self.read_values(entry["values"], entry.line) if "values" in entry else {}
            for value in WHOLE_SCHEME:
                if value in own:
                    self.fault(
                        entry.line, f"the route {name} has its own {value}", "under the values of the sheet"
                    )
            routes.append(Route(name, when, base | own))
        if len(routes) >= MOST_ROUTES:
            self.fault(
                root.line_of("routes"), f"there are {len(routes)} routes", f"at most {MOST_ROUTES - 1}"
            )
        return routes

    def read_tables(self, root: Table, routes: list[str]) -> list[GridTable]:
        plain, tables = root.get("tables", Rows()), []
        for entry in plain if isinstance(plain, Rows) else ():
            if self.is_table(entry, entry.line, "a table") and (table := read_table(self, entry, routes)):
                tables.append(table)
        taken: dict[int, GridTable] = {}
        for table in tables:
            for household in table.households(routes):
                if household in taken and taken[household] is not table:
                    first = taken[household].line
                    self.fault(
                        table.line, f"this table and the one at line {first} hold for one household", "one"
                    )
                    break
                taken[household] = table
        return tables

    def nothing_is_silent(self, root: Table, base: dict[str, object], missing: tuple[str, ...]) -> None:
        """Each value that an answer needs is given, none, or named as missing: silence is never none."""
        for name, form in FORMS.items():
            if form.needed and name not in base:
                self.fault(
                    root.line_of("values"), f"the sheet says nothing of {name}", f"{name}: none, or not_known"
                )
            if isinstance(base.get(name), Word | str) and base[name] == NOT_KNOWN and name not in missing:
                self.fault(
                    root.line_of("missing"), f"{name} is not known and not named", f"missing: [{name}]"
                )
