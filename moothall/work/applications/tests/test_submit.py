"""Joan sends her claim: one application, two cases, and to the county nothing but what its service names."""

from __future__ import annotations

import pytest

from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.ground.subjects.models import Fact
from moothall.work.applications.actions import NotFinished
from moothall.work.applications.models import Application, Promise
from moothall.work.applications.queries import told
from moothall.work.cases.models import Case, Task
from tests.kit import claims

BOTH = {"canterbury", "kent"}


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()


def test_sending_opens_a_case_at_each_body_that_was_told():
    application = claims.submitted()
    with acting_for(BOTH):
        assert {(case.organisation_id, case.service) for case in Case.objects.all()} == {
            ("canterbury", "council_tax_reduction"),
            ("kent", "older_persons_bus_pass"),
        }
        assert Task.objects.filter(finished_at__isnull=True).count() == 2
        assert [promise.status for promise in Promise.objects.all()] == ["kept", "kept"]
    assert application.reference.startswith("CAN-")
    assert {row.organisation for row in told(application)} == BOTH


def test_the_county_is_told_what_its_service_names_and_nothing_else():
    claims.submitted()
    with acting_for({"kent"}):
        names = set(Fact.objects.values_list("name", flat=True))
        promised = {
            name
            for facts in Promise.objects.values_list("facts", flat=True)
            for of in facts.values()
            for name in of
        }
    assert names == promised == {"full_name", "date_of_birth", "address_line_1", "town", "postcode", "email"}


def test_what_the_postcode_told_is_not_put_in_her_mouth():
    claims.submitted()
    with acting_for({"canterbury"}):
        worked_out = Fact.objects.exclude(provenance="stated")
        assert [(fact.name, fact.provenance, fact.said_by) for fact in worked_out] == [
            ("nation", "derived", "postcode")
        ]


def test_without_her_wish_the_county_is_not_told():
    claims.submitted(said={"bus_pass_wanted": "no"})
    with acting_for(BOTH):
        assert [case.organisation_id for case in Case.objects.all()] == ["canterbury"]
    with acting_for({"kent"}):
        assert not Fact.objects.exists()


def test_sent_again_it_is_the_same_application():
    with acting_for(BOTH):
        draft = claims.answered(claims.begun())
        first = claims.send(draft.id, key="a-key")
        again = claims.send(draft.id, key="a-key")
        from_another_tab = claims.send(draft.id, key="another-key")
        assert first.reference == again.reference == from_another_tab.reference
        assert Application.objects.count() == 1
        assert Case.objects.count() == 2
    with acting_for({"canterbury"}):
        verbs = list(Entry.objects.filter(organisation="canterbury").values_list("verb", flat=True))
    assert verbs.count("application.submitted") == verbs.count("case.opened") == 1


def test_an_unfinished_interview_is_not_sent():
    with acting_for(BOTH):
        draft = claims.begun()
        with pytest.raises(NotFinished):
            claims.send(draft.id, key="a-key")


def test_another_district_sees_nothing_of_it():
    claims.submitted()
    with acting_for({"thanet"}):
        assert not Case.objects.exists()
        assert not Fact.objects.exists()
        assert not Application.objects.exists()
        assert not Promise.objects.exists()
