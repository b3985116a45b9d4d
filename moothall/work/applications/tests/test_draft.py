"""An interview in progress: two tabs, a change of mind, and the end of its time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import NotUnderstood, answer, answer_roster, start_draft
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import DraftGone, circumstances_of, draft_of, estimate, interview
from tests.kit import claims

EVERYBODY = {"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}
LATER = claims.NOW + timedelta(days=29)
WITH_SAM = claims.JOAN["who-lives-here"] | {
    "sam": {"role": "other_adult", "date_of_birth": {"day": "1", "month": "5", "year": "1985"}}
}


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()
    with acting_for(EVERYBODY):
        yield


def roster(draft: Draft, people: dict) -> Draft:
    return answer_roster(draft.id, screen="who-lives-here", people=people, today=claims.TODAY)


def test_two_tabs_lose_nothing_of_each_others():
    draft = roster(claims.begun(), claims.JOAN["who-lives-here"])
    answer(draft.id, screen="savings", typed={("savings", "household"): "9000"}, today=claims.TODAY)
    answer(
        draft.id, screen="pension-credit", typed={("pension_credit", "household"): "none"}, today=claims.TODAY
    )
    known = circumstances_of(draft_of(draft.id, now=claims.NOW)).household
    assert (known["savings"], known["pension_credit"]) == (900_000, "none")


def test_of_the_same_screen_the_later_answer_wins():
    draft = roster(claims.begun(), claims.JOAN["who-lives-here"])
    for typed in ("9000", "£12,000.50"):
        draft = answer(
            draft.id, screen="savings", typed={("savings", "household"): typed}, today=claims.TODAY
        )
    assert circumstances_of(draft).household["savings"] == 1_200_050


def test_what_cannot_be_read_changes_nothing():
    draft = roster(claims.begun(), claims.JOAN["who-lives-here"])
    with pytest.raises(NotUnderstood) as raised:
        answer(draft.id, screen="savings", typed={("savings", "household"): "lots"}, today=claims.TODAY)
    assert set(raised.value.problems) == {("savings", "household")}
    assert "savings" not in circumstances_of(draft_of(draft.id, now=claims.NOW)).household


def test_somebody_who_moves_out_takes_their_answers_with_them():
    draft = roster(claims.begun(), WITH_SAM)
    draft = answer(
        draft.id,
        screen="work",
        typed={("works_for_pay", "sam"): "yes", ("works_for_pay", "claimant"): "no"},
        today=claims.TODAY,
    )
    draft = roster(draft, claims.JOAN["who-lives-here"])
    assert [person.id for person in circumstances_of(draft).people()] == ["claimant"]
    assert circumstances_of(draft).families[0].people[0].facts["works_for_pay"] is False


def test_an_answer_no_longer_needed_is_kept_and_not_used():
    draft = claims.answered(claims.begun())
    draft = answer(
        draft.id,
        screen="pension-credit",
        typed={("pension_credit", "household"): "guarantee"},
        today=claims.TODAY,
    )
    walked = interview(draft, today=claims.TODAY)
    assert "savings" in circumstances_of(draft).household
    assert "savings" not in walked.used.household
    assert estimate(draft, today=claims.TODAY)["council_tax_reduction"].value > 0


def test_an_interview_that_was_not_sent_is_forgotten_in_time():
    draft = claims.begun()
    run_due(claims.NOW + timedelta(days=27))
    assert Draft.objects.filter(id=draft.id).exists()
    with pytest.raises(DraftGone):
        draft_of(draft.id, now=LATER)
    run_due(LATER)
    assert not Draft.objects.filter(id=draft.id).exists()


def test_of_one_that_was_sent_no_answer_stays_in_the_draft():
    draft = claims.answered(claims.begun())
    application = claims.send(draft.id, key="a-key")
    while run_due(LATER):
        pass
    draft.refresh_from_db()
    assert draft.answers == {}
    assert claims.send(draft.id, key="a-key").reference == application.reference


def test_letters_go_out_in_the_language_that_she_read_last():
    draft = roster(claims.begun(language="en"), claims.JOAN["who-lives-here"])
    draft = answer(
        draft.id,
        screen="savings",
        typed={("savings", "household"): "9000"},
        today=claims.TODAY,
        language="cy",
    )
    application = claims.send(claims.answered(draft).id, key="a-key")
    assert application.language == "cy"


def test_nobody_is_offered_the_rental_areas_of_another_part_of_the_country():
    def area_known_at(postcode: str) -> object:
        serving = who_serves(postcode, on=claims.TODAY)
        with acting_for(one.organisation.key for one in serving):
            draft = start_draft(
                "what_could_i_get",
                organisation=serving[0].organisation.key,
                serving=serving,
                postcode=postcode,
                language="en",
                now=claims.NOW,
            )
            return draft.answers["household"].get("rental_area")

    assert area_known_at("CT11AA") is None, "she is asked which of Kent's areas it is"
    assert area_known_at("CF101AA") == "another"
