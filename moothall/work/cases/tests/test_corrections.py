"""Joan says that something is wrong: each body that holds it answers for itself, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import NOBODY
from moothall.ground.people.may import NotPermitted
from moothall.ground.record.models import Entry
from moothall.ground.subjects.actions import AlreadySuperseded, Source, supersede
from moothall.ground.subjects.models import Fact
from moothall.work.cases.actions import (
    AlreadyAskedToCorrect,
    CorrectionOver,
    NeedsADecision,
    NotCorrectable,
    ReasonIsMissing,
    SameAsHeld,
    TakenUpAlready,
    WhyCannotBeShown,
    WhyIsMissing,
    ask_for_correction,
    correct,
    decide,
    finish_task,
    take_task,
    withdraw_correction,
)
from moothall.work.cases.corrections import corrected_since, where_it_went
from moothall.work.cases.models import Case, Correction
from moothall.work.cases.queries import newest_decision
from moothall.work.notices.models import Notice
from tests.kit import claims

COUNCIL, COUNTY = claims.an_officer("canterbury"), claims.an_officer("kent")
EVERYBODY = {"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}
LATER = claims.NOW + timedelta(days=2)


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


def held(case: Case, name: str) -> Fact:
    return Fact.objects.get(case=case.pk, name=name, known_until__isnull=True)


def asks(case: Case, application, name: str = "savings", value="8500.00", **how):
    said = {"why": "One account was closed.", "actor": claims.the_resident(application)} | how
    statement = said.pop("statement", None) or held(case, name).pk
    moment = {"channel": "web", "today": claims.TODAY, "now": claims.NOW}
    return ask_for_correction(case.pk, statement, value=value, **moment, **said)


def answers(correction: Correction, *, accept: bool = True, answer: str = "", actor=COUNCIL) -> Correction:
    return correct(correction.pk, actor=actor, accept=accept, answer=answer, now=LATER)


def test_only_those_who_hold_it_are_asked_and_each_gets_a_task_with_a_day(case, application):
    [at_council] = where_it_went(asks(case, application))
    assert at_council.organisation_id == "canterbury"
    assert at_council.task.due_on == at_council.due_on == date(2026, 12, 23), "one month of receipt"
    both = where_it_went(asks(case, application, "address_line_1", "6 Invented Row"))
    assert {one.organisation_id for one in both} == {"canterbury", "kent"}
    assert {one.task.role for one in both} == {"officer"}
    assert (
        {one.case.organisation_id for one in both}
        == {one.of.organisation_id for one in both}
        == {
            "canterbury",
            "kent",
        }
    )


def test_accepting_supersedes_and_both_times_are_kept(case, application):
    before = held(case, "savings")
    [correction] = where_it_went(asks(case, application))
    answers(correction)
    now_held = held(case, "savings")
    before.refresh_from_db()
    assert (before.value, before.known_until) == ("9000.00", LATER)
    assert (now_held.value, now_held.known_from, now_held.supersedes) == ("8500.00", LATER, before)
    assert now_held.true_from == before.true_from and now_held.said_by == "resident"
    correction.refresh_from_db()
    assert correction.status == "accepted" and correction.made == now_held
    assert correction.task.finished_by == COUNCIL.id


def test_each_body_answers_for_itself(case, application):
    both = {one.organisation_id: one for one in where_it_went(asks(case, application, "town", "Whitstable"))}
    answers(both["canterbury"])
    answers(both["kent"], accept=False, answer="The pass was posted to Canterbury.", actor=COUNTY)
    assert held(case, "town").value == "Whitstable"
    assert Fact.objects.get(case=both["kent"].case_id, name="town").value == "Canterbury"
    with pytest.raises(NotPermitted):
        answers(both["kent"], actor=COUNCIL)


def test_a_decision_that_stood_on_it_is_to_be_looked_at_again(case, application):
    decide(case.pk, actor=COUNCIL, revision=case.revision, today=claims.TODAY, now=claims.NOW)
    decision = newest_decision(case)
    assert corrected_since(decision) == []
    [correction] = where_it_went(asks(case, application))
    assert corrected_since(decision) == []
    answers(correction)
    assert [fact.name for fact in corrected_since(decision)] == ["savings"]


def test_whoever_was_about_to_decide_must_look_again(case, application):
    [correction] = where_it_went(asks(case, application))
    answers(correction)
    before = case.revision
    case.refresh_from_db()
    assert case.revision == before + 1


def letter(correction: Correction) -> Notice:
    return Notice.objects.get(about=correction.case_id, kind=f"correction.{correction.pk}")


def test_a_letter_tells_her_what_was_corrected(case, application):
    [correction] = where_it_went(asks(case, application))
    answers(correction)
    told = letter(correction)
    assert told.send_to == case.send_to and told.language == "en"
    assert "£9,000" in told.text and "held now: £8,500" in told.text and "Dear Joan Whitlock" in told.text
    assert "Our decision rests" not in told.text and "\n\n\n" not in told.text
    run_due(LATER)
    told.refresh_from_db()
    assert told.status == "sent"


def test_the_letter_says_that_a_decision_rests_on_it(case, application):
    decide(case.pk, actor=COUNCIL, revision=case.revision, today=claims.TODAY, now=claims.NOW)
    [correction] = where_it_went(asks(case, application))
    answers(correction)
    assert "Our decision rests on what was held before." in letter(correction).text


def test_a_letter_of_refusal_says_why_and_where_to_complain(case, application):
    Case.objects.filter(pk=case.pk).update(language="cy")
    [correction] = where_it_went(asks(case, application))
    answers(correction, accept=False, answer="{law} The bank says £9,000.")
    told = letter(correction)
    assert "{law} The bank says £9,000." in told.text and "Comisiynydd Gwybodaeth" in told.text
    assert told.language == "cy"


def test_what_she_takes_back_needs_no_letter(case, application):
    asked = asks(case, application)
    withdraw_correction(asked, actor=claims.the_resident(application), now=LATER)
    assert not Notice.objects.filter(kind__startswith="correction").exists()


def test_the_list_of_work_and_the_letters_follow_a_correction(case, application):
    for name, value in (("full_name", "Joan Whitlocke"), ("email", "joan@example.org")):
        for correction in where_it_went(asks(case, application, name, value)):
            answers(correction, actor=claims.an_officer(correction.organisation_id))
    for known in Case.objects.filter(submission=case.submission):
        assert known.known_as == "Joan Whitlocke"
        assert known.send_to == "joan@example.org"


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ({"value": "9000.00"}, SameAsHeld),
        ({"why": "  "}, WhyIsMissing),
        ({"why": "My \u202e savings"}, WhyCannotBeShown),
        ({"name": "nation", "value": "wales"}, NotCorrectable),  # worked out from the postcode
        ({"name": "role", "value": "partner"}, NotCorrectable),
        ({"actor": NOBODY}, NotPermitted),
        ({"actor": COUNCIL}, NotPermitted),
    ],
)
def test_what_cannot_be_asked_asks_nobody(case, application, how, error):
    with pytest.raises(error):
        asks(case, application, **how)
    assert not Correction.objects.exists() and not case.tasks.filter(node="correct").exists()


def test_a_statement_of_another_case_is_not_found_through_hers(case, application):
    others = claims.submitted()
    theirs = held(Case.objects.get(reference=others.reference), "savings")
    with pytest.raises(NotCorrectable):
        asks(case, application, statement=theirs.pk)
    with pytest.raises(NotPermitted):
        asks(Case.objects.get(reference=others.reference), application)


def test_asked_twice_it_is_one_request(case, application):
    asks(case, application)
    with pytest.raises(AlreadyAskedToCorrect):
        asks(case, application, value="8000.00")


def test_a_refusal_says_why_and_changes_nothing(case, application):
    [correction] = where_it_went(asks(case, application))
    with pytest.raises(ReasonIsMissing):
        answers(correction, accept=False, answer=" ")
    answers(correction, accept=False, answer="The statement of your bank says £9,000.")
    assert held(case, "savings").value == "9000.00"
    with pytest.raises(CorrectionOver):
        answers(correction)
    # She may ask again, with what the bank now says.
    asks(case, application)


def test_what_was_corrected_meanwhile_is_looked_at_first(case, application):
    [correction] = where_it_went(asks(case, application))
    source = Source(
        said_by="bank", channel="post", purpose=case.service, true_from=claims.TODAY, now=claims.NOW
    )
    supersede(correction.of, "8700.00", source=source)
    with pytest.raises(AlreadySuperseded):
        answers(correction)
    assert held(case, "savings").value == "8700.00"


def test_she_takes_it_back_where_nobody_has_taken_it_up(case, application):
    asked = asks(case, application, "town", "Whitstable")
    [at_county] = [one for one in where_it_went(asked) if one.organisation_id == "kent"]
    take_task(at_county.task_id, actor=COUNTY, now=claims.NOW)
    withdrawn = withdraw_correction(asked, actor=claims.the_resident(application), now=LATER)
    assert [one.organisation_id for one in withdrawn] == ["canterbury"]
    assert {one.organisation_id: one.status for one in where_it_went(asked)} == {
        "canterbury": "withdrawn",
        "kent": "asked",
    }
    with pytest.raises(TakenUpAlready):
        withdraw_correction(asked, actor=claims.the_resident(application), now=LATER)


def test_nobody_else_takes_it_back(case, application):
    asked = asks(case, application)
    for stranger in (NOBODY, COUNCIL, claims.the_resident(claims.submitted())):
        with pytest.raises(NotPermitted):
            withdraw_correction(asked, actor=stranger, now=LATER)


def test_the_task_is_finished_by_answering_and_in_no_other_way(case, application):
    [correction] = where_it_went(asks(case, application))
    with pytest.raises(NeedsADecision):
        finish_task(correction.task_id, actor=COUNCIL, outcome="", note="Done", today=claims.TODAY, now=LATER)


def test_the_record_tells_of_each_and_names_only_the_fact(case, application):
    [correction] = where_it_went(asks(case, application))
    answers(correction)
    told = Entry.objects.filter(organisation="canterbury", verb__startswith="correction.").order_by("pk")
    assert [(one.verb, one.details.get("outcome")) for one in told] == [
        ("correction.asked", None),
        ("correction.answered", "accepted"),
    ]
    assert all(one.details["fact"] == "savings" and "8500" not in str(one.details) for one in told)
