"""In each town of the demonstration, somebody who types a postcode is shown the bodies that serve her."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import DISTRICTS
from moothall.ground.places.actions import load_places

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded():
    load_organisations(settings.SERVICES / "organisations")
    load_places(settings.SERVICES / "places")


def page(postcode: str, *, language: str = "en") -> str:
    client = Client()
    client.get(f"/language/{language}")
    return client.post("/", {"postcode": postcode}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("postcode", "names"),
    [
        ("CT1 1AA", ["Canterbury City Council", "Kent County Council"]),
        ("ct91fe", ["Thanet District Council", "Kent County Council"]),
        ("CT13 OAA", ["Dover District Council", "Kent County Council"]),
        ("SR1 1AE", ["Sunderland City Council", "North East Combined Authority"]),
        ("E12 5AA", ["London Borough of Newham", "Greater London Authority", "Transport for London"]),
        ("CF10 1AA", ["City of Cardiff Council"]),
        ("G1 1AB", ["Glasgow City Council"]),
    ],
)
def test_her_bodies_are_named(postcode, names):
    shown = page(postcode)
    assert all(name in shown for name in names)


def test_in_cardiff_they_are_named_in_welsh_for_whoever_reads_welsh():
    assert "Cyngor Dinas Caerdydd" in page("CF10 1AA", language="cy")


@pytest.mark.parametrize(
    ("postcode", "said"),
    [
        ("BT1 5GS", "Which council do you live in?"),
        ("CT1 9ZZ", "We do not know this postcode"),
        ("CT4 8AF", "Which home at CT4 8AF is yours?"),
    ],
)
def test_where_a_postcode_finds_nobody_she_is_told_what_to_do(postcode, said):
    assert said in page(postcode)


def test_every_kind_of_council_and_authority_is_explained():
    """A body of a kind without a sentence would be an error on her page."""
    from moothall.doors.kit import t

    shown = {*DISTRICTS, *Organisation.objects.values_list("kind", flat=True)}
    assert all(t(f"frontdoor.does.{kind}") for kind in shown)
