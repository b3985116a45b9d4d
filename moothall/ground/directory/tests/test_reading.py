"""The directory's files: what they must say, and that what they name is there."""

from __future__ import annotations

import csv

import pytest
import yaml
from django.conf import settings

from moothall.ground.directory.reading import EVERYWHERE, BadDirectory, directory, read_directory
from moothall.ground.organisations.actions.load_organisations import read_organisations
from tests.kit.shared import shared

FOLDER = settings.SERVICES / "directory"
TIER_OF = {"county/unitary": "county", "district/unitary": "district", "all": "every"}
ROW = {
    "tier": "district",
    "name": {"en": "Bins", "cy": "Biniau"},
    "words": {"en": ["rubbish"], "cy": ["sbwriel"]},
}


def written(folder, *, row: dict, leads_to: tuple[str, ...] = ()) -> None:
    event = {"name": ROW["name"], "words": ROW["words"], "leads_to": list(leads_to)}
    files = {
        "01_waste.yaml": {"topic": ROW["name"], "services": {"bins": row}},
        "events.yaml": {"events": {"moving": event}},
        "bodies.yaml": {"bodies": {}},
    }
    for name, told in files.items():
        (folder / name).write_text(yaml.safe_dump(told), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"tier": "parish"}, "tier: found 'parish'"),
        ({"name": {"en": "Bins"}}, "name: expected en: and cy:"),
        ({"nations": ["cornwall"]}, "nations: found 'cornwall'"),
        ({"teir": "district"}, "has teir"),
    ],
)
def test_what_is_wrong_is_said_with_its_file(tmp_path, change, found):
    written(tmp_path, row=ROW | change)
    with pytest.raises(BadDirectory, match=f"01_waste.yaml: bins: {found}"):
        read_directory(tmp_path)


def test_an_event_that_leads_nowhere_is_refused(tmp_path):
    written(tmp_path, row=ROW, leads_to=("bins", "moon"))
    with pytest.raises(BadDirectory, match="moving: leads to moon"):
        read_directory(tmp_path)


def test_everything_that_it_names_is_there():
    bodies = read_organisations(settings.SERVICES / "organisations")
    told = directory(FOLDER)
    assert told.bodies_named() | told.does.keys() <= bodies.keys()
    for one in told.services.values():
        assert not one.here or (settings.SERVICES / one.here / "service.yaml").is_file(), one.key
        kinds = {body["kind"] for body in bodies.values()}
        assert one.by.keys() <= {*EVERYWHERE, *kinds, *bodies}, one.key


def test_every_national_body_says_what_it_does():
    bodies = read_organisations(settings.SERVICES / "organisations")
    national = {key for key, body in bodies.items() if body["kind"] == "national"}
    assert national - directory(FOLDER).does.keys() == set()


@pytest.mark.shared
def test_all_117_local_transactions_are_there_with_their_tier():
    with shared("data/lgsl/govuk_local_transactions_tier.csv").open(encoding="utf-8") as lines:
        theirs = {int(row["lgsl"]): TIER_OF[row["providing_tier"]] for row in csv.DictReader(lines)}
    ours = {one.lgsl: one.tier for one in directory(FOLDER).services.values() if one.lgsl}
    assert len(theirs) == 117
    assert theirs.items() <= ours.items()
