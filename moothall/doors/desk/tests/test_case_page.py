"""The page of a case: each fact with who said it, when and how; the rule's award with its reasons."""

from __future__ import annotations

import uuid

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.ground.subjects.actions import Source, supersede
from moothall.ground.subjects.models import Fact, Subject
from tests.kit import claims


@pytest.fixture
def page(joan, meena):
    return meena.get(f"/desk/case/{joan.pk}").content.decode()


def test_each_fact_says_who_said_it_when_and_how(page):
    assert "State Pension a week" in page
    assert "£220.50 a week" in page
    assert "Said by the resident, on this site, 23 November 2026, 10:30" in page
    assert "Worked out from the postcode, 23 November 2026, 10:30" in page
    assert "3 May 1950" in page
    assert "Joan Whitlock, who asked" in page


def test_the_award_of_the_rules_stands_there_with_its_reasons_and_its_law(page):
    assert "What the rules give" in page
    assert "£26.17 a week" in page
    assert "SI 2012/2885" in page
    assert "moothall-reasons" in page


def test_the_picture_of_the_process_marks_where_the_case_stands(page):
    assert 'role="img"' in page
    assert "Now: Decide the application" in page
    assert "<style" not in page
    assert "style=" not in page


def test_reading_it_is_one_entry_that_names_the_subjects(joan, meena):
    with acting_for(BODIES):
        whose = Subject.objects.filter(facts__case=joan.pk).distinct().count()
    meena.get(f"/desk/case/{joan.pk}")
    with acting_for(BODIES):
        entry = Entry.objects.get(verb="case.viewed")
    assert entry.details == {"page": "case", "roles": ["caseworker"]}
    assert len(entry.subjects) == whose
    assert entry.actor_kind == "officer"


@pytest.mark.parametrize("rest", ["", "/decide", "/depart", "/letter"])
def test_for_a_stranger_there_is_no_such_case(joan, tom, rest):
    hers, none = tom.get(f"/desk/case/{joan.pk}{rest}"), tom.get(f"/desk/case/{uuid.uuid4()}{rest}")
    assert hers.status_code == none.status_code == 404
    assert hers.content == none.content.replace(
        str(none.wsgi_request.path).encode(), str(hers.wsgi_request.path).encode()
    )
    with acting_for(BODIES):
        assert not Entry.objects.filter(verb="case.viewed").exists()
        refused = Entry.objects.filter(verb="access.refused")
        assert {(one.organisation, one.case) for one in refused} == {("thanet", "")}
        assert refused.count() == 2


@pytest.mark.parametrize("rest", ["", "/decide", "/depart", "/letter"])
def test_nobody_is_sent_to_sign_in(joan, client, rest):
    assert client.get(f"/desk/case/{joan.pk}{rest}")["Location"].startswith("/accounts/sign-in")


def test_what_was_said_before_a_correction_stays_readable(joan, meena):
    with acting_for(BODIES):
        fact = Fact.objects.get(case=joan.pk, name="savings")
        later = Source(
            said_by="resident", channel="phone", purpose=joan.service, true_from=claims.TODAY, now=claims.NOW
        )
        supersede(fact, "9500.00", source=later)
    page = meena.get(f"/desk/case/{joan.pk}").content.decode()
    assert "£9,500" in page
    assert "Earlier statement" in page
    assert "£9,000" in page
    assert "by telephone" in page


def test_a_manager_reads_a_case_and_is_offered_no_decision(joan):
    omar = signed_in(officer("Omar Lund", role="manager"))
    page = omar.get(f"/desk/case/{joan.pk}").content.decode()
    assert "Joan Whitlock" in page
    assert f"/desk/case/{joan.pk}/decide" not in page
    assert omar.get(f"/desk/case/{joan.pk}/decide").status_code == 403


def test_the_page_is_in_welsh_too(joan, meena):
    meena.cookies["moothall_language"] = "cy"
    page = meena.get(f"/desk/case/{joan.pk}").content.decode()
    assert "Beth mae&#39;r rheolau&#39;n ei roi" in page
    assert "£26.17 yr wythnos" in page


def test_a_page_is_not_kept_by_the_browser(joan, meena):
    assert "no-store" in meena.get(f"/desk/case/{joan.pk}")["Cache-Control"]
