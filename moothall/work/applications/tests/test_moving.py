"""A move is told once: a case at each body here, nothing promised for a body that cannot be told."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.applications.actions import NobodyToTell
from moothall.work.applications.models import Application, Promise
from moothall.work.cases.models import Case
from tests.kit import claims, moves

EVERYBODY = {"canterbury", "thanet", "kent", "dover"}


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()


def cases() -> set[tuple[str, str]]:
    with acting_for(EVERYBODY):
        return {(case.organisation_id, case.service) for case in Case.objects.all()}


def test_between_two_councils_each_is_told_its_part_and_the_county_of_both_once():
    moves.told()
    assert cases() == {
        ("canterbury", "council_tax_leaving"),
        ("thanet", "council_tax_arriving"),
        ("thanet", "bins_for_a_new_home"),
        ("kent", "bus_pass_new_address"),
    }


def test_within_one_council_it_is_promised_one_change():
    moves.told(moves.CANTERBURY, "CT2 7ER", said={"bins_wanted": "no", "bus_pass_held": "no"})
    assert cases() == {("canterbury", "council_tax_moving_within")}


def test_a_body_that_is_not_on_moothall_is_promised_nothing_and_she_is_sent_to_it():
    application = moves.told(moves.CANTERBURY, moves.ELSEWHERE)
    assert cases() == {("canterbury", "council_tax_leaving"), ("kent", "bus_pass_new_address")}
    assert application.left_to_her == [
        {"service": "council_tax_arriving", "organisation": "dover"},
        {"service": "bins_for_a_new_home", "organisation": "dover"},
        {"service": "tenancy_ending", "organisation": "southern_housing"},
        {"link": "register_to_vote"},
    ]
    with acting_for(EVERYBODY):
        assert not Promise.objects.exclude(status="kept").exists()
        pointed = list(Entry.objects.filter(verb="person.pointed_to").values_list("details", flat=True))
    assert {one["to"] for one in pointed} == {"dover", "southern_housing", "register_to_vote"}


def test_a_landlord_that_nobody_knows_is_not_guessed():
    application = moves.told(said={"leaving_landlord": "Southern Housin"})
    assert {"service": "tenancy_ending", "organisation": ""} in application.left_to_her


def test_the_new_council_learns_nothing_of_the_old_home():
    moves.told()
    with acting_for({"thanet"}):
        names = {
            name
            for facts in Promise.objects.values_list("facts", flat=True)
            for told in facts.values()
            for name in told
        }
    assert not {name for name in names if name.startswith("leaving")}
    assert "bus_pass_held" not in names


def test_begun_at_the_new_council_it_tells_the_same_bodies():
    moves.told(at="arriving")
    assert ("canterbury", "council_tax_leaving") in cases()
    assert ("thanet", "council_tax_arriving") in cases()


def test_when_nobody_can_be_told_nothing_is_sent(monkeypatch):
    draft, _ = moves.answered(moves.begun())
    monkeypatch.setattr("moothall.work.applications.recipients.offered_by", lambda keys: [])
    with acting_for(draft.serving), pytest.raises(NobodyToTell):
        claims.send(draft.id, key="a-key")
    with acting_for(EVERYBODY):
        assert not Application.objects.exists()


def statements_of(**how) -> int:
    """How many statements sending a move takes, besides those that open and close the transaction."""
    draft, _ = moves.answered(moves.begun(), **how)
    with acting_for(draft.serving), CaptureQueriesContext(connection) as taken:
        claims.send(draft.id, key=str(draft.id))
    sent = [one["sql"].split(" ")[0] for one in taken.captured_queries]
    return len([verb for verb in sent if verb not in ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")])


def test_each_further_body_adds_no_statement():
    moves.told()  # the editions are compiled
    few = statements_of(said={"bins_wanted": "no", "bus_pass_held": "no", "leaving_home_is": "sold"})
    many = statements_of(said={"leaving_home_is": "sold"})
    print(f"two bodies: {few} statements; three bodies, four cases: {many}")
    assert many == few <= 12
