"""What if: a copy in which something is otherwise, and her own answers as they were."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import NotUnderstood, answer, answer_roster, start_draft
from moothall.work.applications.actions.forget_draft import forget_draft
from moothall.work.applications.actions.imagine import NotImagined, WhatIf, imagine, imagined
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import circumstances_of, interview
from tests.kit import claims

EVERYBODY = {"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}
BEN = {"date_of_birth": {"day": "4", "month": "9", "year": "1990"}}
RHIAN = {"claimant": {"role": "claimant", "date_of_birth": {"day": "1", "month": "2", "year": "1991"}}}


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()
    with acting_for(EVERYBODY):
        yield


@pytest.fixture
def draft() -> Draft:
    """Rhian earns 240 a week, half of it for herself, and has said what tax is taken."""
    started = start_draft(
        "what_could_i_get",
        organisation="canterbury",
        serving=who_serves("CT11AA", on=claims.TODAY),
        postcode="CT11AA",
        language="en",
        now=claims.NOW,
    )
    answer_roster(started.id, screen="who-lives-here", people=RHIAN, today=claims.TODAY)
    for screen, fact, typed in (
        ("work", "works_for_pay", "yes"),
        ("earnings", "earnings", "240"),
        ("earnings", "self_employed_profit", "240"),
        ("tax-on-pay", "tax_on_earnings", "7"),
    ):
        screen = started.edition.definition.plan.asking(fact).key
        started = answer(started.id, screen=screen, typed={(fact, "claimant"): typed}, today=claims.TODAY)
    return answer(started.id, screen="savings", typed={("savings", "household"): "900"}, today=claims.TODAY)


def what_if(draft: Draft, **changes) -> Draft:
    return imagine(draft, WhatIf(**changes), today=claims.TODAY, language="en")


def facts(draft: Draft, whom: str = "claimant") -> dict:
    return next(person.facts for person in circumstances_of(draft).people() if person.id == whom)


def test_her_own_answers_stay_as_they_are(draft):
    before, revision = deepcopy(draft.answers), draft.revision
    copy = what_if(
        draft,
        typed={("savings", "household"): "7000", ("earnings", "claimant"): "300"},
        arriving={"partner": BEN},
    )
    draft.refresh_from_db()
    assert (draft.answers, draft.revision) == (before, revision)
    assert circumstances_of(copy).household["savings"] == 700_000
    assert (copy.expires_at, copy.organisation_id) == (draft.expires_at, draft.organisation_id)


def test_other_earnings_carry_the_work_the_profit_and_the_tax_with_them(draft):
    more = facts(what_if(draft, typed={("earnings", "claimant"): "400"}))
    assert (more["works_for_pay"], more["earnings"], more["self_employed_profit"]) == (True, 40_000, 40_000)
    assert "tax_on_earnings" not in more, "it is asked where it cannot be worked out"
    none = facts(what_if(draft, typed={("earnings", "claimant"): "0"}))
    assert none["works_for_pay"] is False


def test_the_tax_on_other_earnings_is_worked_out_where_the_rules_can(draft):
    for fact, typed in (
        ("pension_contributions", "0"),
        ("state_pension", "0"),
        ("private_pension", "0"),
        ("other_taxable_income", "0"),
        ("marriage_allowance", "none"),
    ):
        screen = draft.edition.definition.plan.asking(fact).key
        draft = answer(draft.id, screen=screen, typed={(fact, "claimant"): typed}, today=claims.TODAY)
    # 400 x 52 = 20,800 of profit; tax (20,800 - 12,570) x 20% = 1,646.00; Class 4 8,230 x 6% = 493.80;
    # 2,139.80 / 52 = 41.15.
    assert facts(what_if(draft, typed={("earnings", "claimant"): "400"}))["tax_on_earnings"] == 4_115


def test_earnings_that_are_as_she_said_change_nothing(draft):
    assert facts(what_if(draft, typed={("earnings", "claimant"): "240"})) == facts(draft)


def test_a_partner_and_a_child_arrive_once_and_keep_what_was_answered_about_them(draft):
    born = {"date_of_birth": {"day": "23", "month": "11", "year": "2026"}}
    copy = what_if(draft, arriving={"partner": BEN, "child": born})
    roles = [person.facts["role"] for person in circumstances_of(copy).people()]
    assert roles == ["claimant", "partner", "child"]
    answer(copy.id, screen="work", typed={("works_for_pay", "person2"): "no"}, today=claims.TODAY)
    again = what_if(draft, typed={("savings", "household"): "8000"}, arriving={"partner": BEN})
    assert again.id == copy.id
    assert [person.id for person in circumstances_of(again).people()] == ["claimant", "person2"]
    assert facts(again, "person2")["works_for_pay"] is False


def test_only_what_the_change_needs_is_asked(draft):
    """Nothing that she answered comes again; the partner's work does, and not hers."""
    copy = what_if(draft, arriving={"partner": BEN})
    walked = interview(copy, today=claims.TODAY)
    known = facts(draft)
    assert walked.next.open and not any(
        gap.fact in known and gap.whom == "claimant" for gap in walked.next.open
    )


def test_when_she_changes_an_answer_the_copy_is_of_the_past(draft):
    what_if(draft, typed={("savings", "household"): "7000"})
    assert imagined(draft)
    draft = answer(draft.id, screen="savings", typed={("savings", "household"): "50"}, today=claims.TODAY)
    assert imagined(draft) is None
    what_if(draft, typed={("earnings", "claimant"): "0"})
    assert circumstances_of(imagined(draft)).household["savings"] == 5_000
    assert Draft.objects.filter(imagined_from=draft).count() == 1


def test_by_the_rules_of_an_earlier_day_people_not_yet_born_are_not_there(draft):
    born = {"date_of_birth": {"day": "1", "month": "8", "year": "2026"}}
    copy = what_if(draft, arriving={"child": born}, on=date(2026, 4, 5))
    assert copy.imagined_on == date(2026, 4, 5)
    assert [person.id for person in circumstances_of(copy).people()] == ["claimant"]


def test_what_cannot_be_read_changes_nothing(draft):
    with pytest.raises(NotUnderstood) as raised:
        what_if(
            draft,
            typed={("savings", "household"): "lots"},
            arriving={"partner": {"date_of_birth": {"day": "99", "month": "1", "year": "1990"}}},
        )
    assert set(raised.value.problems) == {("savings", "household"), ("date_of_birth", "partner")}
    assert imagined(draft) is None


def test_it_goes_with_the_interview_that_it_is_a_copy_of(draft):
    what_if(draft, typed={("savings", "household"): "7000"})
    later = draft.expires_at + timedelta(minutes=1)
    forget_draft(organisation=draft.organisation_id, payload={"draft": str(draft.id)}, now=later)
    assert not Draft.objects.exists()


def test_a_claim_is_never_imagined():
    with pytest.raises(NotImagined):
        what_if(claims.begun())


def test_a_copy_says_of_what_it_is_a_copy(draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.filter(id=draft.id).update(imagined_revision=3)
