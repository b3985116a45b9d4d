"""`moothall verify`: check the record and its proofs, and say what was found and what was expected."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import nullcontext


def main(argv: list[str]) -> int:
    """Returns 0 when everything is as it should be, 1 with findings, 2 when it could not be checked."""
    parser = argparse.ArgumentParser(prog="moothall verify", description=__doc__)
    parser.add_argument(
        "--kept",
        metavar="SIZE:ROOT",
        action="append",
        default=[],
        type=_kept,
        help="a root that was kept elsewhere, as this command prints it; may be given again",
    )
    asked = parser.parse_args(argv)

    import django

    django.setup()
    from django.db import DatabaseError

    try:
        return _tell(_verified(dict(asked.kept)))
    except DatabaseError as problem:
        print(f"The record cannot be read: {problem}".rstrip(), file=sys.stderr)
        print("Is MOOTHALL_DATABASE the database that `moothall prepare` made ready?", file=sys.stderr)
        return 2


def _verified(kept: dict[int, bytes]):
    from django.db import DatabaseError

    from moothall.ground import record

    try:
        while record.sequence():
            pass
    except DatabaseError as problem:
        # A copy that can only be read can still be checked.
        print(
            f"What waits cannot be placed ({type(problem).__name__}); it is checked as it is.",
            file=sys.stderr,
        )
    with _every_organisation():
        return record.verify_record(_Progress(), kept=kept)


def _every_organisation():
    """The context that sees the whole record. SQLite has no second wall; there others go on writing."""
    from django.db import connection

    from moothall.ground.organisations.acting import acting_for
    from moothall.ground.organisations.models import Organisation

    if connection.vendor != "postgresql":
        return nullcontext()
    return acting_for(Organisation.objects.values_list("key", flat=True))


def _kept(text: str) -> tuple[int, bytes]:
    size, _, root = text.partition(":")
    try:
        kept = int(size), bytes.fromhex(root)
    except ValueError:
        kept = 0, b""
    if len(kept[1]) != 32:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected SIZE:ROOT with 64 hexadecimal digits")
    return kept


class _Progress:
    """A line every two seconds, so that a long check is seen to move and a short one is quiet."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, done: int, whole: int) -> None:
        if time.monotonic() - self._told > 2:
            self._told = time.monotonic()
            print(f"  {done} of {whole} entries", file=sys.stderr, flush=True)


def _tell(report) -> int:
    print(f"entries      {report.entries}, of which {report.payloads} with a payload, {report.erased} erased")
    print(f"checkpoints  {report.checkpoints} compared")
    print(f"waiting      {report.waiting} not yet placed")
    print(f"root         {report.entries}:{report.root.hex()}")
    for finding in report.findings:
        print(f"FOUND        {finding}")
    if report.more:
        print(f"FOUND        {report.more} more")
    print("The record is whole." if report.good else "The record is NOT as it was written.")
    return 0 if report.good else 1
