"""What could I get? From a postcode to a row for each benefit, and on to a claim with the same answers."""

from __future__ import annotations

import re

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.resident import MOST_PAGES, Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
# Joan rents her home from the council and cares for nobody.
JOAN_RENTS = {
    "tenure": "social_rent",
    "rent": "460",
    "bedrooms": "1",
    "further_bedrooms": "0",
    "shares_rooms_with_others": "no",
    "pension_age_award_since_may_2019": "no",
    "pension_age_before_april_2016": "yes",
    "savings_credit_since_april_2016": "no",
    "other_taxable_income": "0",
    "marriage_allowance": "none",
    "hours_of_care": "0",
    "earnings_replacement_benefits": "0",
    "in_full_time_education": "no",
    "pregnant_for_ten_weeks": "no",
}
# Rhian is invented too: she works for herself, has a partner and a child of 7, and rents privately.
RHIAN = JOAN_RENTS | {
    "date_of_birth": ("1", "2", "1991"),
    "date_of_birth--person2": ("4", "9", "1990"),
    "date_of_birth--person3": ("6", "6", "2019"),
    "role--person2": "partner",
    "role--person3": "child",
    "tenure": "private_rent",
    "rent": "995",
    "rental_area": "another",
    "local_housing_allowance": "950",
    "local_housing_allowance_weekly": "219",
    "not_only_shared_rate": "no",
    "savings": "900",
    "state_pension": "0",
    "private_pension": "0",
    "works_for_pay": "yes",
    "earnings": "240",
    "tax_on_earnings": "0",
    "pension_contributions": "0",
    "hours_worked": "25",
    "self_employed_profit": "240",
    "self_employed_over_a_year": "yes",
    "work_requirements": "look_for_work",
    "expected_hours": "25",
    "work_capability": "no_decision",
    "outside_the_cap": "none",
    "childcare_costs": "120",
    "sex": "female",
    "approved_education_or_training": "no",
    "hours_of_care": "40",
    "cared_for_gets_benefit": "yes",
}


def _asks(resident: Resident) -> Resident:
    return resident.lives_at("CT1 1AA").follows("See everything you could get")


def _walk(resident: Resident) -> set[str]:
    """Answers every question, each looked at as it is first seen; the keys of the screens."""
    seen: set[str] = set()
    for _ in range(MOST_PAGES):
        if resident.path.endswith("/estimate"):
            return seen
        in_order(resident.page, "first")
        seen.add(resident.path.rpartition("/")[2])
        resident.answers()
        assert not resident.problems, f"{resident.path}: {resident.problems}"
    raise AssertionError(f"never came to the end; stopped at {resident.path}")


def _picture(resident: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        resident.page.set_viewport_size(size)
        resident.page.screenshot(path=PICTURES / f"{name}-{label}.png", full_page=True)
    resident.page.set_viewport_size(NARROWEST)


def test_a_pensioner_sees_everything_and_applies_with_her_answers(a_resident):
    joan = _asks(a_resident(says=JOAN_RENTS, size=NARROWEST))
    assert "deleted after one day" in joan.words
    in_order(joan.page, "first")
    joan.presses("Start now")
    _walk(joan)

    assert joan.heading == "What you could get"
    in_order(joan.page, "first")
    table = joan.page.locator("main table").inner_text()
    assert all(name in table for name in ("Pension Credit", "Housing Benefit", "Council tax reduction"))
    told = joan.page.locator("svg[role=img] desc").text_content()
    for amount in re.findall(r"£[\d.,]+(?=;|\.)", told):
        assert amount in table, "the chart says the same as its table"
    _picture(joan, "resident-15-everything")
    joan.page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true })")
    in_order(joan.page, "open")
    joan.follows("Cymraeg")
    in_order(joan.page, "welsh")
    joan.follows("English").presses("Apply with these answers")

    assert joan.path == "/apply/council_tax_reduction/pension-credit", "the only question that is new"
    joan.answers()
    assert joan.path == "/apply/council_tax_reduction/estimate" and joan.heading == "What you would get"


def test_a_family_sees_what_is_due_and_what_nobody_here_can_work_out(a_resident):
    rhian = _asks(a_resident(says=RHIAN, size=NARROWEST)).presses("Start now")
    rhian.fills_in().presses("Add somebody who lives here").presses("Add somebody who lives here")
    asked = _walk(rhian)
    assert {"earnings", "childcare", "housing-allowance-a-month", "cared-for"} <= asked

    in_order(rhian.page, "not covered")
    not_covered = rhian.page.locator("h2", has_text="What we cannot work out")
    assert not_covered.count() == 1 and "You can still ask" in rhian.words
    table = rhian.page.locator("main table").inner_text()
    assert "Universal Credit" in table and "Child Benefit" in table
    assert "Council tax reduction" not in table, "what is not covered has no figure, not even nothing"
    _picture(rhian, "resident-16-everything-working-age")
