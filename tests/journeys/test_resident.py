"""Joan of Canterbury, from her postcode to a decision that she asks about, with scripts and without."""

from __future__ import annotations

import pytest

from tests.journeys.looking import in_order
from tests.journeys.officer import MEENA
from tests.journeys.resident import APPLY
from tests.kit.browser import PHONE, no_axe_violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_postcode_to_decision_to_review(a_resident, an_officer, javascript):
    joan = a_resident(javascript=javascript, size=PHONE)

    joan.lives_at("ct1 1aa")
    assert joan.path == "/your-area"
    assert "Canterbury City Council" in joan.words and "Kent County Council" in joan.words

    joan.finds("money off my counsil tax", then="Council tax reduction")
    assert "State Pension age" in joan.words and "Local Government Finance Act 1992" in joan.words
    joan.presses("Start now")
    assert joan.page.get_by_text("Why we ask").is_visible()

    joan.answers_until("/estimate")
    assert joan.heading == "What you would get" and "£26.17 a week" in joan.words
    assert "SI 2012/2885" in joan.words

    joan.follows("Go on and apply").answers_until("/check")
    assert "Joan Whitlock" in joan.words and "£9,000" in joan.words
    assert "Because you chose it, Kent County Council is told this" in joan.words
    joan.sends()
    assert joan.path == f"{APPLY}/done"

    joan.follows("Follow your case")
    assert joan.path == f"/case/{joan.reference}"
    assert "Canterbury City Council: Decide the application" in joan.words
    assert "7 December 2026" in joan.words, "14 days after all that the council needs"

    meena = an_officer(MEENA).finds_the_case(joan.reference).accepts()
    letter = meena.page.locator("main article").first.inner_text()
    meena.presses("Decide and send this letter")

    joan.opens(f"/case/{joan.reference}").follows("Read the decision")
    assert joan.page.locator("main .moothall-letter").inner_text().strip() in letter
    assert "£26.17 a week" in joan.words and "SI 2012/2885 Sch 1" in joan.words
    assert joan.page.get_by_text("Meena").count() == 0, "she is told what was decided, not by whom"
    no_axe_violations(joan.page, "first")

    joan.follows("Ask for the decision to be looked at again")
    joan.do.write(joan.box("why"), "My tax on the pension is not 0. It is £6.40 a week.")
    joan.presses("Send my request")
    assert joan.path.endswith("/review/received") and "£6.40 a week" in joan.words
    joan.follows("Go to your case")
    assert "Being looked at again" in joan.words


def test_another_computer_opens_the_case_with_its_reference_and_key(a_resident, an_applicant):
    joan = an_applicant().sends()
    elsewhere = a_resident().opens(f"/case/{joan.reference}")
    assert elsewhere.path == "/case", "a reference alone opens nothing"
    elsewhere.do.write(elsewhere.box("reference"), joan.reference.lower())
    elsewhere.do.write(elsewhere.box("key"), joan.key)
    elsewhere.presses("Open my case")
    assert elsewhere.path == f"/case/{joan.reference}"


def test_a_device_that_others_use_keeps_nothing_of_her(an_applicant):
    joan = an_applicant().sends().presses("Leave and forget me here")
    in_order(joan.page, "left")
    for page in (f"/case/{joan.reference}", f"{APPLY}/done", f"{APPLY}/savings"):
        joan.opens(page)
        assert joan.reference not in joan.words and "Joan" not in joan.words


def test_a_wrong_key_opens_nothing_and_is_not_explained(a_resident, an_applicant):
    joan = an_applicant().sends()
    stranger = a_resident().opens("/case")
    stranger.do.write(stranger.box("reference"), joan.reference)
    stranger.do.write(stranger.box("key"), "AAAA-BBBB-CCCC")
    stranger.presses("Open my case")
    assert stranger.problems == ["The reference and the key do not go together. Check both for a mistake"]
    assert stranger.box("reference").input_value() == joan.reference
    no_axe_violations(stranger.page, "errors")


def test_below_pension_age_she_is_told_how_to_apply_and_never_nought(a_resident):
    ann = a_resident(says={"date_of_birth": ("3", "5", "1985")}, size=PHONE).reaches_the_estimate()
    assert ann.heading == "We cannot work this out for you yet"
    assert "own scheme decides" in ann.words and "How to apply" in ann.words
    assert ann.page.locator('main a[href^="https://www.canterbury.gov.uk"]').count() == 1
    assert "£0" not in ann.words and "nothing" not in ann.words
    assert ann.page.get_by_text("Go on and apply").count() == 0
    no_axe_violations(ann.page, "not covered")


def test_over_the_limit_she_is_told_nothing_and_why(a_resident):
    rich = a_resident(says={"savings": "16,000.01"}).reaches_the_estimate()
    assert rich.heading == "By the rules you would get nothing"
    assert "£16,000.01" in rich.words and "£16,000" in rich.words
    no_axe_violations(rich.page, "empty")
