"""`moothall publish`: approve the files of a service as its newest edition."""

from __future__ import annotations

import argparse
import sys


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall publish", description=__doc__)
    parser.add_argument("service")
    parser.add_argument("--for", dest="organisation", required=True, metavar="ORGANISATION")
    parser.add_argument("--by", required=True, metavar="NAME", help="who approves it")
    parser.add_argument("--why", required=True, metavar="REASON")
    asked = parser.parse_args(argv)

    import django

    django.setup()
    from django.conf import settings

    from moothall.doors.kit.clock import now, today
    from moothall.engines.deadlines import DeadlineError
    from moothall.engines.facts import Faults
    from moothall.engines.process import ProcessError
    from moothall.ground.catalogue.actions import NotApproved, publish
    from moothall.ground.catalogue.files import NoSuchService
    from moothall.ground.catalogue.letters import BadLetter

    try:
        edition = publish(
            asked.service,
            organisation=asked.organisation,
            services=settings.SERVICES,
            approved_by=asked.by,
            why=asked.why,
            now=now(),
            figures_on=today(),
        )
    except (Faults, ProcessError, DeadlineError, NoSuchService, BadLetter, NotApproved) as wrong:
        print(wrong, file=sys.stderr)
        print("Nothing was published.", file=sys.stderr)
        return 1
    print(f"Published {edition}")
    return 0
