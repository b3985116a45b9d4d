"""Another program asks who serves a postcode."""

from __future__ import annotations

import json

import pytest
import yaml
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from moothall.doors.api import who_serves as door
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.places.actions import load_places
from tests.kit.places import ROOT

SPEC = yaml.safe_load((ROOT / "moothall/doors/api/openapi.yaml").read_text("utf-8"))
ADDRESS = "/api/who-serves"


@pytest.fixture(autouse=True)
def loaded(db):
    cache.clear()
    load_organisations(settings.SERVICES / "organisations")
    load_places(settings.SERVICES / "places")


def ask(body: object, *, kind: str = "application/json"):
    sent = body if isinstance(body, str | bytes) else json.dumps(body)
    # Checks against forged requests are on, as they are for a browser: a program has no token.
    return Client(enforce_csrf_checks=True).post(ADDRESS, sent, content_type=kind)


def test_it_names_the_district_and_the_county():
    answer = ask({"postcode": "ct11aa", "on": "2026-11-23"})
    assert answer.status_code == 200 and answer["Content-Type"] == "application/json"
    told = answer.json()
    schema = SPEC["paths"][ADDRESS]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert told.keys() == set(schema["required"])
    assert all(
        set(SPEC["components"]["schemas"]["Body"]["required"]) <= one.keys() for one in told["serving"]
    )
    assert (told["postcode"], told["on"]) == ("CT1 1AA", "2026-11-23")
    assert [(one["key"], one["tier"]) for one in told["serving"]] == [
        ("canterbury", "district"),
        ("kent", "county"),
    ]


@pytest.mark.parametrize(
    ("postcode", "kind"),
    [
        ("", "postcode.missing"),
        ("CT1", "postcode.half"),
        ("BT1 5GS", "postcode.northern_ireland"),
        ("CT1 9ZZ", "postcode.unknown"),
        ("my house", "postcode.not_a_postcode"),
    ],
)
def test_each_wrong_postcode_has_its_kind_and_is_not_repeated(postcode, kind):
    answer = ask({"postcode": postcode})
    assert answer.status_code == 422 and answer.json()["error"]["kind"] == kind
    assert not postcode or postcode not in answer.content.decode()


def test_of_a_split_postcode_it_names_the_councils_and_an_address_decides():
    answer = ask({"postcode": "CT4 8AF"})
    told = answer.json()["error"]
    assert answer.status_code == 422 and told["kind"] == "postcode.split"
    assert {one["key"] for one in told["may_be"]} == {"ashford", "canterbury"}
    assert ask({"postcode": "CT4 8AF", "uprn": 999990000002}).json()["serving"][0]["key"] == "canterbury"
    assert [one["key"] for one in ask({"postcode": "E15 1DZ"}).json()["may_also_be"]] == ["waltham_forest"]


@pytest.mark.parametrize(
    "body",
    [
        "", "[]", "{", "null", "7", "[" * 900, b"\xff", {}, {"postcode": 7},
        {"postcode": "CT1 1AA", "name": "Joan"},
        {"postcode": "CT1 1AA", "on": "tomorrow"}, {"postcode": "CT1 1AA", "on": 20261123},
        {"postcode": "CT1 1AA", "uprn": True}, {"postcode": "C" * 2_000},
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused_in_json(body):
    answer = ask(body)
    assert answer.status_code == 400 and answer.json()["error"]["kind"] == "bad_question"


def test_a_form_is_refused_so_that_no_page_elsewhere_can_send_one():
    assert ask("postcode=CT1+1AA", kind="application/x-www-form-urlencoded").status_code == 400


def test_a_postcode_in_an_address_is_not_answered():
    answer = Client().get(ADDRESS, {"postcode": "CT1 1AA"})
    assert answer.status_code == 405 and answer["Allow"] == "POST"
    assert answer.json()["error"]["kind"] == "post_it"


@pytest.mark.parametrize("address", ["/api/", "/api/cases", "/api/places/CT11AA", "/api/who-serves/"])
def test_nothing_else_is_answered_to_a_stranger(address):
    for send in (Client().get, Client().post):
        assert send(address).status_code == 404
        assert send(address).json()["error"]["kind"] == "no_such_address"


def test_whoever_asks_too_often_waits(monkeypatch):
    monkeypatch.setattr(door, "MOST", 2)
    assert [ask({"postcode": "CT1 1AA"}).status_code for _ in range(3)] == [200, 200, 429]
    answer = ask({"postcode": "CT1 1AA"})
    assert int(answer["Retry-After"]) <= door.SECONDS and answer.json()["error"]["kind"] == "too_many"


def test_no_cookie_is_set():
    assert not ask({"postcode": "CT1 1AA"}).cookies
