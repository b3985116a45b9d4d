"""The households of the shared reference data, as our rules read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from moothall.doors.commands.households import definition_of
from moothall.doors.commands.oracle_households import day_of, plain_household, read_rows
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Rules
from tests.kit.places import shared_folder

SERVICE = "council_tax_reduction"


class NoReferenceData(FileNotFoundError):
    """The shared reference data is not on this machine; MOOTHALL_SHARED names its folder."""


def files() -> list[Path]:
    """The oracle's files, one a tax year. Raises `NoReferenceData`: a proof is never skipped in silence."""
    found = sorted((shared_folder() / "data" / "oracle").glob("households_*.jsonl.gz"))
    if not found:
        raise NoReferenceData(
            "no households_*.jsonl.gz in the shared folder's data/oracle; set MOOTHALL_SHARED"
        )
    return found


def rows(every: int = 1) -> Iterator[tuple[str, Rules, Circumstances]]:
    """The name of each row (or of every so many), the rules of its day and its household."""
    definition = definition_of(SERVICE)
    for file in files():
        for number, row in enumerate(read_rows(file)):
            if number % every == 0:
                on = day_of(row)
                household = Circumstances.from_dict(plain_household(row), definition.vocabulary, today=on)
                yield f"{file.name.split('.')[0]} {row['id']}", definition.rules_on(on), household
