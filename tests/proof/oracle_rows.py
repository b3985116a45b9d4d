"""The households of the shared reference data, and those of every worked case, as our rules read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from moothall.doors.commands.households import SERVICES, circumstances_of, definition_of, read_households
from moothall.doors.commands.oracle_households import day_of, read_rows
from moothall.doors.commands.oracle_programmes import programmes
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Rules
from tests.kit.places import shared_folder
from tests.services.examiner.cases import cases

# The service, the household's name, the rules of its day, and what is known of it.
Read = tuple[str, str, Rules, Circumstances]


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


def rows(every: int = 1) -> Iterator[Read]:
    """Each row (or every so many), once for each service in each way that its programmes read a household."""
    ways = {(one.service, one.household) for one in programmes().values()}
    for file in files():
        for number, row in enumerate(read_rows(file)):
            if number % every:
                continue
            name, on = f"{file.name.split('.')[0]} {row['id']}", day_of(row)
            for service, household in ways:
                definition = definition_of(service)
                plain = Circumstances.from_dict(household(row), definition.vocabulary, today=on)
                yield service, name, definition.rules_on(on), plain


def worked_cases() -> Iterator[Read]:
    """Every worked case of a service, of an organisation's own version of one, and of the examiner."""
    for folder in sorted(SERVICES.glob("**/examples")):
        of = folder.parent.relative_to(SERVICES).parts
        organisation = of[1] if of[0] == "local" else ""
        for file in sorted(folder.glob("*.yaml")):
            for case in read_households(file)[1]:
                yield _read(of[-1], case, organisation)
    for service, case in cases():
        yield _read(service, case)


def _read(service: str, case, organisation: str = "") -> Read:
    definition = definition_of(service, organisation=organisation)
    household = circumstances_of(case, definition.vocabulary, on=case.on)
    return service, case.name, definition.rules_on(case.on), household
