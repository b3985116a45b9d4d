"""`moothall oracle`: compare our rules with an independent calculation, row by row.

Every row is either compared or left out by a named rule about the household, never by its id; only what the
oracle's own README states leaves one out. Each rule, and why the law is with us where we disagree, is in
docs/oracle.md. Exit code: 0 when each disagreement is explained there, 1 when one is not, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import islice
from pathlib import Path

from moothall.doors.commands.households import definition_of
from moothall.doors.commands.oracle_comparison import Programme
from moothall.doors.commands.oracle_households import NotAnOracleFile, day_of, read_rows
from moothall.doors.commands.oracle_programmes import programmes as every_programme
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Outcome


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall oracle", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="households_YEAR.jsonl.gz")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--only", action="append", metavar="PROGRAMME", help="one programme; may be repeated")
    parser.add_argument("--rows", type=int, metavar="N", help="only the first N households of each file")
    asked = parser.parse_args(argv)
    try:
        programmes = compare(asked.files, only=asked.only, rows=asked.rows)
    except (NotAnOracleFile, NoSuchProgramme) as wrong:
        print(f"moothall oracle: {wrong}", file=sys.stderr)
        return 2
    print(_as_json(programmes) if asked.json else _in_words(programmes))
    return 1 if any(programme.unexplained for programme in programmes.values()) else 0


class NoSuchProgramme(LookupError):
    """No module compares a programme of this name. The message names those that there are."""


def compare(
    files: Iterable[Path], *, only: Iterable[str] | None = None, rows: int | None = None
) -> dict[str, Programme]:
    """Compare the rows of the files, or the first `rows` of each.

    Raises NotAnOracleFile, NoSuchProgramme.
    """
    programmes = _chosen(only)
    for file in files:
        for row in islice(read_rows(file), rows):
            for alike in _worked_out_alike(programmes.values()):
                outcome = _outcome(row, alike)
                for programme in alike:
                    programme.take(row, outcome)
    return programmes


def _chosen(only: Iterable[str] | None) -> dict[str, Programme]:
    every = every_programme()
    if only is None:
        return every
    for name in only:
        if name not in every:
            raise NoSuchProgramme(f"there is no programme {name!r}. Expected: {', '.join(every)}")
    return {name: every[name] for name in only}


def _worked_out_alike(programmes: Iterable[Programme]) -> list[list[Programme]]:
    """Those of one service that read a household in the same way: it is worked out once for them together."""
    alike: dict[tuple[str, Callable], list[Programme]] = {}
    for programme in programmes:
        alike.setdefault((programme.service, programme.household), []).append(programme)
    return list(alike.values())


def _outcome(row: Mapping, alike: list[Programme]) -> Outcome:
    on: date = day_of(row)
    definition = definition_of(alike[0].service)
    goals = sorted({goal for programme in alike for goal in programme.goals})
    circumstances = Circumstances.from_dict(alike[0].household(row), definition.vocabulary, today=on)
    return definition.rules_on(on).work_out(goals, circumstances)


def _as_json(programmes: Mapping[str, Programme]) -> str:
    return json.dumps({"programmes": {name: one.to_dict() for name, one in programmes.items()}}, indent=2)


def _in_words(programmes: Mapping[str, Programme]) -> str:
    lines = []
    for name, one in programmes.items():
        lines.append(f"{name}: compared {one.compared}, agreed {one.agreed}, disagreed {len(one.disagreed)}")
        lines += [f"  left out, {rule}: {count}" for rule, count in sorted(one.excluded.items())]
        lines += [_disagreement(row) for row in one.disagreed]
    return "\n".join(lines)


def _disagreement(row: Mapping) -> str:
    why = row["because"] or "NOT EXPLAINED"
    return f"  {row['id']}: ours {row['ours']}, oracle {row['oracle']}; {why}"
