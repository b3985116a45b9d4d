"""`moothall load`: a register of postcodes, or the addresses of those that are split.

`places PATH` reads a release of Ordnance Survey's Code-Point Open: the published zip, or a folder of its
files. Everybody is served by the old one until the new one is complete. Stopped at any moment, it has done
nothing: run it again. `addresses FILE` reads a CSV file with the columns uprn, postcode, address, district.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moothall.ground.places.actions import Loaded, Progress

BAR = 24  # characters
SAID_EVERY = 5.0  # seconds between lines where there is no terminal


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall load", description=__doc__)
    things = parser.add_subparsers(dest="thing", required=True)
    places = things.add_parser("places", help="a release of Code-Point Open")
    places.add_argument("path", type=Path)
    dated = "where it does not say its day"
    places.add_argument("--dated", type=date.fromisoformat, metavar="DAY", help=dated)
    places.add_argument("--even-if-smaller", action="store_true", help="it is known to have fewer postcodes")
    addresses = things.add_parser("addresses", help="addresses of split postcodes")
    addresses.add_argument("path", type=Path, metavar="FILE")
    addresses.add_argument("--source", required=True, metavar="WHO", help="who licensed them to you")
    asked = parser.parse_args(argv)
    # The role that serves pages may be lent fewer rights than loading needs, so the owner does it.
    if "MOOTHALL_DATABASE_OWNER" in os.environ:
        os.environ["MOOTHALL_DATABASE"] = os.environ["MOOTHALL_DATABASE_OWNER"]

    import django

    django.setup()
    from django.conf import settings

    from moothall.ground.organisations.actions import BadOrganisations, load_organisations
    from moothall.ground.places.codepoint import BadRelease

    try:
        load_organisations(settings.SERVICES / "organisations")
        return _places(asked) if asked.thing == "places" else _addresses(asked)
    except (BadRelease, BadOrganisations, OSError) as wrong:
        print(f"\n{wrong}\nNothing was changed.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Nothing was changed; the same command begins again.", file=sys.stderr)
        return 130


def _places(asked: argparse.Namespace) -> int:
    from moothall.doors.kit.clock import now
    from moothall.ground.places.actions import load_release
    from moothall.ground.places.codepoint import open_release

    bar = Bar(live=sys.stdout.isatty())
    loaded = load_release(
        open_release(asked.path, dated=asked.dated),
        now=now(),
        even_if_smaller=asked.even_if_smaller,
        progress=bar.show,
    )
    print()
    print("\n".join(told(loaded)))
    return 0


def _addresses(asked: argparse.Namespace) -> int:
    from moothall.doors.kit.clock import today
    from moothall.ground.places.actions import load_addresses

    with asked.path.open(encoding="utf-8", newline="") as lines:
        count = load_addresses(lines, source=asked.source, on=today())
    print(f"{count:,} addresses of {asked.source}")
    return 0


def told(loaded: Loaded) -> list[str]:
    """What came of a release, in words."""
    counts = loaded.edition.counts
    lines = [
        f"{loaded.edition}: {counts['postcodes']:,} postcodes"
        + ("" if loaded.is_new else "; it was loaded already, and nothing was changed"),
        f"  {counts['without_district']:,} have no council in the register, "
        f"{counts['without_position']:,} of all have no position (quality 90)",
        f"  {counts['may_be_split']:,} may have homes in a second district: a neighbour is within 60 metres",
        f"  kept in {counts['bytes'] / counts['postcodes']:.2f} bytes a postcode, and the rows' own overhead",
        f"  SHA-256 {loaded.edition.content_hash}",
    ]
    return lines + [f"  {code} is an old code: {whose}" for code, whose in sorted(loaded.former.items())]


class Bar:
    """Rows, rate and time left; a line that moves on a terminal, and one now and then in a log."""

    def __init__(self, *, live: bool):
        self.live = live
        self.began = time.monotonic()
        self.said = self.began

    def show(self, at: Progress) -> None:
        now = time.monotonic()
        if not self.live and now - self.said < SAID_EVERY and at.done < at.of:
            return
        self.said = now
        taken = max(now - self.began, 0.001)
        left = taken * (at.of - at.done) / max(at.done, 1)
        filled = BAR * at.done // max(at.of, 1)
        line = (
            f"  [{'#' * filled:<{BAR}}] {at.rows:>9,} rows  {at.rows / taken:>9,.0f} a second  "
            f"{left:>4.0f} s left  {at.file}"
        )
        print(f"\r{line:<100}" if self.live else line, end="" if self.live else "\n", flush=True)
