"""What could I get? One interview, a row for each benefit, and a claim that begins with its answers."""

import html
import re
from datetime import timedelta

import pytest

from moothall.doors.frontdoor.cookies import INTERVIEWS
from moothall.doors.frontdoor.tests.resident import JOAN, Resident
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Draft

KEY = "what_could_i_get"
APPLY = f"/apply/{KEY}"
# What Joan says besides what council tax reduction asks: she owns her home and cares for nobody.
MORE = {
    "tenure": "owned_outright",
    "hours_of_care": "0",
    "other_taxable_income": "0",
    "marriage_allowance": "none",
    "pension_age_before_april_2016": "yes",
    "savings_credit_since_april_2016": "no",
    "earnings_replacement_benefits": "0",
    "in_full_time_education": "no",
    "pregnant_for_ten_weeks": "no",
}


@pytest.fixture
def joan() -> Resident:
    return Resident(says=JOAN | MORE)


def begins(resident: Resident) -> Resident:
    return resident.lives_at("CT1 1AA").sends(f"{APPLY}/start")


def section(resident: Resident, heading: str) -> str:
    """The words between this heading of the second level and the next."""
    after = resident.page.partition(f"{heading}</h2>")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", after.partition("<h2")[0]))


def names(resident: Resident, pattern: str) -> set[str]:
    return {html.unescape(name) for name in re.findall(pattern, resident.page)}


def test_the_first_pages_lead_to_it(joan):
    joan.lives_at("CT1 1AA")
    assert f'href="/services/{KEY}"' in joan.page and "See everything you could get" in joan.words
    assert f'href="/services/{KEY}"' in joan.opens("/").page
    joan.opens(f"/services/{KEY}")
    assert "deleted after one day" in joan.words and "28 days" not in joan.words


def test_every_benefit_is_somewhere_and_never_twice(joan):
    begins(joan).answers_until("/estimate")
    due = names(joan, r'<th scope="row".*?>(.*?)</th>')
    assert {"Council tax reduction", "Winter Fuel Payment"} <= due
    nothing = names(joan, r"<span class=\"govuk-details__summary-text\">Why: (.*?)</span>") - due
    assert {"Universal Credit", "Child Benefit"} <= nothing
    assert "Scottish Child Payment" not in joan.words, "it is for Scotland alone"
    assert {"Free school meals", "Healthy Start", "Help with rent that is not covered"} <= nothing
    asked = section(joan, "Help that you can ask for")
    assert "Crisis and Resilience Fund" in asked
    assert "A further reduction of council tax" in nothing, "nothing of the bill is left"
    assert "£" not in asked.partition("Why")[0] and 'href="https://www.canterbury.gov.uk' in joan.page
    assert "SI 2012/2885" in section(joan, "What to do next")


def test_the_chart_has_its_table_beside_it_and_no_style(joan):
    begins(joan).answers_until("/estimate")
    svg = joan.page.partition('<svg class="moothall-chart"')[2].partition("</svg>")[0]
    assert 'role="img"' in svg and "<title" in svg and "<desc" in svg and "style=" not in svg
    rows = joan.page.partition("<tbody")[2].partition("</tbody>")[0].count("<tr")
    assert rows == svg.count("<rect") == svg.count("<text") / 2 > 1
    assert "about £" in joan.words


def test_below_pension_age_the_council_tax_reduction_is_not_covered_and_never_nothing(joan):
    joan.says |= {
        "date_of_birth": ("3", "5", "1990"),
        "state_pension": "0",
        "work_capability": "no_decision",
        "outside_the_cap": "none",
    }
    begins(joan).answers_until("/estimate")
    not_covered = section(joan, "What we cannot work out")
    assert "Council tax reduction" in not_covered and "You can still ask" in not_covered
    assert "Council tax reduction" not in section(joan, "Nothing, by the rules")
    assert "Universal Credit" in section(joan, "What to do next")


def test_what_another_benefit_takes_off_in_full_is_never_shown_as_money_on_top(joan):
    joan.says |= {
        "date_of_birth": ("3", "5", "1968"),
        "state_pension": "0",
        "private_pension": "0",
        "work_capability": "no_decision",
        "hours_of_care": "40",
        "cared_for_gets_benefit": "yes",
        "earnings_replacement_benefits": "0",
    }
    begins(joan).answers_until("/estimate")
    said = html.unescape(section(joan, "What to do next"))
    assert "Universal Credit counts Carer's Allowance in full as income." in said


def test_a_student_is_never_shown_universal_credit(joan):
    joan.says |= {
        "date_of_birth": ("3", "5", "2004"),
        "state_pension": "0",
        "work_capability": "no_decision",
        "not_counted_because": "full_time_student",
    }
    begins(joan).answers_until("/estimate")
    assert "Most students cannot get Universal Credit" in section(joan, "What we cannot work out")
    assert "Universal Credit:" not in section(joan, "What to do next")
    assert "there is nothing that you could get" not in joan.words
    assert "We found no amount for you, and could not work out everything" in joan.words


def test_she_applies_with_her_answers_and_nothing_is_asked_twice(joan):
    begins(joan).answers_until("/estimate")
    asked = set()
    joan.sends(f"{APPLY}/carry/council_tax_reduction")
    while not joan.path.endswith("/estimate"):
        asked |= {name.partition("--")[0] for name in joan.filled()} - {"revision"}
        joan.answers()
        assert joan.status == 200
    assert asked == {"pension_credit"}
    assert "£26.62 a week" in joan.words
    assert joan.path == "/apply/council_tax_reduction/estimate"


def test_only_what_the_claim_asks_is_carried_over(joan):
    begins(joan).answers_until("/estimate").sends(f"{APPLY}/carry/council_tax_reduction")
    with acting_for({"canterbury"}):
        claim = Draft.objects.get(service="council_tax_reduction")
    said = str(claim.answers)
    assert "state_pension" in said and "tenure" not in said and "hours_of_care" not in said
    assert "lives_in_london" not in said


def test_an_estimate_is_kept_for_one_day_and_a_claim_for_longer(joan):
    begins(joan).answers_until("/estimate").sends(f"{APPLY}/carry/council_tax_reduction")
    with acting_for({"canterbury"}):
        kept = {draft.service: draft.expires_at - draft.started_at for draft in Draft.objects.all()}
    assert kept == {KEY: timedelta(days=1), "council_tax_reduction": timedelta(days=28)}


def test_what_to_do_next_leads_to_the_page_of_the_body_that_pays(joan):
    begins(joan).answers_until("/estimate")
    links = re.findall(r'href="(https://[^"]+)" rel="noreferrer">([^<]+)</a>', joan.page)
    assert ("https://www.gov.uk/winter-fuel-payment", "Winter Fuel Payment, on GOV.UK") in links


def test_it_cannot_be_sent_to_anybody(joan):
    begins(joan).answers_until("/estimate")
    assert joan.opens(f"{APPLY}/check").path == f"{APPLY}/estimate"
    assert joan.sends(f"{APPLY}/submit", declared="yes").path == f"{APPLY}/estimate"


def test_answers_are_not_carried_into_what_the_page_does_not_offer(joan):
    begins(joan).answers_until("/estimate")
    assert joan.sends(f"{APPLY}/carry/older_persons_bus_pass").status == 404
    assert joan.opens(f"{APPLY}/carry/council_tax_reduction").status == 405


def test_a_question_comes_again_for_a_partner_whom_it_concerns_only_later(joan):
    """Benefits paid instead of pay matter for the first carer, and then for the second."""
    joan.says |= {
        "state_pension": "0",
        "hours_of_care": "40",
        "cared_for_gets_benefit": "yes",
        "work_capability": "no_decision",
        "outside_the_cap": "none",
    }
    begins(joan).sends(joan.path, **(joan.filled() | {"do": "add"}))
    born = {"day": "1", "month": "2", "year": "1991"}
    people = {f"date_of_birth--{who}-{part}": born[part] for who in ("claimant", "person2") for part in born}
    joan.sends(joan.path, **(joan.filled() | people | {"role--person2": "partner", "do": "continue"}))
    joan.answers_until("/estimate")
    assert "Carer's Allowance" in joan.words


def test_before_it_is_finished_nothing_is_carried_over(joan):
    begins(joan)
    assert joan.sends(f"{APPLY}/carry/council_tax_reduction").path == f"{APPLY}/who-lives-here"


def test_without_the_cookie_nobody_sees_it(joan):
    begins(joan).answers_until("/estimate")
    del joan.client.cookies[INTERVIEWS]
    assert joan.opens(f"{APPLY}/estimate").status != 200
