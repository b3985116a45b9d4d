"""Joan asks for a council tax discount alone: few screens, the figure, the claim and its letter."""

import re

import pytest

from moothall.doors.frontdoor.tests.resident import JOAN, Resident
from moothall.doors.frontdoor.tests.test_everything import MORE
from moothall.doors.kit.clock import now, today
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case
from moothall.work.notices.models import Notice
from tests.kit import claims

KEY = "council_tax_discount"
APPLY = f"/apply/{KEY}"
HER_HOME = JOAN | {"home_used_as": "main_home", "home_changed_for_disability": "none"}


@pytest.fixture
def joan() -> Resident:
    return Resident(says=dict(HER_HOME))


def estimates(joan: Resident) -> list[str]:
    """The screens that she is asked, from her postcode to the estimate."""
    joan.lives_at("CT1 1AA").sends(f"{APPLY}/start")
    asked = []
    while not joan.path.endswith("/estimate"):
        assert joan.status == 200 and len(asked) < 12, (joan.path, joan.problems)
        asked.append(joan.path.rsplit("/", 1)[1])
        joan.answers()
    return asked


def test_alone_a_quarter_comes_off_after_five_screens(joan):
    assert len(estimates(joan)) == 5
    assert "£462.60" in joan.words  # a quarter of 1,850.40
    assert "Only one adult counts for the bill, so a quarter is taken off." in joan.words


def test_everybody_is_asked_about_on_one_screen(joan):
    joan.lives_at("CT1 1AA").sends(f"{APPLY}/start").answers_until("/who-lives-here")
    joan.answers(do="add").answers(**{"role--person2": "other_adult"}).answers_until("/not-counted")
    assert "Does any of these describe" in joan.words
    assert joan.page.count('value="full_time_student"') == 2


def test_a_second_home_is_the_councils_to_decide_and_is_never_nothing(joan):
    joan.says |= {"home_used_as": "nobody", "home_empty_because": "none", "home_is_furnished": "yes"}
    assert len(estimates(joan)) == 4
    assert "up to twice the usual bill" in joan.words and "£0" not in joan.words


def test_the_claim_goes_to_her_council_with_its_letter_and_nothing_more(joan):
    estimates(joan)
    onward = re.search(rf'href="({APPLY}/your-[a-z-]+)"', joan.page)
    joan.opens(onward[1]).answers_until("/check")
    shown = {name: joan.hidden(name) for name in ("key", "revision")}
    joan.sends(f"{APPLY}/submit", declared="yes", **shown)
    assert joan.heading == "Application sent"
    with acting_for({"canterbury", "kent"}):
        case = Case.objects.get()
        assert (case.organisation_id, case.service) == ("canterbury", KEY)
        officer = claims.an_officer("canterbury")
        decide(case.id, actor=officer, revision=case.revision, today=today(), now=now())
        letter = Notice.objects.get().text
    assert "Taken off your council tax for the year: £462.60" in letter
    assert "within 21 days" in letter and "savings" not in letter


def test_the_estimate_of_everything_leads_to_it_and_only_what_is_new_is_asked(joan):
    joan.says |= MORE
    joan.lives_at("CT1 1AA").sends("/apply/what_could_i_get/start").answers_until("/estimate")
    joan.sends(f"/apply/what_could_i_get/carry/{KEY}")
    asked = []
    while not joan.path.endswith("/estimate"):
        asked.append(joan.path.rsplit("/", 1)[1])
        joan.answers()
    assert asked == ["what-the-home-is"]
    assert "£462.60" in joan.words
