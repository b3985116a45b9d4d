"""A table of a scheme: for whom it is, by the week or the month, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.engines.facts.yaml_lines import Rows, Table
from moothall.ground.catalogue.local_schemes.forms import HOME_BANDS, NOT_KNOWN, Forms

GIVES = {"percent": "percent", "pay_a_week": "GBP/week", "pay_a_month": "GBP/month"}
MOST_CHILDREN = 5
MOST_ROWS = 12
# The last row of a table of what you pay may say that you pay everything.
EVERYTHING = "everything"
CHILDREN = re.compile(r"([0-5])(\+| to ([0-5]))?")


@dataclass(frozen=True)
class GridTable:
    """Rows are (below, up_to, figure), as written; the last has no upper edge."""

    line: int
    routes: tuple[str, ...]
    couple: tuple[bool, ...]
    children: tuple[int, ...]
    homes: tuple[int, ...]
    a: str
    gives: str
    rows: list[tuple[str | None, str | None, str]]
    everything_from: str | None

    def households(self, routes: list[str]) -> Iterator[int]:
        """The numbers by which the rule finds this table: route, band of the home, couple, children."""
        for route in self.routes or routes:
            for home in self.homes or (0,):
                for couple in self.couple:
                    for children in self.children:
                        yield (routes.index(route) + 1) * 1000 + home * 100 + couple * 10 + children


def read_table(reader: Forms, entry: Table, routes: list[str]) -> GridTable | None:
    reader.known_keys(entry, ("for", "a", "gives", "source", "says", "rows"), "a table")
    reader.source_of(entry, "a table")
    whose = entry.get("for", Table())
    if not reader.is_table(whose, entry.line, "for"):
        return None
    reader.known_keys(whose, ("route", "couple", "children", "home_bands"), "for")
    named = reader.words(whose, "route")
    for route in named:
        if route not in routes:
            reader.fault(whose.line_of("route"), f"'{route}' is no route", ", ".join(routes))
            return None
    a = reader.one_of(entry, "a", ("week", "month"), entry.line, "a table", default="week")
    gives = reader.one_of(entry, "gives", tuple(GIVES), entry.line, "a table", default="percent")
    plain = entry.get("rows")
    if not isinstance(plain, Rows) or not plain or len(plain) > MOST_ROWS:
        reader.fault(
            entry.line, f"a table has 1 to {MOST_ROWS} rows", "rows: [{below: 10, is: 90}, {from: 10, is: 0}]"
        )
        return None
    everything_from = None
    if isinstance(plain[-1], Table) and plain[-1].get("is") == EVERYTHING and gives != "percent":
        everything_from = str(plain[-1].get("from"))
        plain[-1]["is"] = type(plain[-1]["is"])("0")
        plain[-1]["is"].line, plain[-1]["is"].is_null = plain[-1].line, False
    rows = reader.rows_of(plain, f"GBP/{a}", GIVES[gives], "a table")
    return GridTable(
        entry.line, named, _couple(reader, whose), _children(reader, whose), _homes(reader, whose), a, gives,
        [(row.get("below"), row.get("up_to"), str(row["is"])) for row in rows], everything_from,
    )  # fmt: skip


def _couple(reader: Forms, whose: Table) -> tuple[bool, ...]:
    word = reader.one_of(whose, "couple", ("yes", "no", "any"), whose.line, "for", default="any")
    return {"yes": (True,), "no": (False,)}.get(word, (False, True))


def _children(reader: Forms, whose: Table) -> tuple[int, ...]:
    word = reader.text(whose, "children")
    if word is None:
        return tuple(range(MOST_CHILDREN + 1))
    found = CHILDREN.fullmatch(word)
    if not found:
        reader.fault(whose.line_of("children"), f"children is '{word[:20]}'", "0, 2, 1+ or 1 to 2")
        return ()
    first, more, last = found.groups()
    if more == "+":
        return tuple(range(int(first), MOST_CHILDREN + 1))
    return tuple(range(int(first), int(last or first) + 1))


def _homes(reader: Forms, whose: Table) -> tuple[int, ...]:
    homes = reader.words(whose, "home_bands")
    for home in homes:
        if home not in HOME_BANDS:
            reader.fault(whose.line_of("home_bands"), f"'{home}' is no band", ", ".join(HOME_BANDS))
            return ()
    return tuple(HOME_BANDS.index(home) + 1 for home in homes)


__all__ = ["EVERYTHING", "GIVES", "NOT_KNOWN", "GridTable", "read_table"]
