"""Both doors by keyboard alone: every stop shows that it has the focus, and everything can be reached."""

from __future__ import annotations

import pytest

from tests.journeys.officer import GWEN, Officer

pytestmark = pytest.mark.browser


def test_resident_and_officer_without_a_mouse(site, a_resident, open_page):
    joan = a_resident(keyboard=True).applies()
    joan.follows("Follow your case")

    gwen = Officer(open_page(), site.url, GWEN, keyboard=True).signs_in()
    gwen.finds_the_case(joan.reference)
    gwen.do.open(gwen.page.locator("summary", has_text="Why").first)
    gwen.accepts().presses("Decide and send this letter")
    assert "Decided" in gwen.words

    joan.opens(f"/case/{joan.reference}").follows("Read the decision")
    joan.do.open(joan.page.locator("summary").first)
    joan.follows("Ask for the decision to be looked at again")
    joan.do.write(joan.box("why"), "My savings are less than that.")
    joan.presses("Send my request")
    assert "Your request has been received" in joan.words


def test_the_first_stop_skips_to_the_content(a_resident):
    joan = a_resident().opens("/")
    joan.page.keyboard.press("Tab")
    assert joan.page.evaluate("document.activeElement.textContent") == "Skip to main content"
    joan.page.keyboard.press("Enter")
    joan.page.keyboard.press("Tab")
    assert joan.page.evaluate("document.activeElement.name") == "postcode"


def test_after_a_mistake_the_focus_is_on_what_is_wrong(a_resident):
    joan = a_resident(keyboard=True).opens("/").presses("Continue")
    assert joan.page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    joan.page.keyboard.press("Tab")
    joan.page.keyboard.press("Enter")
    assert joan.page.evaluate("document.activeElement.name") == "postcode"
