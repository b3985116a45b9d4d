"""An officer answers a request for correction; officers of other bodies do not find it."""

from __future__ import annotations

import uuid

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import resident
from moothall.ground.subjects.models import Fact
from moothall.work.cases.actions import ask_for_correction, decide
from moothall.work.cases.models import Case, Correction
from tests.kit import claims


@pytest.fixture
def asked(joan) -> Correction:
    """Joan says that her savings are less."""
    with acting_for(BODIES):
        savings = Fact.objects.get(case=joan.pk, name="savings")
        ask_for_correction(
            joan.pk,
            savings.pk,
            actor=resident({str(joan.pk): "canterbury"}),
            value="8500.00",
            why="<b>One</b> account was closed.",
            channel="web",
            today=claims.TODAY,
            now=claims.NOW,
        )
        return Correction.objects.get()


def test_it_waits_on_the_case_and_shows_both_values(joan, asked, meena):
    page = meena.get(f"/desk/case/{joan.pk}").content.decode()
    assert f"/desk/correction/{asked.pk}" in page and "Answer a request for correction" in page
    page = meena.get(f"/desk/correction/{asked.pk}").content.decode()
    assert "£9,000" in page and "£8,500" in page and "&lt;b&gt;One&lt;/b&gt;" in page
    # The step's own page leads here: it is finished by answering.
    answer = meena.get(f"/desk/task/{asked.task_id}/finish")
    assert answer.status_code == 302 and answer["Location"] == f"/desk/correction/{asked.pk}"


def test_accepting_corrects_it_and_marks_the_decision_that_stood_on_it(joan, asked, meena):
    with acting_for(BODIES):
        revision = Case.objects.get(pk=joan.pk).revision
        officer = claims.an_officer("canterbury")
        decide(joan.pk, actor=officer, revision=revision, today=claims.TODAY, now=claims.NOW)
    assert "rests on this" in meena.get(f"/desk/correction/{asked.pk}").content.decode()
    meena.post(f"/desk/correction/{asked.pk}", {"answer": "accept", "why": ""})
    page = meena.get(f"/desk/case/{joan.pk}").content.decode()
    assert "£8,500" in page and "Look at this decision again" in page
    # Answered already: nothing is written twice.
    assert meena.post(f"/desk/correction/{asked.pk}", {"answer": "refuse", "why": "No"}).status_code == 409
    assert meena.get(f"/desk/correction/{asked.pk}").status_code == 302


def test_a_refusal_needs_its_reason(asked, meena):
    answer = meena.post(f"/desk/correction/{asked.pk}", {"answer": "refuse", "why": " "})
    assert answer.status_code == 422 and "Say why you leave it" in answer.content.decode()
    assert meena.post(f"/desk/correction/{asked.pk}", {"why": ""}).status_code == 422
    meena.post(f"/desk/correction/{asked.pk}", {"answer": "refuse", "why": "Your bank says otherwise."})
    with acting_for(BODIES):
        asked.refresh_from_db()
    assert (asked.status, asked.answer) == ("refused", "Your bank says otherwise.")


def test_for_a_stranger_there_is_no_such_request(asked, tom):
    for pk in (asked.pk, uuid.uuid4()):
        assert tom.get(f"/desk/correction/{pk}").status_code == 404
        assert tom.post(f"/desk/correction/{pk}", {"answer": "accept"}).status_code == 404
    with acting_for(BODIES):
        asked.refresh_from_db()
    assert asked.is_open
