"""A move is told once: a case at each body here, nothing promised for a body that cannot be told."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.applications.actions import ChangedSinceRead, NobodyToTell
from moothall.work.applications.models import Application, Promise
from moothall.work.applications.recipients import reached_by
from moothall.work.cases.models import Case
from tests.kit import claims, moves

EVERYBODY = {"canterbury", "thanet", "kent", "dover", "southern_housing"}


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
        ("southern_housing", "tenancy_ending"),
    }


def test_within_one_council_it_is_promised_one_change():
    moves.told(moves.CANTERBURY, "CT2 7ER", said={"bins_wanted": "no", "bus_pass_held": "no"})
    assert cases() == {
        ("canterbury", "council_tax_moving_within"),
        ("southern_housing", "tenancy_ending"),
    }


def test_a_body_that_is_not_on_moothall_is_promised_nothing_and_she_is_sent_to_it():
    said = {"leaving_landlord": "West Kent Housing Association"}
    application = moves.told(moves.CANTERBURY, moves.ELSEWHERE, said=said)
    assert cases() == {("canterbury", "council_tax_leaving"), ("kent", "bus_pass_new_address")}
    assert application.left_to_her == [
        {"service": "council_tax_arriving", "organisation": "dover"},
        {"service": "bins_for_a_new_home", "organisation": "dover"},
        {"service": "tenancy_ending", "organisation": "west_kent_housing"},
        {"link": "register_to_vote"},
    ]
    with acting_for(EVERYBODY):
        assert not Promise.objects.exclude(status="kept").exists()
        pointed = list(Entry.objects.filter(verb="person.pointed_to").values_list("details", flat=True))
    assert {one["to"] for one in pointed} == {"dover", "west_kent_housing", "register_to_vote"}


def test_a_landlord_that_nobody_knows_is_not_guessed():
    application = moves.told(said={"leaving_landlord": "Southern Housin"})
    assert {"service": "tenancy_ending", "organisation": ""} in application.left_to_her


def test_the_landlord_that_she_names_is_told_what_its_service_names_and_no_more():
    moves.told(said={"leaving_landlord": " southern HOUSING"})
    with acting_for({"southern_housing"}):
        [promise] = Promise.objects.all()
        assert Case.objects.get().known_as == "Tessa Invented"
    told = {name for facts in promise.facts.values() for name in facts}
    assert {"leaving_ends_on", "leaving_postcode", "full_name"} <= told
    assert not {"discount_ending", "bus_pass_held", "date_of_birth", "arriving_home_is"} & told


def test_a_landlord_named_after_the_transaction_began_is_not_written_to_outside_it():
    draft, _ = moves.answered(moves.begun(), said={"leaving_landlord": "Southern Housin"})
    before = reached_by(draft)
    assert "southern_housing" not in before
    draft.answers["household"]["leaving_landlord"] = "Southern Housing"
    with acting_for(before):
        draft.save()
        with pytest.raises(ChangedSinceRead):
            claims.send(draft.id, key="a-key")
    with acting_for(EVERYBODY):
        assert not Promise.objects.exists() and not Application.objects.exists()


def test_what_she_no_longer_rents_reaches_no_landlord():
    draft, _ = moves.answered(moves.begun())
    assert reached_by(draft) == {"canterbury", "thanet", "kent", "southern_housing"}
    draft.answers["household"]["leaving_home_is"] = "sold"
    assert reached_by(draft) == {"canterbury", "thanet", "kent"}


def test_the_landlord_and_the_councils_see_nothing_of_each_others_cases():
    moves.told()
    with acting_for(EVERYBODY):
        whose = {case.id: case.organisation_id for case in Case.objects.all()}
    for body in ("southern_housing", "canterbury"):
        with acting_for({body}):
            assert {case.id for case in Case.objects.all()} == {
                case for case, holder in whose.items() if holder == body
            }
            assert set(Promise.objects.values_list("organisation_id", flat=True)) == {body}


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
    with acting_for(reached_by(draft)), CaptureQueriesContext(connection) as taken:
        claims.send(draft.id, key=str(draft.id))
    sent = [one["sql"].split(" ")[0] for one in taken.captured_queries]
    return len([verb for verb in sent if verb not in ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")])


def test_each_further_body_adds_no_statement():
    moves.told()  # the editions are compiled
    few = statements_of(said={"bins_wanted": "no", "bus_pass_held": "no", "leaving_home_is": "sold"})
    many = statements_of(said={"leaving_landlord": "Southern Housing"})
    print(f"two bodies: {few} statements; four bodies, five cases: {many}")
    assert many == few <= 12
