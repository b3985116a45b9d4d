"""A claim below State Pension age, from the first question to the letter, by the scheme of one council.

Mara is invented. Thanet's own scheme is not held, so its demonstration uses the illustrative sheet, and says so.
By hand: 1,825.00 less a quarter is 1,368.75 a year, 26.25 a week. 150.00 of pay, less 25.00 and 17.10, is 107.90:
row 2 of the table for one person, 60 per cent, 15.75 a week.
"""

from __future__ import annotations

import pytest

from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.may import NotPermitted
from moothall.work.cases.actions import Departure, decide, propose
from moothall.work.cases.mark import mark_of_case
from moothall.work.cases.models import Case
from moothall.work.notices.models import Notice
from tests.kit import claims

BODIES = {"canterbury", "thanet", "dover", "kent"}
ILLUSTRATIVE = "Illustrative, not adopted."
REDUCTION = "council_tax_reduction"


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()


@pytest.fixture
def mara():
    reference = claims.submitted_by_mara().reference
    with acting_for(BODIES):
        yield Case.objects.get(reference=reference)


def decided(case: Case, organisation: str = "thanet", departure: Departure | None = None):
    officer = claims.an_officer(organisation)
    return decide(
        case.id,
        actor=officer,
        revision=case.revision,
        today=claims.TODAY,
        now=claims.NOW,
        departure=departure,
    )


def test_an_officer_decides_it_with_reasons_law_and_a_letter(mara):
    decision = decided(mara)
    assert mara.organisation_id == "thanet" and decision.outcome == "award"
    assert decision.results[REDUCTION]["text"]["en"] == "£15.75 a week"
    assert any("s.13A(2) and Sch 1A" in law for law in decision.law)
    letter = Notice.objects.get(about=mara.id).text
    assert "Dear Mara Ellery" in letter and "£15.75 a week" in letter
    assert "Income of £107.90 a week is in row 2." in letter


def test_the_letter_the_results_and_the_reasons_say_that_the_scheme_is_adopted_by_nobody(mara):
    assert mark_of_case(mara)["en"].startswith(ILLUSTRATIVE)
    decision = decided(mara)
    assert decision.letters["en"]["text"].startswith(ILLUSTRATIVE)
    assert decision.letters["cy"]["text"].startswith("Enghreifftiol, heb ei fabwysiadu.")
    assert decision.results[REDUCTION]["not_adopted"]["en"].startswith(ILLUSTRATIVE)
    assert decision.reasons["en"][REDUCTION]["not_adopted"].startswith(ILLUSTRATIVE)
    assert "not_adopted" not in decision.results["single_adult_discount"], "that one is national law"
    assert mark_of_case(mara)["en"].startswith(ILLUSTRATIVE)


def test_an_officer_who_departs_from_the_rules_still_sends_a_letter_that_says_so(mara):
    own = {"value": 2000.0, "unit": "GBP/week", "text": {"en": "£20 a week", "cy": "£20 yr wythnos"}}
    departure = Departure(outcome="award", results={REDUCTION: own}, why="Hardship.", law="s.13A(1)(c)")
    decision = decided(mara, departure=departure)
    assert decision.results[REDUCTION]["text"]["en"] == "£20 a week"
    assert decision.letters["en"]["text"].startswith(ILLUSTRATIVE)


def test_an_officer_of_another_council_cannot_decide_it(mara):
    with pytest.raises(NotPermitted):
        decided(mara, organisation="canterbury")


def test_a_pensioner_of_the_same_council_is_told_of_no_illustration(db):
    reference = claims.submitted(postcode=claims.MARA_LIVES_AT, said={"postcode": "CT9 1FE"}).reference
    with acting_for(BODIES):
        joan = Case.objects.get(reference=reference)
        proposal = propose(joan, today=claims.TODAY)
        assert mark_of_case(joan) is None
    assert "not adopted" not in str(proposal.letters) + str(proposal.results) + str(proposal.reasons)


def test_where_no_sheet_is_held_the_answer_is_not_covered_and_never_nought(db):
    said = claims.MARA["facts"] | {"postcode": "CT1 1AA"}
    reference = claims.submitted(said=said, roster=claims.MARA["who-lives-here"]).reference
    with acting_for(BODIES):
        case = Case.objects.get(reference=reference)
        proposal = propose(case, today=claims.TODAY)
        assert mark_of_case(case) is None
    assert proposal.outcome == "not_covered"
    refusal = proposal.results[REDUCTION]["not_covered"]
    assert refusal["en"].startswith(
        "Your council's own scheme decides, and its figures for this day are not held"
    )
    assert refusal["cy"].startswith("Cynllun eich cyngor ei hun sy'n penderfynu"), (
        "Welsh however deep it stands"
    )


def test_the_reasons_leave_out_how_a_sheet_is_kept_and_nothing_that_a_person_reads(mara):
    tree = propose(mara, today=claims.TODAY).reasons["en"][REDUCTION]
    names = set(_names(tree))
    assert not names & {
        "scheme_held",
        "scheme_says_income",
        "scheme_award_kind",
        "scheme_measure",
        "local_kind",
    }
    assert {"scheme_percent", "scheme_weekly_edge", "scheme_left_out_single", "local_row_by_week"} <= names
    assert {"local_route", "hours_worked", "earnings", "council_tax_before_discount"} <= names


def _names(tree):
    yield tree["name"]
    for one in [*tree.get("children", ()), *tree.get("left_out", ())]:
        yield from _names(one)
