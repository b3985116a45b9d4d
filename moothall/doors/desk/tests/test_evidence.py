"""A paper that Joan gave: its officer saves it as it came, and nobody else finds it."""

from __future__ import annotations

import uuid

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.cases.models import Case
from moothall.work.evidence.actions import Given, attach
from moothall.work.evidence.models import Attachment
from tests.kit import claims

SAID_TO_BE = b"%PDF-1.7 <script>alert(1)</script>"
HOSTILE = "../<b>\u202efdp.exe\r\nSet-Cookie: x"


def given(case: Case, content: bytes = SAID_TO_BE, name: str = HOSTILE) -> Attachment:
    with acting_for(BODIES):
        return attach(
            Given(name, content),
            telling=case.submission,
            service=case.service,
            supports="savings",
            organisation=case.organisation_id,
            now=claims.NOW,
        )


def test_it_is_saved_under_a_name_of_ours_and_nothing_of_it_runs(joan, meena):
    paper = given(joan)
    answer = meena.get(f"/desk/case/{joan.pk}/evidence/{paper.pk}")
    assert answer.content == SAID_TO_BE and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{joan.reference}-1.pdf"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff" and "no-store" in answer["Cache-Control"]
    page = meena.get(f"/desk/case/{joan.pk}").content.decode()
    assert f"/desk/case/{joan.pk}/evidence/{paper.pk}" in page and "Bank or savings statements" in page
    assert "&lt;b&gt;fdp.exeSet-Cookie: x" in page and "\u202e" not in page


def test_saving_it_is_an_entry_that_names_neither_her_nor_the_file(joan, meena):
    meena.get(f"/desk/case/{joan.pk}/evidence/{given(joan, name='Joan Whitlock.pdf').pk}")
    with acting_for(BODIES):
        entry = Entry.objects.get(verb="case.viewed")
        assert entry.details == {"page": "evidence", "roles": ["caseworker"]}
        assert str(joan.subject_id) not in str(entry.details)


@pytest.mark.parametrize("whose", ["hers", "of nobody"])
def test_for_a_stranger_there_is_no_such_paper(joan, tom, client, whose):
    paper = given(joan).pk if whose == "hers" else uuid.uuid4()
    assert tom.get(f"/desk/case/{joan.pk}/evidence/{paper}").status_code == 404
    assert client.get(f"/desk/case/{joan.pk}/evidence/{paper}")["Location"].startswith("/accounts/sign-in")


def test_the_county_that_was_told_with_it_finds_no_paper(joan):
    paper = given(joan).pk
    with acting_for({"kent"}):
        told = Case.objects.get(submission=joan.submission)
    county = signed_in(officer("Kit Marsh", at="kent"))
    assert county.get(f"/desk/case/{told.pk}").status_code == 200
    assert county.get(f"/desk/case/{told.pk}/evidence/{paper}").status_code == 404


def test_a_paper_of_one_case_is_not_found_through_another(joan, meena):
    reference = claims.submitted().reference
    with acting_for(BODIES):
        other = Case.objects.get(reference=reference)
    assert meena.get(f"/desk/case/{other.pk}/evidence/{given(joan).pk}").status_code == 404
