"""An officer of Canterbury decides Joan's claim, and Joan asks for it to be looked at again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.may import NotPermitted
from moothall.ground.record.models import Entry
from moothall.work.cases.actions import (
    AlreadyAsked,
    ChangedMeanwhile,
    Departure,
    NothingDecidedYet,
    NothingToDecide,
    WhyIsMissing,
    ask_for_review,
    decide,
    propose,
)
from moothall.work.cases.models import Case, Decision, Task
from moothall.work.notices.models import Notice
from tests.kit import claims

OFFICER = claims.an_officer("canterbury")
# The worker acts for every body; a test that runs it inside a context needs as wide a one.
EVERYBODY = {"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()


@pytest.fixture
def application():
    return claims.submitted()


@pytest.fixture
def case(application):
    with acting_for(EVERYBODY):
        yield Case.objects.get(reference=application.reference)


def accept(case: Case, actor=OFFICER, revision: int | None = None) -> Decision:
    return decide(
        case.id, actor=actor, revision=revision or case.revision, today=claims.TODAY, now=claims.NOW
    )


def look_again(case: Case, application, **how):
    said = {"why": "My savings fell.", "channel": "web", "today": claims.TODAY, "now": claims.NOW} | how
    return ask_for_review(case.id, actor=said.pop("actor", claims.the_resident(application)), **said)


def test_the_letter_that_the_officer_sees_is_the_letter_that_joan_reads(case):
    proposed = propose(case, today=claims.TODAY)
    decision = accept(case)
    notice = Notice.objects.get(about=case.id)
    assert notice.text == decision.letters["en"]["text"] == proposed.letters["en"]["text"]
    assert "Dear Joan Whitlock" in notice.text
    assert decision.results["council_tax_reduction"]["text"]["en"] in notice.text
    assert decision.results["council_tax_reduction"]["text"]["cy"] in decision.letters["cy"]["text"]


def test_a_decision_keeps_all_that_it_stood_on(case):
    decision = accept(case)
    assert decision.outcome == "award"
    assert decision.edition_hash == case.edition.content_hash
    assert len(decision.facts) > 15
    assert any("2012/2885" in law for law in decision.law)
    assert decision.reasons["en"]["council_tax_reduction"]["children"]
    assert Entry.objects.filter(verb="case.decided").count() == 1


def test_departing_from_the_rules_needs_reasons_and_keeps_both(case):
    nothing = {"value": 0.0, "unit": "GBP/week", "text": {"en": "£0 a week", "cy": "£0 yr wythnos"}}
    departure = Departure(
        outcome="no_award",
        results={"council_tax_reduction": nothing},
        why="She moved out.",
        law="LGFA 1992 s.6",
    )
    decision = decide(
        case.id,
        actor=OFFICER,
        revision=case.revision,
        today=claims.TODAY,
        now=claims.NOW,
        departure=departure,
    )
    assert decision.departs
    assert decision.outcome == "no_award"
    letter = decision.letters["en"]["text"]
    assert "She moved out." in letter
    assert "LGFA 1992 s.6" in letter
    assert letter.index("She moved out.") < letter.index("By the rules alone"), (
        "her reasons come before the rules'"
    )
    assert decision.reasons["en"]["council_tax_reduction"], "what the rules gave stays beside it"


def test_two_officers_do_not_both_decide(case):
    accept(case)
    with pytest.raises(NothingToDecide):
        accept(case, actor=claims.an_officer("canterbury", number="2"))
    assert Decision.objects.count() == 1


def test_a_case_that_changed_after_the_page_was_opened_is_not_decided(case):
    with pytest.raises(ChangedMeanwhile):
        accept(case, revision=case.revision + 1)
    assert not Decision.objects.exists()


def test_a_stranger_does_not_decide(case, application):
    for stranger in (claims.the_resident(application), claims.an_officer("thanet"), claims.NOBODY):
        with pytest.raises(NotPermitted):
            accept(case, actor=stranger)


def test_the_letter_is_sent_once_however_often_the_work_is_done(case):
    accept(case)
    moothall_now = claims.NOW + timedelta(minutes=1)
    run_due(moothall_now)
    run_due(moothall_now)
    assert Notice.objects.get(about=case.id).status == "sent"
    assert Entry.objects.filter(verb="notice.sent").count() == 1


def test_joan_asks_for_the_decision_to_be_looked_at_again(case, application):
    first = accept(case)
    review = look_again(case, application)
    case.refresh_from_db()
    assert case.status == "under_review"
    assert review.due_on.isoformat() == "2027-01-23", "two months after asking"
    second = accept(case)
    review.refresh_from_db()
    assert second.supersedes == first
    assert review.answered_by == second
    case.refresh_from_db()
    assert case.status == "closed"


def test_it_can_be_asked_after_the_case_was_closed(case, application):
    accept(case)
    run_due(claims.NOW + timedelta(days=63))
    case.refresh_from_db()
    assert case.status == "closed"
    look_again(case, application)
    assert Task.objects.filter(node="look_again", finished_at__isnull=True).count() == 1


def test_a_decision_is_asked_about_once(case, application):
    accept(case)
    look_again(case, application)
    with pytest.raises(AlreadyAsked):
        look_again(case, application)


def test_nothing_is_asked_before_there_is_a_decision_or_without_saying_why(case, application):
    with pytest.raises(NothingDecidedYet):
        look_again(case, application)
    with pytest.raises(WhyIsMissing):
        look_again(case, application, why="  ")


def test_a_stranger_does_not_ask(case, application):
    accept(case)
    for stranger in (claims.an_officer("canterbury"), claims.NOBODY):
        with pytest.raises(NotPermitted):
            look_again(case, application, actor=stranger)


def test_fourteen_days_without_a_decision_make_somebody_explain(case):
    run_due(claims.NOW + timedelta(days=15))
    roles = set(case.tasks.filter(finished_at__isnull=True).values_list("node", "role"))
    assert roles == {("decide", "officer"), ("explain_delay", "team_leader")}


def test_the_county_decides_on_the_pass_by_the_little_that_it_was_told(case, application):
    pass_case = Case.objects.get(organisation="kent")
    assert pass_case.due_on is None, "the Act sets no period, and none is made up"
    decision = accept(pass_case, actor=claims.an_officer("kent"))
    assert decision.outcome == "award"
    assert decision.letters["en"]["text"].count("Joan Whitlock") == 1
    pass_case.refresh_from_db()
    assert pass_case.status == "closed"
