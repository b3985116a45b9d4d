"""What could I get? Residents of Cardiff and Glasgow are given the reduction of their own nation."""

import html

import pytest

from moothall.doors.frontdoor.tests.resident import JOAN, Resident
from moothall.doors.frontdoor.tests.test_everything import APPLY, MORE, section

# Morag is 41, lives alone and is paid 200.00 a week: too much for Universal Credit, and too little for tax.
WORKS = {
    "date_of_birth": ("3", "5", "1985"),
    "state_pension": "0",
    "works_for_pay": "yes",
    "earnings": "200",
    "tax_on_earnings": "0",
    "pension_contributions": "0",
    "self_employed_profit": "0",
    "hours_worked": "20",
    "work_requirements": "look_for_work",
    "work_capability": "no_decision",
    "outside_the_cap": "none",
    "council_tax_before_discount": "1825",
    "home_changed_for_disability": "none",
    "council_tax_valuation_band": "c",
}


@pytest.mark.parametrize(
    ("postcode", "reduction", "weekly", "others"),
    [
        # 1,368.75 a year is 26.25 a week. 200.00 - 5.00 - 95.55 = 99.45; 20% of it is 19.89.
        ("G1 1AB", "Scotland's Council Tax Reduction", "£6.36", "Council Tax Reduction in Wales"),
        # 200.00 - 5.00 - 101.85 = 93.15; 20% of it is 18.63.
        ("CF10 1AA", "Council Tax Reduction in Wales", "£7.62", "Scotland's Council Tax Reduction"),
    ],
)
def test_each_nation_has_its_own_reduction_in_the_whole_estimate(
    settings, postcode, reduction, weekly, others
):
    settings.TODAY = "2026-11-23"
    morag = Resident(says=JOAN | MORE | WORKS).lives_at(postcode).sends(f"{APPLY}/start")
    morag.answers_until("/estimate")
    assert f"{reduction}: {weekly} a week" in html.unescape(section(morag, "What to do next"))
    assert others not in morag.words
    assert reduction not in html.unescape(section(morag, "What we cannot work out"))
    # Neither council has published the discount, so no button leads to a claim for it.
    assert "/carry/" not in morag.page and "Ask your council for it." in morag.words
