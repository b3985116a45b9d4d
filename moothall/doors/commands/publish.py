"""`moothall publish`: read what the files of a service would change, and approve them as its newest edition.

`--show` says what would change and keeps nothing. Without it the change is shown before it is kept, what
`moothall services check` says of this service refuses it, and at a terminal it is asked. Exit code: 0 when it
is done or shown, 1 when it is refused, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import sys


def main(argv: list[str]) -> int:
    asked = _parser().parse_args(argv)

    import django

    django.setup()
    from django.conf import settings

    from moothall.doors.commands.services_check import check_one
    from moothall.doors.kit.clock import now, today
    from moothall.ground.catalogue.actions import REFUSALS, preview, publish

    of = {"organisation": asked.organisation, "services": settings.SERVICES, "figures_on": today()}
    try:
        seen = preview(asked.service, **of)
        print("\n".join(seen.changes.lines()))
        if asked.show:
            print("This was shown. Nothing was published.")
            return 0
        if found := check_one(settings.SERVICES, asked.service, organisation=asked.organisation):
            print("\n".join(map(str, found)), file=sys.stderr)
            print(f"Findings: {len(found)}. Nothing was published.", file=sys.stderr)
            return 1
        if not _agreed():
            print("Nothing was published.")
            return 1
        edition = publish(
            asked.service,
            approved_by=asked.by,
            prepared_by=asked.prepared_by,
            why=asked.why,
            now=now(),
            read=seen.content_hash,
            **of,
        )
    except REFUSALS as wrong:
        print(wrong, file=sys.stderr)
        print("Nothing was published.", file=sys.stderr)
        return 1
    print(f"Published {edition}")
    return 0


def _agreed() -> bool:
    """A person at a terminal is asked; a script has agreed by its arguments."""
    return not sys.stdin.isatty() or input("Publish this? Type yes or no: ").strip().lower() == "yes"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="moothall publish", description=__doc__)
    parser.add_argument("service")
    parser.add_argument("--for", dest="organisation", required=True, metavar="ORGANISATION")
    parser.add_argument("--show", action="store_true", help="say what would change, and publish nothing")
    parser.add_argument("--prepared-by", default="", metavar="NAME", help="who wrote the change")
    parser.add_argument("--by", default="", metavar="NAME", help="who approves it: a second person")
    parser.add_argument("--why", default="", metavar="REASON")
    return parser
