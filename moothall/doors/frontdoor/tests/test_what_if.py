"""What if: a change asks only what it needs, both sides stand side by side, and the line shows its cliffs."""

import re

import pytest

from moothall.doors.frontdoor.cookies import INTERVIEWS
from moothall.doors.frontdoor.tests.resident import JOAN, Resident
from moothall.doors.frontdoor.tests.test_everything import MORE
from moothall.doors.frontdoor.tests.test_not_adopted import ILLUSTRATIVE
from moothall.doors.frontdoor.tests.test_not_adopted import MORE as MARA
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Draft
from tests.kit import claims

APPLY = "/apply/what_could_i_get"
WHAT_IF, THEN = f"{APPLY}/what-if", f"{APPLY}/what-if/then"
# Mina is invented: 35, alone in a council flat, works a little, and cares for her neighbour.
MINA = (
    JOAN
    | MORE
    | {
        "date_of_birth": ("3", "5", "1991"),
        "state_pension": "0",
        "tenure": "social_rent",
        "rent": "460",
        "bedrooms": "1",
        "further_bedrooms": "0",
        "works_for_pay": "yes",
        "earnings": "150",
        "pension_contributions": "0",
        "tax_on_earnings": "0",
        "self_employed_profit": "0",
        "hours_worked": "12",
        "work_capability": "no_decision",
        "outside_the_cap": "none",
        "hours_of_care": "40",
        "cared_for_gets_benefit": "yes",
        "savings": "900",
    }
)


@pytest.fixture
def mina() -> Resident:
    resident = Resident(says=dict(MINA))
    return resident.lives_at("CT1 1AA").sends(f"{APPLY}/start").answers_until("/estimate")


def changes(resident: Resident, **typed: str) -> Resident:
    """Opens the page of the changes and sends it as it stands, but for these."""
    resident.opens(WHAT_IF)
    shown = {
        name: value
        for name, kind, value, on in resident._inputs()
        if kind not in ("submit", "button") and (kind != "radio" or on)
    }
    return resident.sends(WHAT_IF, **(shown | typed))


def cells(resident: Resident, name: str) -> list[str]:
    """The amounts of one line of the table: now, then, difference."""
    row = re.search(rf'<th scope="row"[^>]*>{name}</th>(.*?)</tr>', resident.page, re.DOTALL)
    return re.findall(r"<td[^>]*>(.*?)</td>", row[1]) if row else []


def her_draft() -> Draft:
    with acting_for({"canterbury"}):
        return Draft.objects.get(imagined_from=None)


def test_the_results_lead_to_it(mina):
    assert f'href="{WHAT_IF}"' in mina.page
    mina.opens(WHAT_IF)
    assert mina.status == 200 and mina.typed("earnings--claimant") == "150" and mina.typed("rent") == "460"


def test_more_pay_stands_beside_less_with_the_difference_in_words(mina):
    """Of 50 more a week Universal Credit takes 55%: 216.67 a month, so 119.17."""
    before = her_draft().answers
    changes(mina, **{"earnings--claimant": "200"})
    assert mina.path == THEN and mina.status == 200
    assert cells(mina, "Universal Credit")[2] == "−£119.17"
    assert "What is taken off for earnings rises by £119.17" in mina.words
    assert "That is 55% of the change below." in mina.words
    assert "Earnings a week before tax: £150 a week now, £200 a week then" in mina.words
    assert her_draft().answers == before, "her own answers stay as they are"


def test_a_partner_is_asked_about_and_she_is_not(mina):
    born = {"day": "4", "month": "9", "year": "1990"}
    partner = {f"date_of_birth--partner-{part}": value for part, value in born.items()}
    changes(mina, partner_moves_in="yes", **partner)
    asked = set()
    mina.says |= {"works_for_pay": "no", "hours_of_care": "0", "carers_allowance": "no"}
    for _ in range(20):
        if mina.path == THEN:
            break
        asked |= {name for name in mina.filled() if name != "revision"}
        assert mina.path.startswith(f"{WHAT_IF}/")
        mina.answers()
        assert mina.status == 200, mina.problems
    assert mina.path == THEN and "A partner moves in" in mina.words
    assert asked and all(name.partition("--")[2] != "claimant" for name in asked)
    assert "works_for_pay--person2" in asked
    assert "Universal Credit" in mina.words


def test_a_child_is_born(mina):
    mina.says |= {"approved_education_or_training": "no", "sex": "female", "childcare_costs": "0"}
    changes(mina, child_is_born="yes")
    mina.answers_until("/then")
    assert cells(mina, "Child Benefit")[0] == "£0" and cells(mina, "Child Benefit")[1] != "£0"
    assert "A child is born" in mina.words


def test_the_rates_of_an_earlier_year(mina):
    mina.opens(WHAT_IF)
    assert "2025-26" in mina.words and "2027-28" not in mina.words, "a year to come has no rates"
    changes(mina, tax_year="2025-26")
    mina.answers_until("/then")
    assert "as on 5 April 2026" in mina.words
    assert cells(mina, "Universal Credit")[2].startswith("−")


def test_the_cliff_of_carers_is_found_to_the_penny(mina):
    changes(mina, **{"earnings--claimant": "180", "savings": "20000"})
    mina.answers_until("/then")
    assert "If you earn more than £204 a week, you lose £86.4" in mina.words
    assert "Carer's Allowance ends there." in mina.words and "over the limit of £204" in mina.words
    svg = mina.page.partition('<svg class="moothall-chart"')[2].partition("</svg>")[0]
    assert 'role="img"' in svg and "<desc" in svg and "style=" not in svg and "<polyline" in svg
    assert "£204.01" in mina.page.partition("figures of the line")[2]


def test_an_answer_that_cannot_be_read_is_asked_again(mina):
    changes(mina, **{"earnings--claimant": "lots"})
    assert mina.status == 422 and mina.problems[0][0] == "earnings--claimant"
    changes(mina, partner_moves_in="yes")
    assert mina.status == 422 and mina.problems[0][0] == "date_of_birth--partner-day"


def test_a_partner_who_is_a_child_does_not_fit_and_is_said_on_the_page_of_the_changes(mina):
    born = {"day": "4", "month": "9", "year": "2019"}
    partner = {f"date_of_birth--partner-{part}": value for part, value in born.items()}
    changes(mina, partner_moves_in="yes", **partner)
    assert mina.path == WHAT_IF and mina.status == 200
    assert mina.problems and "A partner is at least" in mina.words


def test_with_another_answer_of_her_own_the_copy_is_gone(mina):
    changes(mina, **{"earnings--claimant": "200"})
    mina.opens(f"{APPLY}/savings")
    mina.says["savings"] = "1000"
    mina.answers()
    assert mina.opens(THEN).path == WHAT_IF


def test_before_the_estimate_there_is_nothing_to_change():
    resident = Resident(says=dict(MINA)).lives_at("CT1 1AA").sends(f"{APPLY}/start")
    assert resident.opens(WHAT_IF).path == f"{APPLY}/who-lives-here"
    assert resident.opens(THEN).path == f"{APPLY}/who-lives-here"


def test_a_claim_is_not_imagined(joan):
    joan.reaches_the_estimate()
    assert joan.opens("/apply/council_tax_reduction/what-if").status == 404


def test_a_stranger_sees_nothing(mina):
    changes(mina, **{"earnings--claimant": "200"})
    del mina.client.cookies[INTERVIEWS]
    for path in (WHAT_IF, THEN, f"{WHAT_IF}/savings"):
        assert mina.opens(path).status != 200


def test_the_copy_is_no_way_to_a_claim(mina):
    changes(mina, **{"earnings--claimant": "200"})
    assert "/carry/" not in mina.page
    assert mina.sends(f"{WHAT_IF}/carry/council_tax_reduction").status == 404


def test_nothing_is_left_of_what_if_on_a_page_of_her_own(mina):
    """Her own results are the same after she looked at others."""
    before = mina.opens(f"{APPLY}/estimate").words
    changes(mina, **{"earnings--claimant": "900", "savings": "20000"})
    assert mina.opens(f"{APPLY}/estimate").words == before


def test_it_reads_in_welsh(mina):
    changes(mina, **{"earnings--claimant": "200"})
    mina.opens("/language/cy").opens(THEN)
    assert "Nawr ac wedyn" in mina.heading


def test_a_scheme_that_nobody_adopted_says_so_here_too():
    says = claims.MARA["facts"] | MARA | {"tax_on_earnings": "0", "pension_contributions": "0"}
    says["date_of_birth"] = tuple(claims.MARA["who-lives-here"]["claimant"]["date_of_birth"].values())
    mara = Resident(says=says)
    mara.lives_at(mara.says["postcode"]).sends(f"{APPLY}/start").answers_until("/estimate")
    assert ILLUSTRATIVE in mara.opens(WHAT_IF).words
    changes(mara, savings="500")
    mara.answers_until("/then")
    assert ILLUSTRATIVE in mara.words


def test_a_pensioner_who_takes_a_job_is_asked_only_what_that_needs(joan):
    """Of what she said nothing comes again, and her pension is in what is left."""
    joan.says |= MORE | {
        "pension_contributions": "0",
        "hours_worked": "10",
        "tax_on_earnings": "0",
        "self_employed_profit": "0",
    }
    joan.lives_at("CT1 1AA").sends(f"{APPLY}/start").answers_until("/estimate")
    changes(joan, **{"earnings--claimant": "60"})
    asked = set()
    while joan.path != THEN:
        asked |= {name.partition("--")[0] for name in joan.filled()} - {"revision"}
        joan.answers()
        assert joan.status == 200, joan.problems
    said = her_draft().answers
    known = {*said["household"], *said["families"][0]["people"][0]["facts"]}
    assert {"hours_worked", "pension_contributions"} <= asked and not asked & known
    # 221.20 x 52 / 12 = 958.53, and no tax on 11,502.40 a year. With 60 more 14,622.40 a year, less 20% of
    # 2,052.40, which is 410.48: 14,211.92 / 12 = 1,184.33.
    assert cells(joan, "Pay and pensions after tax")[:2] == ["£958.53", "£1,184.33"]
    assert "Council tax reduction" in joan.words
