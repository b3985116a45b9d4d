"""For any household and any two homes: each body gets what its own service names, and nothing is asked twice.

What a service names is read from its file here, by nothing of Moothall's.
"""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.postcodes import read_postcode
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import NobodyToTell
from moothall.work.applications.models import Promise
from moothall.work.applications.other_nodes import NoOtherNodes, use_other_nodes
from moothall.work.applications.recipients import reached_by
from moothall.work.applications.tests.test_delivering import Dover
from tests.kit import claims, moves
from tests.kit.places import ROOT

HOMES = (moves.CANTERBURY, "CT2 7ER", moves.THANET, "CT10 1AA", moves.ELSEWHERE)
GIVEN = {"leaving_postcode", "leaving_nation", "arriving_postcode", "arriving_nation"}
HERS = "Southern Housing"  # the one landlord that this node works for
YES_NO = some.sampled_from(["yes", "no"])
ANSWERS = some.fixed_dictionaries(
    {
        "leaving_home_is": some.sampled_from(
            ["sold", "kept", "association_rent", "council_rent", "private_rent", "no_rent"]
        ),
        "arriving_home_is": some.sampled_from(["owned", "rented", "lodging"]),
        "bins_wanted": YES_NO,
        "help_with_bins": YES_NO,
        "bus_pass_held": YES_NO,
        "council_care": YES_NO,
        "discount_ending": some.sampled_from(["none", "one_adult", "other"]),
        "leaving_landlord": some.sampled_from([HERS, "west kent housing association ", "Nobody"]),
        "phone": some.sampled_from(["", "01227 000000"]),
    }
)
OTHERS = some.lists(some.sampled_from(["child", "other_adult"]), max_size=3)


def born(year: int) -> dict[str, str]:
    return {"day": "3", "month": "5", "year": str(year)}


def household(others: list[str]) -> dict[str, dict]:
    years = {"child": 2015, "other_adult": 1999}
    people = {
        f"person{n}": {"role": role, "date_of_birth": born(years[role])} for n, role in enumerate(others)
    }
    return {"claimant": {"role": "claimant", "date_of_birth": born(1980)}, **people}


def named(service: str) -> dict:
    return yaml.safe_load((ROOT / "services" / service / "service.yaml").read_text("utf-8"))


def served_at(postcode: str) -> set[str]:
    return {one.organisation.key for one in who_serves(read_postcode(postcode), on=claims.TODAY)}


@pytest.fixture
def stage(db):
    """Dover is worked for by another node, which is told by delivery."""
    claims.set_the_stage()
    use_other_nodes(Dover())
    yield
    use_other_nodes(NoOtherNodes())


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    leaving=some.sampled_from(HOMES[:4]),
    arriving=some.sampled_from(HOMES),
    said=ANSWERS,
    others=OTHERS,
)
def test_each_body_gets_what_its_service_names_and_nothing_is_asked_twice(
    stage, leaving, arriving, said, others
):
    people = household(others)
    draft, asked = moves.answered(moves.begun(leaving, arriving), said=said, people=people)
    assert len(asked) == len(set(asked)), "something was asked twice"
    assert not GIVEN & {fact for fact, _ in asked}, "what the postcodes told was asked"
    with acting_for(reached_by(draft)):
        try:
            claims.send(draft.id, key=str(draft.id))
        except NobodyToTell:
            return
        promises = list(Promise.objects.filter(submission=draft.id))
    known = {fact for fact, _ in asked} | GIVEN
    concerned = served_at(leaving) | served_at(arriving)
    rented_here = said["leaving_home_is"] == "association_rent" and said["leaving_landlord"] == HERS
    concerned |= {"southern_housing"} if rented_here else set()
    assert ("southern_housing" in {promise.organisation_id for promise in promises}) is rented_here
    for promise in promises:
        service = named(promise.service)
        told = {fact for facts in promise.facts.values() for fact in facts}
        body = promise.to_id or promise.organisation_id
        assert told <= set(service["facts"]), f"{body} was told more than it names"
        assert told <= known
        assert body in concerned
        if service.get("people") == "claimant":
            persons = [place for place in promise.facts if "/" in place]
            assert len(persons) == 1, "somebody else was told of"
    assert ("dover" in {promise.to_id for promise in promises}) is ("dover" in served_at(arriving))
    whom = {(promise.to_id or promise.organisation_id, promise.service) for promise in promises}
    assert len(whom) == len(promises)
