"""Households of the oracle in the two forms in which the two engines are told of them.

Only homes in England with one family are taken, and only where the oracle's programmes read the home alike:
so that what the two say can be compared line by line. None of this is timed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from moothall.doors.commands.oracle_households import day_of, nation_of, read_rows
from moothall.doors.commands.oracle_programmes import programmes

EVERY = 61  # rows between two that are looked at, so that many kinds of households are among them
OF_THE_HOME = (
    "local_authority", "region", "brma", "tenure_type", "rent", "council_tax_band", "council_tax", "savings",
)  # fmt: skip
NOT_ITS_OWN = "months_since_last_birthday"
# What our rules ask and the oracle does not know.
SAID_HERE_ALONE = {"home_changed_for_disability": "none", "pregnant_for_ten_weeks": False}


class _ReadInTwoWays(ValueError):
    """Two programmes of the oracle take another thing for the same fact of one home."""


def households(path: Path, number: int) -> list[dict]:
    """That many: each with its id, its day, `ours` in our plain form and `theirs` as a situation."""
    found = _households(path)
    return [household for _, household in zip(range(number), found, strict=False)]


def _households(path: Path) -> Iterator[dict]:
    ways = list(dict.fromkeys(programme.household for programme in programmes().values()))
    for place, row in enumerate(read_rows(path)):
        if place % EVERY or nation_of(row) != "england" or len(row["inputs"]["benunits"]) > 1:
            continue
        try:
            ours = _ours(row, ways)
        except _ReadInTwoWays:
            continue
        on = day_of(row)
        theirs = _theirs(row["inputs"], on.year)
        yield {"id": row["id"], "day": on.isoformat(), "year": on.year, "ours": ours, "theirs": theirs}


def _ours(row: Mapping, ways: list) -> dict:
    """One household with the facts that every programme needs."""
    whole, *others = (way(row) for way in ways)
    whole["household"] |= SAID_HERE_ALONE
    for other in others:
        _join(whole["household"], other["household"])
        for person, more in zip(_people(whole), _people(other), strict=True):
            _join(person["facts"], more["facts"])
    return whole


def _join(known: dict, more: Mapping) -> None:
    for fact, value in more.items():
        if known.setdefault(fact, value) != value:
            raise _ReadInTwoWays(fact)


def _people(plain: Mapping) -> list[dict]:
    return plain["families"][0]["people"]


def _theirs(given: Mapping, year: int) -> dict:
    """A situation: every value under its year."""
    unit = given["benunits"][0]
    people = {
        f"person{number}": {name: {year: said} for name, said in person.items() if name != NOT_ITS_OWN}
        for number, person in enumerate(unit["people"], 1)
    }
    family = {"members": list(people), "is_married": {year: unit["is_married"]}}
    home = {name: {year: given[name]} for name in OF_THE_HOME}
    return {
        "people": people,
        "benunits": {"family": family},
        "households": {"home": {"members": list(people)} | home},
    }
