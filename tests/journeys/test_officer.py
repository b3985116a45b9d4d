"""Officers at the desk: a whole case, departing from the rules, and what another council's staff see."""

from __future__ import annotations

import re

import pytest

from tests.journeys.officer import AMA, MEENA, TOM
from tests.kit.browser import no_axe_violations

pytestmark = pytest.mark.browser


def test_meena_sees_who_said_what_and_departs_from_the_rules(a_resident, an_officer):
    joan = a_resident(says={"savings": "16,000.01"}).applies()
    meena = an_officer(MEENA).finds_the_case(joan.reference)

    facts = meena.page.locator("tr", has_text="Savings and investments").last.inner_text()
    assert "£16,000.01" in facts and "Said by the resident, on this site, 23 November 2026" in facts
    meena.do.open(meena.page.locator("summary", has_text="Why").first)
    assert "Savings of £16,000.01 are over the limit of £16,000." in meena.words
    no_axe_violations(meena.page, "long")

    meena.follows("Decide the application")
    no_axe_violations(meena.page, "first")
    meena.presses("Continue")
    assert "Choose whether you accept what the rules give" in meena.words
    no_axe_violations(meena.page, "errors")
    meena.chooses("depart").presses("Continue")
    no_axe_violations(meena.page, "first")

    amount = meena.page.locator("[name^=amount_]").first
    meena.do.write(amount, "twelve pounds")
    meena.presses("Read the letter")
    assert amount.input_value() == "twelve pounds"
    no_axe_violations(meena.page, "errors")

    meena.chooses("award")
    meena.do.write(amount, "12.50")
    meena.do.write(meena.page.locator("[name=why]"), "Half a penny over the limit, and a funeral to pay for.")
    meena.do.write(meena.page.locator("[name=law]"), "LGFA 1992 section 13A(1)(c)")
    meena.presses("Read the letter")
    assert "Departs from the rules" in meena.words and "a funeral to pay for" in meena.words
    no_axe_violations(meena.page, "first")
    meena.presses("Decide and send this letter")
    no_axe_violations(meena.page, "decided")

    joan.opens(f"/case/{joan.reference}/decision")
    assert "£12.50" in joan.words and "a funeral to pay for" in joan.words
    assert "section 13A(1)(c)" in joan.words

    joan.follows("Ask for the decision to be looked at again")
    joan.do.write(joan.box("why"), "You say half a penny. It is a penny.")
    joan.presses("Send my request")
    meena.finds_the_case(joan.reference)
    assert "It is a penny." in meena.words
    meena.follows("Look at the decision again")
    no_axe_violations(meena.page, "review")
    meena.chooses("accept").presses("Continue").presses("Decide and send this letter")
    joan.opens(f"/case/{joan.reference}/decision")
    assert "£12.50" not in joan.page.locator(".moothall-figure").inner_text()


def test_an_officer_takes_a_task_and_a_colleague_sees_that(an_applicant, an_officer):
    joan = an_applicant().sends()
    meena = an_officer(MEENA).finds_the_case(joan.reference)
    meena.page.get_by_role("button", name=re.compile("^Take")).click()
    meena.page.wait_for_url("**/desk/case/*")
    assert "You have it." in meena.words
    meena.opens("/desk/?show=mine")
    assert joan.reference in meena.words
    no_axe_violations(meena.page, "mine")
    meena.opens("/desk/")
    no_axe_violations(meena.page, "long")


def test_two_windows_decide_one_case_once(an_applicant, an_officer):
    joan = an_applicant().sends()
    one, other = (an_officer(MEENA).finds_the_case(joan.reference).accepts() for _ in range(2))
    one.presses("Decide and send this letter")
    other.presses("Decide and send this letter")
    no_axe_violations(other.page, "meanwhile")
    joan.opens(f"/case/{joan.reference}")
    assert joan.words.count("Canterbury City Council decided") == 1


def test_an_officer_of_thanet_sees_none_of_canterbury(a_resident, an_applicant, an_officer):
    joan = an_applicant().sends()
    address = an_officer(MEENA).finds_the_case(joan.reference).path
    rose = a_resident(says={"full_name": "Rose Tindall", "town": "Margate", "postcode": "CT9 2JE"})
    rose.begins("CT9 2JE").answers_until("/estimate").follows("Go on and apply").answers_until(
        "/check"
    ).sends()

    tom = an_officer(TOM)
    assert "Rose Tindall" in tom.words and rose.reference in tom.words
    assert "Joan Whitlock" not in tom.words and "CAN-" not in tom.words
    for page in ("", "/decide", "/depart", "/letter"):
        tom.opens(address + page)
        assert tom.page.locator("h1").inner_text() == "There is no page here"
        assert "Joan" not in tom.page.content() and joan.reference not in tom.page.content()
    no_axe_violations(tom.page, "not found")


def test_the_county_is_told_only_what_its_service_names(an_applicant, an_officer):
    joan = an_applicant().sends()
    reference = joan.page.locator("main li", has_text="Kent County Council").inner_text()
    ama = an_officer(AMA).finds_the_case(re.search(r"KEN-\w{4}-\w{4}", reference)[0])
    assert "Joan Whitlock" in ama.words and "3 May 1950" in ama.words
    for private in ("Savings", "9,000", "Pension", "220.50", "1,881.70"):
        assert private not in ama.words, f"the county was told of {private}"
