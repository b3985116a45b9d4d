"""Reasons that can be read on a telephone and on paper."""

from __future__ import annotations

import pytest

from tests.journeys.officer import MEENA
from tests.kit.browser import PHONE, no_axe_violations

pytestmark = pytest.mark.browser


def test_what_she_would_get_is_explained_within_one_turn_of_the_thumb(a_resident):
    joan = a_resident(size=PHONE).reaches_the_estimate()
    reasons = joan.page.locator(".moothall-reasons").first
    assert reasons.bounding_box()["height"] <= 1000, "the reasons, as the page shows them first, are too long"
    lines = joan.page.locator(".moothall-reasons summary")
    for number in range(lines.count()):
        if lines.nth(number).is_visible() and not lines.nth(number).evaluate("one => one.parentNode.open"):
            joan.do.open(lines.nth(number))
    assert "Sch 1" in reasons.inner_text()
    assert joan.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], "it scrolls sideways"
    no_axe_violations(joan.page, "long")


def test_the_decision_can_be_printed_with_all_its_reasons(an_applicant, an_officer):
    joan = an_applicant().sends()
    an_officer(MEENA).finds_the_case(joan.reference).accepts().presses("Decide and send this letter")
    joan.opens(f"/case/{joan.reference}/decision")
    joan.page.emulate_media(media="print")
    for gone in (".moothall-languages", ".moothall-footer", ".govuk-back-link", "[data-print]"):
        assert not joan.page.locator(gone).first.is_visible(), f"{gone} is printed"
    for kept in (joan.reference, "Savings limit", "The law it rests on"):
        assert joan.page.get_by_text(kept).last.is_visible(), f"{kept} is not printed"
    joan.page.emulate_media(media="screen")
    assert joan.page.locator("[data-print]").first.is_visible()
