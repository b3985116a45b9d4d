"""A postcode beside a border: she says which home is hers, and her council stays the one that she chose."""

from __future__ import annotations

import pytest
from django.conf import settings

from moothall.doors.frontdoor.tests.resident import JOAN, SERVICE, Resident
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.places.actions import load_places
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import carry_over, start_draft
from moothall.work.applications.models import Draft
from tests.kit import claims

SPLIT, BESIDE = "CT4 8AF", "E15 1DZ"
OF_CANTERBURY, OF_ASHFORD = "home-999990000002", "home-999990000001"


@pytest.fixture(autouse=True)
def places(db):
    load_organisations(settings.SERVICES / "organisations")
    load_places(settings.SERVICES / "places")


@pytest.fixture
def published(places):
    claims.set_the_stage()


@pytest.fixture
def joan() -> Resident:
    return Resident(says=JOAN | {"postcode": SPLIT, "town": "Chartham"})


def test_a_split_postcode_asks_which_home_and_names_each_council(joan):
    joan.lives_at(SPLIT)
    assert joan.path == "/your-home" and joan.heading == "Which home at CT4 8AF is yours?"
    for named in ("1 Invented Lane", "12 Invented Lane", "Ashford Borough", "Canterbury City Council"):
        assert named in joan.words


def test_what_is_not_to_be_chosen_there_is_refused_kindly(joan):
    for chosen in ("", "home-1", "thanet", "home-999990000021"):
        joan.lives_at(SPLIT).sends("/your-home", home=chosen)
        assert joan.status == 422 and joan.title.startswith("Error: ")
        assert joan.problems == [
            ("home", "Choose your home, or the council that sends your council tax bill")
        ]
    assert joan.opens("/your-area").path == "/your-home", "nobody serves her yet"


def test_the_home_or_the_council_that_she_chose_decides_who_serves_her(joan):
    for chosen, council, other in (
        (OF_CANTERBURY, "Canterbury City Council", "Ashford"),
        (OF_ASHFORD, "Ashford Borough Council", "Canterbury"),
        ("canterbury", "Canterbury City Council", "Ashford"),
    ):
        words = joan.lives_at(SPLIT).sends("/your-home", home=chosen).words
        assert joan.path == "/your-area"
        assert f"You chose a home in the area of {council}." in words and "Kent County Council" in words
        assert other not in words.partition("National bodies")[0]
        assert joan.opens("/your-home").chosen("home") == [council.split()[0].lower()]


def test_no_cookie_holds_the_home(joan):
    joan.lives_at(SPLIT).sends("/your-home", home=OF_CANTERBURY)
    assert not any("999990" in cookie.value for cookie in joan.client.cookies.values())


def test_what_she_chose_is_kept_through_the_whole_interview(joan, published):
    joan.lives_at(SPLIT).sends("/your-home", home=OF_CANTERBURY).sends(f"/apply/{SERVICE}/start")
    joan.answers_until("/estimate").applies().submits()
    assert "CAN-" in joan.words
    with acting_for({"canterbury"}):
        assert list(Draft.objects.values_list("serving", flat=True)) == [["canterbury", "kent"]]


def test_of_a_home_in_the_other_district_the_first_council_is_not_asked(joan, published):
    joan.lives_at(SPLIT).sends("/your-home", home=OF_ASHFORD)
    assert joan.opens(f"/services/{SERVICE}").status == 404


def test_a_postcode_beside_a_border_names_the_other_council_and_lets_her_choose_it(joan):
    words = joan.lives_at(BESIDE).words
    assert joan.path == "/your-area" and "London Borough of Newham" in words
    assert "A few of its homes may be in the area of London Borough of Waltham Forest." in words
    words = joan.sends("/your-home", home="waltham_forest").words
    assert "You chose a home in the area of London Borough of Waltham Forest." in words


def test_there_is_nothing_to_choose_where_one_council_serves_all_homes(joan):
    assert joan.lives_at("CT1 1AA").opens("/your-home").path == "/your-area"
    assert Resident().opens("/your-home").path == "/"


def asks(resident: Resident, day: str, month: str, year: str) -> Resident:
    return resident.opens(f"/your-area-on-a-day?on-day={day}&on-month={month}&on-year={year}")


def test_an_earlier_day_finds_the_body_of_that_day(joan):
    words = asks(joan.lives_at("CA1 1AA"), "1", "4", "2023").words
    assert "On 1 April 2023 these served it Cumberland Council" in words
    words = asks(joan, "31", "3", "2023").words
    assert "it was one of these" in words and "Carlisle City Council" in words and "Cumberland" not in words
    words = asks(joan.lives_at("CT1 1AA"), "31", "3", "2020").words
    assert "Canterbury City Council Kent County Council" in words
    assert "The oldest list of postcodes that we have is of 20 October 2025." in words
    words = asks(joan.sends("/your-council", council="belfast"), "1", "5", "2020").words
    assert "On 1 May 2020 these served it Belfast City Council" in words


def test_what_is_no_earlier_day_is_refused_kindly(joan):
    joan.lives_at("CT1 1AA")
    for day, said in (
        (("31", "2", "2020"), "Enter a real day"),
        (("1", "1", "2999"), "Enter a day that has been"),
        (("1", "1", "1066"), "Enter a day from 1 April 2015 on"),
        (("x", "", ""), "Enter a real day"),
    ):
        asks(joan, *day)
        assert joan.status == 422 and joan.problems[0][0] == "on-day" and said in joan.problems[0][1]
    assert Resident().opens("/your-area-on-a-day").path == "/"


def test_the_register_is_named_as_its_licence_asks(joan):
    assert "Contains OS data © Crown copyright and database right 2025" in joan.lives_at("CT1 1AA").words
    assert "Contains OS data" in joan.opens("/your-area/housing").words
    assert "Contains OS data" not in joan.sends("/your-council", council="belfast").words


def test_a_move_to_a_split_postcode_asks_which_home_it_is(joan, published):
    joan.lives_at("CT1 1AA")
    joan.sends("/apply/moving_home/start", this_home="leaving", postcode=SPLIT, other_home="nowhere")
    assert joan.status == 422
    assert joan.problems == [
        ("other_home", "Say which home at CT4 8AF it is: its homes are in the areas of different councils")
    ]
    joan.sends("/apply/moving_home/start", this_home="leaving", postcode=SPLIT, other_home=OF_ASHFORD)
    assert joan.path == "/apply/moving_home/when-you-move"
    with acting_for({"canterbury"}):
        [ends] = Draft.objects.values_list("ends", flat=True)
    assert ends == {"leaving": ["canterbury", "kent"], "arriving": ["ashford", "kent"]}


def test_a_claim_that_takes_the_answers_of_an_estimate_stays_with_the_council_she_chose(published):
    serving = who_serves("CT48AF", on=claims.TODAY, council="canterbury")
    with acting_for({"canterbury", "kent"}):
        estimate = start_draft(
            "what_could_i_get",
            organisation="canterbury",
            serving=serving,
            postcode="CT48AF",
            language="en",
            now=claims.NOW,
        )
        claim = carry_over(estimate, service=SERVICE, today=claims.TODAY, now=claims.NOW)
        assert claim.serving == ["canterbury", "kent"]
