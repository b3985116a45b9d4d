"""`moothall prepare`: bring the database up to date; in a demonstration, fill it once.

Publishing is an approved act and never a side effect of starting. A demonstration's
services are published when it has none; what is changed in their files afterwards waits
for `moothall publish`, and this says so.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

APPROVED_BY = "The operator of this demonstration"
WHY = "The first edition of a new demonstration."
# An edition goes on as it was approved; what is new in the files it was made of waits for two people.
CHANGED = ": its files have changed since it was approved"
APPROVE = "moothall publish SERVICE --for BODY --prepared-by NAME --by NAME --why REASON"


def main(argv: list[str]) -> int:
    words = argparse.ArgumentParser(prog="moothall prepare", description=__doc__)
    words.add_argument("--with-past", action="store_true", help="a demonstration in which things happened")
    asked = words.parse_args(argv)
    # The role that serves pages owns no table, so another migrates where there is one.
    if "MOOTHALL_DATABASE_OWNER" in os.environ:
        os.environ["MOOTHALL_DATABASE"] = os.environ["MOOTHALL_DATABASE_OWNER"]
    import django

    django.setup()
    from moothall.ground.catalogue.actions import REFUSALS
    from moothall.ground.organisations.actions import BadOrganisations

    try:
        for line in _steps(with_past=asked.with_past):
            print(line, flush=True)
    except (BadOrganisations, *REFUSALS) as wrong:
        print(f"{wrong}\nWhat comes after this was not prepared.", file=sys.stderr)
        return 1
    return 0


def _steps(*, with_past: bool) -> Iterator[str]:
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    yield "  Database      its tables are up to date"
    call_command("collectstatic", interactive=False, verbosity=0, stdout=sys.stderr)
    yield "  Pages         their styles and scripts are in place"
    if settings.DEMONSTRATION:
        yield from _fill(settings.SERVICES)
        if with_past:
            people = _past()
            yield f"  Past          {people or 'the'} invented people asked for help before today"
        (settings.DATA / "doors.txt").write_text(_doors(), encoding="utf-8")


def _fill(services: Path) -> Iterator[str]:
    from moothall.ground.organisations.actions import load_organisations
    from moothall.ground.people.demonstration import demo_people
    from moothall.ground.places.actions import load_places

    yield f"  Organisations {load_organisations(services / 'organisations')} bodies"
    yield f"  Places        {load_places(services / 'places')} postcodes"
    lines = []
    for service, organisation in offers(services):
        lines.append(_published(services, service, organisation))
        yield f"  Service       {lines[-1]}"
    if any(line.endswith(CHANGED) for line in lines):
        yield f"  To approve    {APPROVE}"
    yield f"  People        {len(demo_people())} invented officers"


def _past() -> int:
    from django.utils import timezone

    from moothall.doors.commands.past import live_through_the_past

    return live_through_the_past(now=timezone.now())


def _published(services: Path, service: str, organisation: str) -> str:
    from django.utils import timezone

    from moothall.ground.catalogue.actions import publish
    from moothall.ground.catalogue.files import content_hash, gather
    from moothall.ground.catalogue.queries import newest

    edition = newest(service, organisation=organisation)
    if edition is None:
        return str(
            publish(
                service,
                organisation=organisation,
                services=services,
                approved_by=APPROVED_BY,
                why=WHY,
                now=timezone.now(),
            )
        )
    if content_hash(gather(services, service=service, organisation=organisation)) == edition.content_hash:
        return str(edition)
    return f"{edition}{CHANGED}"


def offers(services: Path) -> list[tuple[str, str]]:
    """(service, organisation) for every service that a body of the demonstration offers."""
    import yaml

    listed = yaml.safe_load((services / "offers.yaml").read_text(encoding="utf-8"))["offers"]
    return [(service, organisation) for service, bodies in listed.items() for organisation in bodies]


def _doors() -> str:
    """What a newcomer needs to try every door; `{port}` is filled in by whoever opens them."""
    from moothall.ground.people.demonstration import demo_sign_ins

    at = "http://localhost:{port}"
    lines = [
        "This is a demonstration and no service of the bodies it names. Its people are invented.",
        "",
        f"  Residents      {at}/                      try the postcode CT1 1AA",
        f"  Officers       {at}/desk/                 sign in as one of these:",
    ]
    lines += [
        f"                   {one.email:<36} {one.name}, {one.role.replace('_', ' ')}, {one.organisation}"
        for one in demo_sign_ins()
    ]
    lines += [
        f"                   password {demo_sign_ins()[0].password}",
        f"  Their codes    {at}/demonstration/authenticator",
        f"  Sent letters   {at}/demonstration/outbox",
    ]
    return "\n".join(lines) + "\n"
