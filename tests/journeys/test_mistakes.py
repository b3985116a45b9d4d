"""What people do besides: go back, press twice, open two windows, type nonsense, stop and come back."""

from __future__ import annotations

import pytest

from tests.journeys.resident import APPLY
from tests.kit.browser import no_axe_violations

pytestmark = pytest.mark.browser

without_scripts = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])


@without_scripts
def test_back_after_sending_leads_to_the_reference_that_she_has(an_applicant, javascript):
    joan = an_applicant(javascript=javascript).sends()
    joan.page.go_back(wait_until="domcontentloaded")
    if joan.path == f"{APPLY}/check":  # her browser had kept the page
        joan.do.tick(joan.box("declared"))
        joan.presses("Send application")
    assert joan.path == f"{APPLY}/done" and joan.reference in joan.words
    joan.opens(f"{APPLY}/savings")
    assert joan.path == f"{APPLY}/done", "a question of an application that was sent leads to its reference"


def test_the_button_pressed_twice_sends_once(an_applicant):
    joan = an_applicant(javascript=False)
    joan.do.tick(joan.box("declared"))
    joan.page.get_by_role("button", name="Send application").dblclick()
    joan.page.wait_for_url(f"**{APPLY}/done")
    joan.notes_her_reference()
    assert joan.page.locator("main li", has_text="Canterbury City Council has your case").count() == 1


def test_two_windows_send_one_application(an_applicant):
    joan = an_applicant()
    other = joan.page.context.new_page()
    other.goto(joan.page.url)
    joan.sends()
    other.locator("[name=declared]").check()
    other.get_by_role("button", name="Send application").click()
    other.wait_for_url(f"**{APPLY}/done")
    assert joan.reference in other.locator("main").inner_text()


def test_two_windows_with_different_answers_lose_neither(a_resident):
    joan = a_resident().begins().answers_until("/savings")
    other = joan.page.context.new_page()
    other.goto(joan.page.url)
    joan.answers()
    other.fill("[name=savings]", "5,000")
    with other.expect_navigation():
        other.get_by_role("button", name="Continue", exact=True).click()
    assert "answer in another window" in other.locator("main").inner_text()
    other.goto(f"{joan.address}{APPLY}/savings")
    assert other.locator("[name=savings]").input_value() == "5000"


def test_not_saying_that_it_is_true_sends_nothing(an_applicant):
    joan = an_applicant().presses("Send application")
    assert joan.problems == ["Tick the box to say that your answers are true as far as you know"]
    assert "£9,000" in joan.words
    no_axe_violations(joan.page, "errors")
    joan.sends()


@without_scripts
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("CT1", "Enter the whole postcode"),
        ("75001", "This is not a postcode of England"),
        ("CT1 9ZZ", "We do not know this postcode"),
        ("", "Enter your postcode"),
    ],
)
def test_a_postcode_that_is_none_is_explained_and_kept(a_resident, javascript, typed, told):
    joan = a_resident(javascript=javascript).lives_at(typed)
    assert told in joan.problems[0] and joan.box("postcode").input_value() == typed
    if not typed:
        no_axe_violations(joan.page, "errors")


@without_scripts
def test_answers_that_are_none_are_explained_and_kept(a_resident, javascript):
    joan = a_resident(javascript=javascript).begins()
    for born, told in [(("30", "2", "1950"), "no 30 February"), (("3", "5", "2999"), "past")]:
        joan.says["date_of_birth"] = born
        joan.answers()
        assert told in joan.problems[0]
        parts = [joan.box(f"date_of_birth--claimant-{part}") for part in ("day", "month", "year")]
        assert tuple(part.input_value() for part in parts) == born
    joan.says["date_of_birth"] = ("3", "5", "1950")
    joan.answers_until("/savings")
    for typed in ("lots", "-1", "1000000000000", "£12.345"):
        joan.says["savings"] = typed
        joan.answers()
        assert joan.path.endswith("/savings") and len(joan.problems) == 1
        assert joan.box("savings").input_value() == typed
    joan.says["savings"] = "£1,234.50"
    assert joan.answers().problems == []


def test_a_change_of_language_keeps_the_place_and_the_answers(a_resident):
    joan = a_resident().begins().answers_until("/savings").follows("Cymraeg")
    assert joan.path == f"{APPLY}/savings"
    assert joan.heading == "Faint sydd gennych mewn cynilion a buddsoddiadau?"
    assert joan.page.locator("html").get_attribute("lang") == "cy" and "Drafft" in joan.words
    joan.follows("English").answers_until("/council-tax-bill")
    assert joan.box("council_tax_before_discount").input_value() == ""


def test_a_change_of_language_works_on_a_page_that_answers_a_form(an_applicant):
    joan = an_applicant().presses("Send application").follows("Cymraeg")
    assert joan.path == f"{APPLY}/check" and "£9,000" in joan.words


def test_interrupted_she_goes_on_where_she_stopped(a_resident):
    joan = a_resident().begins().answers_until("/savings")
    cookies = [one for one in joan.page.context.cookies() if one["name"] != "sessionid"]
    joan.page.context.clear_cookies()
    joan.page.context.add_cookies(cookies)
    joan.opens("/services/council_tax_reduction").presses("Go on where I stopped")
    assert joan.path == f"{APPLY}/savings", "the end of a session takes no answer away"


def test_without_her_cookies_she_is_told_kindly(a_resident):
    joan = a_resident().opens(f"{APPLY}/savings")
    assert joan.heading == "Your application is not open in this browser"
    no_axe_violations(joan.page, "session over")
