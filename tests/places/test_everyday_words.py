"""What people type finds what they mean, among the first three; and who then does it where they live."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from moothall.doors.frontdoor.finding import Findable, find
from moothall.doors.frontdoor.near_words import distance
from moothall.doors.frontdoor.offers import Elsewhere, around
from moothall.ground.directory.providing import listed_in
from moothall.ground.directory.reading import directory
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.actions import load_places
from moothall.ground.places.queries import serving_with, who_serves
from tests.kit.places import ROOT

ON = date(2026, 11, 23)
TYPED = yaml.safe_load((ROOT / "tests/places/everyday_words.yaml").read_text("utf-8"))
PAIRS = [(str(words), meant) for meant, several in TYPED.items() for words in several]
DIRECTORY = directory(settings.SERVICES / "directory")


def findables(nation: str) -> list[Findable]:
    rows = (*listed_in(DIRECTORY, nation), *DIRECTORY.events.values())
    return [Findable(one.key, one.name["en"], one.words) for one in rows]


ENGLAND = findables("england")


def test_there_are_many_of_them_and_many_services():
    assert len(PAIRS) >= 300 and len(TYPED) >= 90


@pytest.mark.parametrize(("words", "meant"), PAIRS)
def test_it_is_among_the_first_three(words, meant):
    assert meant in [one.key for one in find(words, ENGLAND)[:3]]


@pytest.mark.parametrize(
    "words", ["a dragon licence", "living on the moon", "qwertyuiop", "the", "pizza", ""]
)
def test_words_that_mean_no_service_find_none(words):
    assert find(words, ENGLAND) == []


def test_every_service_is_found_by_its_own_name_in_both_languages():
    for one in DIRECTORY.services.values():
        for name in one.name.values():
            assert one.key in [other.key for other in find(name, findables(one.nations[0]))[:3]], name


@given(st.text(max_size=300))
def test_nothing_that_is_typed_is_an_error(words):
    assert len(find(words, ENGLAND)) <= len(ENGLAND)


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_slips_are_counted_the_same_both_ways(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@pytest.fixture
def bodies(db):
    load_organisations(settings.SERVICES / "organisations")
    load_places(settings.SERVICES / "places")


def serving(place: str):
    if place[0].isupper():
        return who_serves(place, on=ON)
    return serving_with(Organisation.objects.get(pk=place), on=ON)


@pytest.mark.parametrize(
    ("place", "service", "who"),
    [
        ("CT11AA", "bin_day", ["Canterbury City Council"]),
        ("CT11AA", "potholes", ["Kent County Council"]),
        ("CT11AA", "parks", ["Canterbury City Council", "Kent County Council"]),
        ("CT11AA", "council_tax", ["Canterbury City Council"]),
        ("CT91FE", "bin_day", ["Thanet District Council"]),
        ("CT162AY", "libraries", ["Kent County Council"]),
        ("SR11AE", "potholes", ["Sunderland City Council"]),
        ("SR11AE", "parks", ["Sunderland City Council"]),
        ("SR11AE", "older_persons_bus_pass", ["North East Combined Authority"]),
        ("E152PH", "older_persons_bus_pass", ["London Borough of Newham"]),
        ("E152PH", "traffic_lights", ["Transport for London"]),
        ("CF101AA", "older_persons_bus_pass", ["Transport for Wales"]),
        ("CF101AA", "carers", ["Department for Work and Pensions"]),
        ("CF101AA", "right_to_buy", None),
        ("G11AB", "carers", ["Social Security Scotland"]),
        ("G11AB", "right_to_buy", None),
        ("G11AB", "disabled_facilities_grant", None),
        ("G11AB", "healthy_start", None),
        ("G11AB", "bin_day", ["Glasgow City Council"]),
        ("belfast", "bin_day", ["Belfast City Council"]),
        ("belfast", "potholes", ["Department for Infrastructure"]),
        ("belfast", "council_home", ["Northern Ireland Housing Executive"]),
        ("belfast", "primary_places", ["Education Authority"]),
        ("belfast", "needs_assessment", ["Health and Social Care Trusts"]),
        ("belfast", "council_tax", None),
        ("belfast", "rates", ["Land and Property Services"]),
        ("CT11AA", "rates", None),
    ],
)
def test_who_does_it_there(bodies, place, service, who):
    here = around(serving(place))
    listed = DIRECTORY.services[service]
    if who is None:
        shown = here.in_topic(listed.topic)
        assert here.nation not in listed.nations
        assert listed.name["en"] not in {one.name for one in shown}
        assert listed.name["en"] not in {one.name for one in here.find(listed.name["en"]).services}
    else:
        found = here.find(listed.name["en"]).services[0]
        assert isinstance(found, Elsewhere) and [one["name"] for one in found.providers] == who


def test_an_event_is_named_and_stands_for_what_it_leads_to(bodies):
    found = around(serving("CT11AA")).find("my mum died")
    assert found.event == "When someone has died"
    assert [one.name for one in found.services[:2]] == [
        "Register a death",
        "Bereavement, burials and cremation",
    ]
    assert "Rates, and help with them" not in {one.name for one in found.services}


def test_what_a_body_that_serves_her_has_published_starts_here(bodies):
    from tests.kit import claims

    claims.set_the_stage()
    found = around(serving("CT11AA")).find("free bus pass").services[0]
    assert found.key == "older_persons_bus_pass" and found.by == "Kent County Council"
    in_sunderland = around(serving("SR11AE")).find("free bus pass").services[0]
    assert isinstance(in_sunderland, Elsewhere)
