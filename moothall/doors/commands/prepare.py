"""`moothall prepare`: bring the database up to date; for a demonstration, fill it.

Publishing is an approved act: here the demonstration's own operator approves, by
asking for `--demonstration`, and the record says so.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

APPROVED_BY = "The operator of this demonstration"
WHY = "Set up for a demonstration with `moothall prepare --demonstration`."


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall prepare", description=__doc__)
    parser.add_argument("--demonstration", action="store_true", help="publish the services and invent some people")
    asked = parser.parse_args(argv)
    for line in _steps(demonstration=asked.demonstration):
        print(line, flush=True)
    return 0


def _steps(*, demonstration: bool) -> Iterator[str]:
    # The role that serves pages owns no table, so another migrates where there is one.
    if "MOOTHALL_DATABASE_OWNER" in os.environ:
        os.environ["MOOTHALL_DATABASE"] = os.environ["MOOTHALL_DATABASE_OWNER"]
    import django

    django.setup()
    yield from _migrate()
    if demonstration:
        yield from _fill()


def _migrate() -> Iterator[str]:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    yield "database      its tables are up to date"


def _fill() -> Iterator[str]:
    from django.conf import settings
    from django.utils import timezone

    from moothall.ground.catalogue.actions import publish
    from moothall.ground.organisations.actions import load_organisations
    from moothall.ground.people.demonstration import demo_people
    from moothall.ground.places.actions import load_places

    yield f"organisations {load_organisations(settings.SERVICES / 'organisations')} bodies"
    yield f"places        {load_places(settings.SERVICES / 'places')} postcodes"
    for service, organisation in offers(settings.SERVICES):
        edition = publish(
            service,
            organisation=organisation,
            services=settings.SERVICES,
            approved_by=APPROVED_BY,
            why=WHY,
            now=timezone.now(),
        )
        yield f"edition       {edition}"
    demo_people()
    yield "people        invented officers are ready"


def offers(services) -> list[tuple[str, str]]:
    """(service, organisation) for every service that a body of the demonstration offers."""
    import yaml

    listed = yaml.safe_load((services / "offers.yaml").read_text())["offers"]
    return [(service, organisation) for service, bodies in listed.items() for organisation in bodies]
