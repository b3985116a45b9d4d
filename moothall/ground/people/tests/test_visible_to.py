"""The SQL twin and the policies give the same set, on random rows of the real tables and random actors."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import NOBODY, other_node, resident, system
from moothall.ground.people.may import UnknownThing, may
from moothall.ground.people.tests.people import officer_with
from moothall.ground.people.visible_to import visible_to

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
BODIES = ["canterbury", "kent", "thanet"]
IDS = [UUID(int=number) for number in range(1, 7)]

bodies, ids = st.sampled_from(BODIES), st.sampled_from(IDS)
roles = st.tuples(bodies, st.sampled_from(["caseworker", "team_leader", "manager"]))
officers = st.lists(roles, min_size=1, max_size=3).map(lambda held: officer_with(*held))
residents = st.dictionaries(ids.map(str), bodies, max_size=3).map(resident)
workers = st.lists(bodies, max_size=2).map(lambda keys: system(*keys))
nodes = st.lists(bodies, max_size=2).map(lambda keys: other_node("deal-node", may_tell=keys))
actors = st.one_of(officers, residents, workers, nodes, st.just(NOBODY))

# Each row as the columns that the policies speak of.
cases = st.dictionaries(ids, bodies, max_size=6)
tasks = st.lists(st.tuples(ids, st.sampled_from(["officer", "team_leader", "resident", "other"])), max_size=6)
kinds = st.sampled_from(["decision", "draft.saved.1", "drafty", "draft."])
notices = st.lists(st.tuples(ids, bodies, kinds), max_size=6, unique_by=lambda one: (one[0], one[2]))


@pytest.fixture
def edition(db):
    for number, key in enumerate(BODIES):
        apps.get_model("organisations.Organisation").objects.create(
            key=key, prefix=f"T{number}", name_en=key, kind="district", nation="england"
        )
    return apps.get_model("catalogue.Edition").objects.create(
        organisation_id=BODIES[0], service="a_service", content_hash="0", files={}, card={}, published_at=NOW
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actor=actors, cases=cases, tasks=tasks, notices=notices)
def test_a_list_holds_exactly_what_the_policies_permit(edition, actor, cases, tasks, notices):
    with acting_for(BODIES), transaction.atomic():
        made = _make(edition, cases, tasks, notices)
        for name, rows in made.items():
            model = apps.get_model(name)
            listed = set(model.objects.filter(visible_to(actor, model)).values_list("pk", flat=True))
            verb = f"{model._meta.model_name}.view"
            assert listed == {row.pk for row in rows if may(actor, verb, row)}, (name, actor)
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", ["cases.Decision", "subjects.Fact"])
def test_a_list_that_nobody_thought_of_is_an_error_and_not_everything(name):
    with pytest.raises(UnknownThing):
        visible_to(NOBODY, apps.get_model(name))


def _make(edition, cases, tasks, notices) -> dict[str, list]:
    subject = apps.get_model("subjects.Subject")
    whose = {key: subject(organisation_id=key, kind="person", known_since=NOW) for key in BODIES}
    subject.objects.bulk_create(whose.values())
    made = {
        "cases.Case": [_case(edition, key, id, whose[key]) for id, key in cases.items()],
        "cases.Task": [_task(cases[id], id, role) for id, role in tasks if id in cases],
        "notices.Notice": [_notice(*one) for one in notices],
    }
    for name, rows in made.items():
        apps.get_model(name).objects.bulk_create(rows)
    return made


def _case(edition, organisation: str, id: UUID, subject):
    return apps.get_model("cases.Case")(
        id=id,
        organisation_id=organisation,
        service=edition.service,
        reference=f"T-{id.int}",
        submission=id,
        subject=subject,
        known_as="Joan",
        edition=edition,
        process_state={},
        claimed_on=TODAY,
        opened_at=NOW,
        due_on=TODAY,
    )


def _task(organisation: str, case: UUID, role: str):
    return apps.get_model("cases.Task")(
        organisation_id=organisation,
        case_id=case,
        node="step",
        number=str(uuid4()),
        names={"en": "Step"},
        role=role,
        opened_at=NOW,
    )


def _notice(about: UUID, organisation: str, kind: str):
    return apps.get_model("notices.Notice")(
        organisation_id=organisation,
        about=about,
        kind=kind,
        language="en",
        subject_line="A letter",
        text="Words",
        queued_at=NOW,
    )


def test_the_stand_ins_of_these_tests_have_the_columns_of_the_real_tables():
    """A policy that reads a column which is not there would refuse everything, and look safe."""
    from moothall.ground.people.may import THINGS

    models = {
        "case": "cases.Case",
        "task": "cases.Task",
        "notice": "notices.Notice",
        "organisation": "organisations.Organisation",
    }
    for kind, (_, columns) in THINGS.items():
        known = {field.attname for field in apps.get_model(models[kind])._meta.concrete_fields} | {"pk"}
        assert set(columns.values()) <= known, kind
