"""Loads a release, finds postcodes in it, and prints what that cost as one line of JSON."""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import time
from datetime import date
from pathlib import Path

FOUND = 3_000  # postcodes looked up, evenly by chance over all outward codes
ON = date(2026, 11, 23)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    django.setup()
    release = Path(sys.argv[1])
    print(json.dumps(_load(release) | _keep() | _find()))


def _load(path: Path) -> dict:
    from django.utils import timezone

    from moothall.ground.places.actions import load_release
    from moothall.ground.places.codepoint import open_release

    release = open_release(path)
    floor = time.process_time()
    rows = sum(1 for file in release.files for _ in file.rows())
    floor = time.process_time() - floor
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cpu, wall = time.process_time(), time.perf_counter()
    loaded = load_release(release, now=timezone.now())
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    if not loaded.is_new or loaded.edition.counts["postcodes"] != rows:
        raise RuntimeError("The release was not loaded whole, so there is nothing to measure.")
    return {
        "floor, reading the rows and nothing else": {"value": floor, "unit": "s of CPU"},
        "load, whole": {"value": cpu, "unit": "s of CPU"},
        "load: wall": {"value": wall, "unit": "s"},
        "load: rows a second of CPU": {"value": rows / cpu, "unit": "rows"},
        "load: memory on top": {
            "value": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
            "unit": "MB",
        },
    }


def _keep() -> dict:
    from django.db import connection

    from moothall.ground.places.models import PlaceEdition, PostcodeBlock

    postcodes = PlaceEdition.objects.get(whole=True).counts["postcodes"]
    blocks = PostcodeBlock.objects.filter(edition__whole=True).values_list("packed", "answers", "outward")
    said = sum(len(packed) + len(answers) + len(outward) for packed, answers, outward in blocks)
    figures = {"kept: bytes a postcode, as said": {"value": said / postcodes, "unit": "bytes"}}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_total_relation_size('places_postcodeblock')")
            whole = cursor.fetchone()[0]
        figures["kept: bytes a postcode, with indexes"] = {"value": whole / postcodes, "unit": "bytes"}
    return figures


def _find() -> dict:
    from bench._meter import Meter
    from moothall.ground.places.models import PostcodeBlock
    from moothall.ground.places.packing import inward_code, unpack
    from moothall.ground.places.postcodes import BadPostcode
    from moothall.ground.places.queries import look_up

    chance = random.Random(7)
    blocks = list(PostcodeBlock.objects.filter(edition__whole=True).values_list("outward", "packed"))
    some = []
    for outward, packed in chance.choices(blocks, k=FOUND):
        number, _ = chance.choice(list(unpack(packed)))
        some.append(outward + inward_code(number))
    meter, nobody = Meter(), 0
    for postcode in some:
        with meter.measured():
            try:
                look_up(postcode, on=ON)
            except BadPostcode:
                nobody += 1
    return {
        "look-up: CPU with the database's": meter.cpu(),
        "look-up: statements": {"value": meter.statements(budget=99)["value"], "unit": "statements"},
        "look-up: median": meter.wall(),
        "look-up: no council in the register": {"value": nobody, "unit": f"of {FOUND}"},
    }


if __name__ == "__main__":
    main()
