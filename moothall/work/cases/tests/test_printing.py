"""The letter of a decision becomes a PDF by due work, once; another body finds no such paper."""

from __future__ import annotations

import pytest

from moothall.ground.due_work import run_due
from moothall.ground.due_work.queries import waiting
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case
from moothall.work.cases.queries import letter_of
from moothall.work.notices import paper
from moothall.work.notices.actions import print_notice
from moothall.work.notices.models import Printed
from moothall.work.notices.queries import paper_of
from tests.kit import claims

OFFICER = claims.an_officer("canterbury")
needs_pango = pytest.mark.skipif(paper.missing() is not None, reason=f"no PDF here: {paper.PANGO} is missing")


@pytest.fixture
def decision(db):
    claims.set_the_stage()
    application = claims.submitted()
    with acting_for({"canterbury"}):
        case = Case.objects.get(reference=application.reference)
        return decide(case.id, actor=OFFICER, revision=case.revision, today=claims.TODAY, now=claims.NOW)


@needs_pango
def test_it_is_made_once_however_often_the_work_is_done(decision):
    run_due(claims.NOW)
    with acting_for({"canterbury"}):
        letter = letter_of(decision)
        made = paper_of(letter.id, about=decision.case_id)
        print_notice(organisation="canterbury", payload={"notice": str(letter.id)}, now=claims.NOW)
        assert Printed.objects.get().digest == made.digest
        assert bytes(made.pdf).startswith(b"%PDF-") and made.pages >= 1
        entry = Entry.objects.get(verb="notice.printed")
    # The envelope is kept for good: it says what kind of letter, and not which decision.
    assert entry.details == {"kind": "decision", "language": "en", "pages": made.pages}


@needs_pango
def test_no_paper_of_another_case_or_another_body_is_found(decision):
    run_due(claims.NOW)
    with acting_for({"canterbury"}):
        letter = letter_of(decision)
        assert paper_of(letter.id, about=letter.id) is None
    with acting_for({"thanet"}):
        assert paper_of(letter.id, about=decision.case_id) is None


def test_where_it_cannot_be_made_the_letter_goes_out_and_the_work_waits(decision, monkeypatch):
    monkeypatch.setattr(paper, "missing", lambda: paper.PANGO)
    run_due(claims.NOW)
    with acting_for({"canterbury"}):
        assert letter_of(decision).status == "sent"
        assert not Printed.objects.exists()
        assert [(work.kind, work.problem) for work in waiting() if work.attempts] == [
            ("notice.print", "CannotPrint")
        ]
