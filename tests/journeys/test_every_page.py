"""Every page in every state, on the narrowest screen: axe finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import AMA, GWEN, MEENA
from tests.journeys.resident import APPLY, MOST_PAGES, Resident
from tests.kit.claims import SERVICE
from tests.kit.places import ROOT

pytestmark = pytest.mark.browser

# Asked below State Pension age alone, where a council's own scheme reads them. test_below_pension_age.py
# walks those that its claimant meets.
OF_A_COUNCILS_SCHEME = {
    "bedrooms", "care-leavers", "childcare", "council-tax-band", "income-that-is-no-benefit",
    "income-that-the-council-counted", "needs-that-the-council-counted", "protected-group",
    "self-employed-over-a-year", "universal-credit-carer", "universal-credit-childcare",
    "universal-credit-disabled-child", "universal-credit-health", "universal-credit-housing",
    "universal-credit-paid",
}  # fmt: skip
ABOUT = ("/about", "/privacy", "/accessibility")
LONG_NAME = "Wilhelmina-Featherstonehaugh-" * 3 + "Jones"
# She works, her partner works, and so do two who live with them: they are asked nearly everything.
BUSY = {
    "date_of_birth--person2": ("1", "2", "1955"),
    "date_of_birth--person3": ("1", "2", "1990"),
    "date_of_birth--person4": ("1", "2", "1992"),
    "role--person2": "partner",
    "role--person3": "other_adult",
    "role--person4": "other_adult",
    "works_for_pay": "yes",
    "earnings": "80",
    "tax_on_earnings": "0",
    "pension_contributions": "0",
    "hours_worked": "20",
    "income_related_benefit": "none",
    "counted_with_partner": "no",
    "gross_income": "300",
    "full_name": LONG_NAME,
}
# She has too much income of her own, and a son with little.
ON_THE_PENSION_SERVICE = {
    "date_of_birth--person2": ("1", "2", "1990"),
    "role--person2": "other_adult",
    "works_for_pay--person2": "no",
    "income_related_benefit": "none",
    "counted_with_partner": "no",
    "gross_income": "100",
    "rent_from_somebody_here": "no",
    "pension_credit": "savings_only",
    "assessed_income": "900",
    "savings_credit": "5",
    "disability_benefit": "attendance_allowance",
}


def test_every_question_first_and_with_errors(a_resident):
    seen: set[str] = set()
    for says, others in ((BUSY, 3), (ON_THE_PENSION_SERVICE, 1)):
        someone = a_resident(says=says, size=NARROWEST).begins()
        if says is BUSY:
            _look(someone, seen)
        for _ in range(others):
            someone.presses("Add somebody who lives here")
        if says is BUSY:
            in_order(someone.page, "long")
        _walk(someone, "/estimate", seen)
        someone.follows("Go on and apply")
        _walk(someone, "/check", seen)
        in_order(someone.page, "long")
    plan = yaml.safe_load((ROOT / "services" / SERVICE / "questions.yaml").read_text("utf-8"))
    asked = {screen["key"] for screen in plan["screens"]}
    assert asked >= OF_A_COUNCILS_SCHEME
    assert seen == asked - OF_A_COUNCILS_SCHEME, "a question was not looked at"


def test_the_pages_around_the_questions(a_resident, an_applicant):
    joan = a_resident(size=NARROWEST)
    for path in ("/", *ABOUT, "/case", "/nowhere", f"{APPLY}/start"):
        in_order(joan.opens(path).page, "first")
    in_order(joan.lives_at("CT1 1AA").page, "first")
    joan.do.write(joan.box("q"), "a dragon licence")
    in_order(joan.presses("Find").page, "empty")
    joan.do.write(joan.box("q"), "council tax " * 15)
    in_order(joan.presses("Find").page, "long")
    in_order(joan.follows("Council tax reduction").page, "first")
    joan.presses("Start now").opens(f"/services/{SERVICE}")
    in_order(joan.page, "begun")

    sent = an_applicant(size=NARROWEST)
    in_order(sent.page, "first")
    in_order(sent.presses("Send application").page, "errors")
    in_order(sent.sends().page, "first")
    in_order(sent.follows("Follow your case").page, "first")
    in_order(sent.opens("/demonstration/outbox").page, "first")


def test_a_case_from_both_sides(an_applicant, an_officer):
    joan = an_applicant(size=NARROWEST).sends()
    reference = re.search(r"KEN-\w{4}-\w{4}", joan.words)[0]
    meena = an_officer(MEENA, size=NARROWEST)
    in_order(meena.page, "long")
    in_order(meena.finds_the_case(joan.reference).page, "first")
    in_order(meena.accepts().page, "first")
    in_order(meena.presses("Decide and send this letter").page, "decided")
    in_order(meena.opens(f"{meena.path}/letter").page, "sent")
    in_order(meena.opens("/desk/?show=mine").page, "mine")
    in_order(meena.opens("/demonstration/outbox").page, "long")

    in_order(joan.opens(f"/case/{joan.reference}").page, "decided")
    in_order(joan.follows("Read the decision").page, "first")
    in_order(joan.follows("Ask for the decision to be looked at again").page, "first")
    in_order(joan.presses("Send my request").page, "errors")
    joan.do.write(joan.box("why"), "Unbelievably" * 60)
    in_order(joan.presses("Send my request").page, "long")
    in_order(joan.follows("Go to your case").page, "asked")
    in_order(meena.finds_the_case(joan.reference).page, "asked")

    gwen = an_officer(GWEN, size=NARROWEST).follows("Work that stopped")
    in_order(gwen.page, "empty")
    in_order(gwen.follows("How it is going").page, "first")
    in_order(gwen.follows("Late promises").page, "empty")

    ama = an_officer(AMA, size=NARROWEST)
    in_order(ama.finds_the_case(reference).page, "first")


def test_the_same_in_welsh(an_applicant, an_officer):
    mair = an_applicant(size=NARROWEST).follows("Cymraeg")
    in_order(mair.page, "Welsh")
    assert "Drafft" in mair.words
    mair.do.tick(mair.box("declared"))
    in_order(mair.presses("Anfon y cais").notes_her_reference().page, "Welsh")
    in_order(mair.opens(f"/case/{mair.reference}").page, "Welsh")
    for path in (
        "/",
        "/your-area",
        f"/services/{SERVICE}",
        "/about",
        "/privacy",
        "/accessibility",
        "/nowhere",
    ):
        in_order(mair.opens(path).page, "Welsh")
    assert "English" in mair.page.locator("body").inner_text()
    meena = an_officer(MEENA, size=NARROWEST).finds_the_case(mair.reference)
    in_order(meena.follows("Cymraeg").page, "Welsh")


def _walk(someone: Resident, ending: str, seen: set[str]) -> None:
    """Answers until the page named, and looks at each question that nobody was asked before."""
    for _ in range(MOST_PAGES):
        if someone.path.endswith(ending):
            return
        _look(someone, seen)
        someone.answers()
        assert not someone.problems, someone.problems
    raise AssertionError(f"never came to {ending}; stopped at {someone.path}")


def _look(someone: Resident, seen: set[str]) -> None:
    """At the question as it is asked first, and as it is asked again after a wrong answer."""
    key = someone.path.rpartition("/")[2]
    if key in seen:
        return
    seen.add(key)
    in_order(someone.page, "first")
    if key == "how-to-reach-you":  # may be left empty
        someone.do.write(someone.box("email--claimant"), "at home")
    if someone.presses("Continue").problems:
        in_order(someone.page, "errors")
