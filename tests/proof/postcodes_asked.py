"""Asks for every sample postcode on the database of this process, and prints one line of JSON after another.

`python -m tests.proof.postcodes_asked RELEASE SAMPLES CANDIDATES EVERY` loads the release, then asks for one
in EVERY of the samples whose area is in it, and for all candidates there.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from moothall.doors.api import who_serves as api  # noqa: E402
from moothall.ground.organisations.models import Organisation, OrganisationCode  # noqa: E402
from moothall.ground.places.actions import load_release  # noqa: E402
from moothall.ground.places.codepoint import open_release  # noqa: E402
from moothall.ground.places.models import PostcodeBlock, SplitAddress  # noqa: E402
from moothall.ground.places.queries import look_up  # noqa: E402
from tests.places.asking import ON, asked_by_api, asked_by_page, expected, rows  # noqa: E402

TOLD_EVERY = 2_000


def main(release: Path, samples: Path, candidates: Path, every: int) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    api.MOST = 10**9  # how often one address may ask is proved elsewhere
    SplitAddress.objects.all().delete()  # the homes that the demonstration invents
    began = time.monotonic()
    loaded = load_release(open_release(release), now=timezone.now(), even_if_smaller=True)
    say(f"{loaded.edition.counts['postcodes']:,} postcodes loaded in {time.monotonic() - began:.0f} s")
    there = set(PostcodeBlock.objects.filter(edition=loaded.edition).values_list("outward", flat=True))
    body_of = dict(OrganisationCode.objects.filter(scheme="gss").values_list("code", "organisation_id"))
    asked = [row for row in rows(samples)[::every] if outward(row["postcode"]) in there]
    both = ("postcode", "nearest_other_postcode")
    beside = [row for row in rows(candidates) if {outward(row[one]) for one in both} <= there]
    failures = ask_samples(asked, body_of) + ask_candidates(beside, body_of)
    counts = {"samples by page and by API": len(asked), "candidates at a border": len(beside)}
    print(json.dumps({"counts": counts, "failures": failures}), flush=True)


def ask_samples(asked: list[dict[str, str]], body_of: dict[str, str]) -> list[str]:
    """Each sample is answered with its own district and county, by the page and by the API."""
    names = dict(Organisation.objects.values_list("key", "name_en"))
    client, failures, cpu = Client(), [], time.process_time()
    for number, row in enumerate(asked, start=1):
        keys = expected(row, body_of)
        page = asked_by_page(client, row["postcode"])
        if page[: len(keys)] != [names[key] for key in keys]:
            failures.append(f"{row['postcode']}: the page names {page}, expected {keys}")
        told, _ = asked_by_api(client, row["postcode"])
        if told[: len(keys)] != keys:
            failures.append(f"{row['postcode']}: the API names {told}, expected {keys}")
        if number % TOLD_EVERY == 0:
            each = (time.process_time() - cpu) / number * 1000
            say(f"{number:,} of {len(asked):,} samples, {len(failures)} wrong, {each:.0f} ms of CPU each")
    return failures


def ask_candidates(beside: list[dict[str, str]], body_of: dict[str, str]) -> list[str]:
    """Each candidate is answered with its own district, and the one next to it is said to be possible."""
    client, failures = Client(), []
    for row in beside:
        here, there = body_of[row["district_gss"]], body_of[row["other_district_gss"]]
        found = look_up(row["postcode"].replace(" ", ""), on=ON)
        others = [one.key for one in found.may_also_be]
        best = found.serving[0].organisation.key
        if best != here or there not in others:
            failures.append(f"{row['postcode']}: found {best} or {others}, expected {here} or {there}")
        if asked_by_api(client, row["postcode"])[1] != others:
            failures.append(f"{row['postcode']}: the API names others than {others}")
    say(f"{len(beside):,} candidates at a border asked, {len(failures)} wrong")
    return failures


def outward(postcode: str) -> str:
    return postcode.split(" ")[0]


def say(what: str) -> None:
    print(json.dumps({"said": f"{connection.vendor}: {what}"}), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), int(sys.argv[4]))
