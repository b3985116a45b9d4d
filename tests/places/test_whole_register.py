"""The whole register of Great Britain: every postcode of the samples finds the bodies that the samples name.

What is known about each postcode comes from files that were made without Moothall; see the shared data's
README. They are compared by code, through the bodies' own files, because one body has had several codes.
"""

from __future__ import annotations

import csv
import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from moothall.doors.api import who_serves as api
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.models import Organisation, OrganisationCode
from moothall.ground.places.actions import load_release
from moothall.ground.places.codepoint import open_release
from moothall.ground.places.models import PostcodeBlock
from moothall.ground.places.queries import NoDistrict, look_up
from moothall.ground.places.tests import releases
from tests.kit.shared import shared
from tests.places.asking import ON, asked_by_api, asked_by_page, expected, rows

# Marked, so that a run of one of them makes the tables, too.
pytestmark = [pytest.mark.shared, pytest.mark.django_db]

CODE_POINT = "data/codepoint_open_2025-10"
PARTS = 6
STEP = 10
FEW = ("ct", "tn", "hs")  # Kent's two, and the smallest but one


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker):
    """Loaded once for this file, and undone by its transaction."""
    release = open_release(shared(CODE_POINT))
    with django_db_blocker.unblock(), transaction.atomic():
        load_organisations(settings.SERVICES / "organisations")
        yield load_release(release, now=timezone.now())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def body_of(register) -> dict[str, str]:
    """Key of the body of each code of the Government Statistical Service."""
    codes = OrganisationCode.objects.filter(scheme="gss")
    return dict(codes.values_list("code", "organisation_id"))


def samples() -> list[dict[str, str]]:
    return rows(shared("data/postcodes/gb_sample_60_per_district.csv"))


def who(postcode: str) -> tuple[str, str | None, list[str]]:
    """(district, county, others that it may be) of a postcode as it is written."""
    found = look_up(postcode.replace(" ", ""), on=ON)
    tiers = {one.tier: one.organisation.key for one in found.serving}
    return found.serving[0].organisation.key, tiers.get("county"), [one.key for one in found.may_also_be]


def test_it_is_all_there(register):
    assert register.edition.counts["postcodes"] == 1_745_849
    assert register.edition.counts["without_district"] == 1_044
    assert register.edition.counts["without_position"] == 836
    assert register.edition.dated == date(2025, 10, 20)
    # The hash says that everybody who loads this release has the same; another release has another.
    assert register.edition.content_hash.startswith("9599619488e6294e")


def test_all_350_districts_are_councils_that_are_there_today(register, body_of):
    answers = PostcodeBlock.objects.values_list("answers", flat=True)
    codes = {answer.split(" ")[0] for block in answers for answer in block.split(",")} - {""}
    assert len(codes) == 350
    councils = Organisation.objects.filter(pk__in={body_of[code] for code in codes})
    assert len(councils) == 350 and all(council.exists(ON) for council in councils)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_sample_postcode_has_the_district_and_the_county_of_the_file(part, body_of):
    """In parts, because one test of 21,000 look-ups is long enough to be taken for one that hangs."""
    everything = samples()
    assert len(everything) == 21_000
    asked = everything[part::PARTS]
    wrong = [
        (row["postcode"], row["district"], found)
        for row in asked
        if (found := who(row["postcode"]))[:2]
        != (body_of[row["district_gss"]], body_of[row["county_gss"]] if row["county_gss"] else None)
    ]
    assert not wrong[:10], f"{len(wrong)} of {len(asked)}"


@pytest.mark.parametrize("part", range(PARTS))
def test_the_api_and_the_page_say_the_same(part, body_of, monkeypatch):
    """Of each part the API one in ten, and the page one in two hundred; `make proof` asks both for all."""
    monkeypatch.setattr(api, "MOST", 10**9)
    client, names, wrong = Client(), dict(Organisation.objects.values_list("key", "name_en")), []
    for number, row in enumerate(samples()[part :: PARTS * STEP]):
        keys = expected(row, body_of)
        if asked_by_api(client, row["postcode"])[0][: len(keys)] != keys:
            wrong.append(row["postcode"])
        if number % 20 == 0:
            page = asked_by_page(client, row["postcode"])
            if page[: len(keys)] != [names[key] for key in keys]:
                wrong.append(row["postcode"])
    assert not wrong[:10], len(wrong)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_candidate_at_a_border_names_the_other_district(part, body_of):
    everything = rows(shared("data/postcodes/boundary_candidates_60m.csv"))
    assert len(everything) == 2_823
    candidates = everything[part::PARTS]
    wrong = []
    for row in candidates:
        here, there = body_of[row["district_gss"]], body_of[row["other_district_gss"]]
        district, _, others = who(row["postcode"])
        if district != here or there not in others:
            wrong.append((row["postcode"], here, there, district, others))
        if who(row["nearest_other_postcode"])[0] != there:
            wrong.append(row["nearest_other_postcode"])
    assert not wrong[:10], f"{len(wrong)} of {len(candidates)}"


@pytest.mark.parametrize(
    ("outward", "districts"),
    [
        ("CT4", {"canterbury", "ashford", "folkestone_and_hythe"}),
        ("TN25", {"ashford", "folkestone_and_hythe"}),
    ],
)
def test_an_outward_code_in_several_districts_answers_each_postcode_by_itself(outward, districts, body_of):
    area = shared(f"{CODE_POINT}/{outward[:2].lower()}.csv.gz")
    with gzip.open(area, "rt") as lines:
        ours = [row for row in csv.DictReader(lines) if row["postcode"].startswith(f"{outward} ")]
    for row in ours:
        if row["district"]:
            assert who(row["postcode"])[:2] == (body_of[row["district"]], "kent")
        else:
            with pytest.raises(NoDistrict):
                who(row["postcode"])
    assert districts <= {body_of[row["district"]] for row in ours if row["district"]}


def test_the_published_layout_in_a_zip_is_the_same_edition_as_the_folder(tmp_path):
    load_organisations(settings.SERVICES / "organisations")
    folder = tmp_path / "a"
    folder.mkdir()
    for area in FEW:
        (folder / f"{area}.csv.gz").write_bytes(shared(f"{CODE_POINT}/{area}.csv.gz").read_bytes())
    how = {"now": timezone.now(), "even_if_smaller": True}
    day = date(2026, 1, 20)  # no day of a register that is loaded
    unpacked = load_release(open_release(folder, dated=day), **how)
    zipped = load_release(open_release(_published(folder), dated=day), **how)
    assert unpacked.is_new and not zipped.is_new
    assert zipped.edition.content_hash == unpacked.edition.content_hash


def _published(folder: Path) -> Path:
    """The same areas in the layout that Ordnance Survey publishes."""
    path = folder.parent / "codepo_gb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for area in FEW:
            with gzip.open(folder / f"{area}.csv.gz", "rt") as lines:
                told = [
                    releases.row(
                        one["postcode"],
                        one["district"],
                        county=one["county"],
                        at=(one["easting"], one["northing"]),
                        quality=one["pq"],
                    )
                    for one in csv.DictReader(lines)
                ]
            archive.writestr(f"Data/CSV/{area}.csv", "\r\n".join(told) + "\r\n")
    return path
