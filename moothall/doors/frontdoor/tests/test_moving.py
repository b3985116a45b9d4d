"""A move at the door: two homes, one interview, and pages that say who was told and who was not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from moothall.doors.frontdoor.case import tracking
from moothall.doors.frontdoor.tests.resident import Resident
from tests.kit import claims, moves

SAYS = {
    fact: tuple(said.values()) if isinstance(said, dict) else said for fact, said in moves.TESSA.items()
} | {"date_of_birth": ("3", "5", "1955")}

EVERY_BODY = (
    "Canterbury City Council",
    "Thanet District Council",
    "Kent County Council",
    "Southern Housing",
)


@pytest.fixture(autouse=True)
def stage(db, settings):
    settings.TODAY = "2026-11-23"  # the days by which the bodies act stand on the pages
    claims.set_the_stage()


@pytest.fixture
def tessa() -> Resident:
    return Resident(says=dict(SAYS)).lives_at("CT1 1AA")


def moves_to(tessa: Resident, postcode: str = "CT9 1FE") -> Resident:
    """To the page that checks her answers."""
    tessa.sends("/apply/moving_home/start", this_home="leaving", postcode=postcode)
    tessa.answers_until("/estimate")
    onward = re.search(r'class="govuk-button"[^>]*href="([^"]+)"', tessa.page)
    return tessa.opens(onward[1]).answers_until("/check")


def sent(tessa: Resident) -> Resident:
    shown = {name: tessa.hidden(name) for name in ("key", "revision")}
    return tessa.sends("/apply/moving_home/submit", declared="yes", **shown)


def test_nobody_begins_what_another_interview_tells(tessa):
    assert "Council tax at the home you leave" not in tessa.opens("/your-area").words
    assert tessa.opens("/services/council_tax_leaving").status == 404
    assert tessa.sends("/apply/council_tax_leaving/start").status == 404


def test_she_is_asked_for_both_homes_first(tessa):
    words = tessa.opens("/services/moving_home").words
    assert "Which home has the postcode CT1 1AA?" in words
    assert "Postcode of the other home" in words


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ({"this_home": "", "postcode": "CT9 1FE"}, "this_home"),
        ({"this_home": "both", "postcode": "CT9 1FE"}, "this_home"),
        ({"this_home": "leaving", "postcode": "nowhere"}, "postcode"),
        ({"this_home": "leaving", "postcode": "ZZ1 1ZZ"}, "postcode"),
    ],
)
def test_what_is_wrong_with_the_two_homes_is_said_beside_it(tessa, typed, beside):
    tessa.sends("/apply/moving_home/start", **typed)
    assert tessa.status == 422
    assert [anchor for anchor, _ in tessa.problems] == [beside]


def test_she_reads_who_is_told_what_before_she_sends_it(tessa):
    words = moves_to(tessa).words
    for body in EVERY_BODY:
        assert f"{body} is told this for" in words
    assert "We cannot tell" not in words
    assert "Register to vote at your new address" in words


def test_afterwards_every_body_is_on_one_page_with_the_days_waited(tessa):
    done = sent(moves_to(tessa))
    assert done.heading == "Your answers have been sent"
    reference = re.search(r"CAN-\w{4}-\w{4}", done.page)[0]
    case = done.opens(f"/case/{reference}")
    for body in EVERY_BODY:
        assert body in case.words
    assert case.words.count("It has opened your case.") == 5
    assert case.words.count("Waited so far: less than a day.") == 5
    for by in ("7 December 2026", "8 December 2026", "1 February 2027"):
        assert f"It is due to decide by {by}." in case.words


def test_a_landlord_that_is_not_on_moothall_is_promised_nothing(tessa):
    tessa.says["leaving_landlord"] = "West Kent Housing Association"
    shown = moves_to(tessa)
    assert "We cannot tell West Kent Housing Association from here." in shown.words
    assert "www.westkent.org" in shown.page
    assert "We cannot tell West Kent Housing Association from here." in sent(shown).words


def test_the_landlords_case_is_followed_like_any_other(tessa):
    done = sent(moves_to(tessa))
    reference = re.search(r"SOUH-\w{4}-\w{4}", done.page)[0]
    assert "Southern Housing" in done.opens(f"/case/{reference}").words


def test_a_body_here_that_is_late_is_shown_as_late(tessa, monkeypatch):
    done = sent(moves_to(tessa))
    reference = re.search(r"CAN-\w{4}-\w{4}", done.page)[0]
    # The days of the two accounts are over, and it is the last one of the bus pass.
    monkeypatch.setattr(tracking, "today", lambda: date(2026, 12, 8))
    words = done.opens(f"/case/{reference}").words
    assert words.count("Late It was due by 7 December 2026, and is still to come.") == 2
    assert "It is due to decide by 8 December 2026." in words


def test_a_council_that_is_not_on_moothall_is_promised_nothing(tessa):
    words = moves_to(tessa, "CT16 2AY").words
    assert "Dover District Council is told" not in words
    assert "We cannot tell Dover District Council from here." in words
    assert "www.dover.gov.uk" in tessa.page


def test_a_move_to_northern_ireland_asks_for_the_council_there(tessa):
    tessa.sends("/apply/moving_home/start", this_home="leaving", postcode="BT1 5GS")
    assert tessa.status == 422 and tessa.problems == [("other_home", "Choose your council")]
    belfast = {"this_home": "leaving", "postcode": "BT1 5GS", "other_home": "belfast"}
    tessa.sends("/apply/moving_home/start", **belfast).answers_until("/estimate")
    assert "Scotland and Northern Ireland have laws of their own on this." in tessa.words


def test_back_from_the_first_question_about_her_leads_to_what_the_move_sets_off(tessa):
    tessa.sends("/apply/moving_home/start", this_home="leaving", postcode="CT9 1FE").answers_until(
        "/estimate"
    )
    assert "It ends on the day" in tessa.words or "You move out on" in tessa.words
