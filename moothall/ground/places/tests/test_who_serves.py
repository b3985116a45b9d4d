from datetime import date
from pathlib import Path

import pytest

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.places.actions import load_places
from moothall.ground.places.models import Place
from moothall.ground.places.postcodes import UnknownPostcode
from moothall.ground.places.queries import who_serves

SERVICES = Path(__file__).resolve().parents[4] / "services"
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def loaded(db):
    load_organisations(SERVICES / "organisations")
    load_places(SERVICES / "places")


def test_the_district_and_then_the_county_serve_an_address():
    serving = who_serves("CT11AA", on=TODAY)
    assert [(one.organisation.key, one.tier) for one in serving] == [
        ("canterbury", "district"),
        ("kent", "county"),
    ]


def test_one_outward_code_lies_in_two_districts():
    assert who_serves("CT33JS", on=TODAY)[0].organisation.key == "canterbury"
    assert who_serves("CT31JG", on=TODAY)[0].organisation.key == "dover"


def test_a_postcode_in_no_list_is_unknown():
    with pytest.raises(UnknownPostcode):
        who_serves("CT19ZZ", on=TODAY)


def test_loading_twice_changes_nothing():
    before = Place.objects.count()
    load_places(SERVICES / "places")
    assert Place.objects.count() == before
