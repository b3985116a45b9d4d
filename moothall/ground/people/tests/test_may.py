"""Each permission, and beside it the stranger who does not have it."""

import cedarpy
import pytest

from moothall.ground.people.actor import NOBODY
from moothall.ground.people.may import (
    THINGS,
    NotPermitted,
    UnknownThing,
    UnknownVerb,
    _load,
    _principal,
    _resource,
    may,
    policy_text,
    require,
    schema_text,
)
from moothall.ground.people.tests.people import (
    GWEN,
    MEENA,
    NODE,
    NODE_FOR_THANET,
    OMAR,
    TOM,
    TOM_LEADS,
    WORKER,
    WORKER_OF_THANET,
    body,
    case,
    holder_of,
    notice,
    officer_with,
    row,
    task,
)


def test_the_policies_fit_their_schema():
    checked = cedarpy.validate_policies(policy_text(), schema_text())
    assert checked.validation_passed, [str(error) for error in checked.errors]


@pytest.mark.parametrize(
    "actor", [MEENA, WORKER, NODE, NOBODY, holder_of(case())], ids=lambda actor: actor.kind
)
@pytest.mark.parametrize(
    "thing", [case(), task(), notice(), body()], ids=lambda thing: thing._meta.model_name
)
def test_what_we_tell_cedar_fits_the_schema(actor, thing):
    import json

    cedarpy.Entities.from_json_str(json.dumps([_principal(actor), _resource(thing)]), schema_text())


def test_nobody_may_do_anything():
    for verb in _load().verbs:
        assert not any(may(NOBODY, verb, thing) for thing in (case(), task(), notice(), body())), verb


def test_no_actor_of_another_organisation_may_do_anything():
    residents = (holder_of(case("thanet")), holder_of(case()))
    strangers = (TOM, TOM_LEADS, WORKER_OF_THANET, NODE_FOR_THANET, *residents)
    things = (case(), task(), task("team_leader"), task("resident"), notice(), body())
    for verb in _load().verbs:
        for stranger in strangers:
            assert not any(may(stranger, verb, thing) for thing in things), (verb, stranger)


@pytest.mark.parametrize("verb", ["case.view", "case.decide", "case.look_again", "case.answer_correction"])
def test_a_caseworker_works_her_organisations_cases(verb):
    assert may(MEENA, verb, case())
    assert not may(TOM, verb, case())


@pytest.mark.parametrize("verb", ["promise.deliver", "promise.ask"])
def test_a_node_tells_the_bodies_that_it_may_tell_and_does_nothing_else(verb):
    assert may(NODE, verb, body())
    for stranger in (NODE_FOR_THANET, MEENA, OMAR, WORKER, holder_of(case())):
        assert not may(stranger, verb, body()), stranger.kind
    things = (case(), task(), task("resident"), notice())
    others = _load().verbs - {"promise.deliver", "promise.ask"}
    assert not any(may(NODE, one, body()) for one in others)
    assert not any(may(NODE, one, thing) for one in others for thing in things)


@pytest.mark.parametrize("actor", [GWEN, OMAR], ids=["team leader", "manager"])
def test_who_answers_for_the_team_sees_promises_that_are_late(actor):
    assert may(actor, "late_promises.view", body())
    assert not may(actor, "late_promises.view", body("thanet"))
    assert not may(MEENA, "late_promises.view", body())


@pytest.mark.parametrize("verb", ["task.start", "task.finish"])
def test_a_caseworker_does_officers_work_and_not_the_team_leaders_or_the_residents(verb):
    assert may(MEENA, verb, task("officer"))
    assert not may(MEENA, verb, task("team_leader"))
    assert not may(MEENA, verb, task("resident"))
    assert not may(TOM, verb, task("officer"))


def test_a_team_leader_explains_a_delay():
    assert may(GWEN, "task.finish", task("team_leader"))
    assert not may(TOM_LEADS, "task.finish", task("team_leader"))


def test_a_manager_sees_cases_and_decides_none():
    assert may(OMAR, "case.view", case())
    assert not may(OMAR, "case.decide", case())
    assert not may(OMAR, "task.start", task("officer"))


def test_a_role_in_one_organisation_gives_nothing_in_another_that_she_also_works_for():
    both = officer_with(("canterbury", "manager"), ("thanet", "caseworker"))
    assert may(both, "case.view", case("canterbury"))
    assert may(both, "case.decide", case("thanet"))
    assert not may(both, "case.decide", case("canterbury"))


@pytest.mark.parametrize("verb", ["case.view", "case.ask_for_review", "case.ask_for_correction"])
def test_a_resident_sees_her_own_case_and_asks_for_it_to_be_looked_at_again(verb):
    hers, someone_elses = case(), case()
    assert may(holder_of(hers), verb, hers)
    assert not may(holder_of(someone_elses), verb, hers)
    assert not may(NOBODY, verb, hers)


def test_a_resident_does_not_decide_her_own_case():
    hers = case()
    assert not may(holder_of(hers), "case.decide", hers)
    assert not may(holder_of(hers), "case.answer_correction", hers)
    assert not may(holder_of(hers), "task.finish", task("officer", of=hers.pk))


def test_a_resident_reads_her_own_letters():
    hers, someone_elses = case(), case()
    assert may(holder_of(hers), "notice.view", notice(about=hers.pk))
    assert not may(holder_of(hers), "notice.view", notice(about=someone_elses.pk))


def test_a_mail_about_answers_that_were_not_sent_is_for_her_and_for_no_officer():
    hers = case()
    mail = notice(about=hers.pk, kind="draft.saved.1")
    assert may(holder_of(hers), "notice.view", mail)
    assert not any(may(officer, "notice.view", mail) for officer in (MEENA, GWEN, OMAR))


def test_the_worker_sends_letters_and_decides_nothing():
    assert may(WORKER, "notice.send", notice())
    assert may(WORKER, "case.timer", case())
    assert not may(WORKER, "case.decide", case())
    assert not may(WORKER_OF_THANET, "notice.send", notice())


def test_publishing_is_approved_by_who_answers_for_the_service():
    assert may(GWEN, "service.publish", body())
    assert may(OMAR, "service.publish", body())
    assert not may(MEENA, "service.publish", body())
    assert not may(TOM_LEADS, "service.publish", body())


def test_a_misspelt_verb_is_an_error_and_not_a_no():
    with pytest.raises(UnknownVerb, match=r"case\.decidde"):
        may(MEENA, "case.decidde", case())


def test_a_thing_that_the_policies_do_not_know_is_an_error():
    with pytest.raises(UnknownThing):
        may(MEENA, "case.view", row("lamp"))
    with pytest.raises(UnknownThing):
        may(MEENA, "case.view", None)


def test_a_refusal_names_nobody():
    hers = case()
    with pytest.raises(NotPermitted) as refused:
        require(TOM, "case.decide", hers)
    assert str(hers.pk) not in str(refused.value)
    require(MEENA, "case.decide", hers)


def test_every_thing_belongs_to_an_organisation():
    assert all("organisation" in columns for _, columns in THINGS.values())


def test_the_wall_holds_when_another_policy_is_too_generous():
    generous = policy_text() + "permit (principal, action, resource);"
    stranger, thing = _principal(TOM), _resource(case())
    question = {
        "principal": stranger["uid"],
        "action": {"type": "Action", "id": "case.view"},
        "resource": thing["uid"],
    }
    assert not cedarpy.is_authorized(question, generous, [stranger, thing]).allowed
