"""Work that a machine gave up: a team leader sees what, why and since when, and has it tried again."""

from __future__ import annotations

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.due_work.models import Work
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from tests.kit import claims


@pytest.fixture
def gwen(stage):
    """The browser of Canterbury's team leader, signed in."""
    return signed_in(officer("Gwen Pryce", role="team_leader"))


@pytest.fixture
def given_up(stage) -> list[Work]:
    """A letter that no machine could print, at Canterbury and at Thanet."""
    with acting_for(BODIES):
        return [
            Work.objects.create(
                organisation_id=body,
                kind="notice.print",
                key=f"letter of {body}",
                due_at=claims.NOW,
                attempts=8,
                problem="CannotPrint",
                given_up_at=claims.NOW,
            )
            for body in ("canterbury", "thanet")
        ]


def test_she_sees_what_stopped_and_why_and_of_her_own_body_only(gwen, given_up):
    page = gwen.get("/desk/stopped").content.decode()
    assert page.count("Make a letter into a PDF") == 1
    assert "install libpango-1.0-0" in page


def test_it_is_tried_again_and_the_record_says_by_whom(gwen, given_up):
    mine, theirs = given_up
    answer = gwen.post("/desk/stopped", {"work": [mine.id, theirs.id, "x", "9" * 40]}, follow=True)
    assert "1 piece of work will be tried again" in answer.content.decode()
    with acting_for(BODIES):
        assert Work.objects.get(id=mine.id).given_up_at is None
        assert Work.objects.get(id=theirs.id).given_up_at is not None, "another body's work is not hers"
        entry = Entry.objects.get(verb="work.tried_again")
    assert (entry.organisation, entry.details) == ("canterbury", {"kind": "notice.print"})


def test_asked_twice_nothing_more_happens(gwen, given_up):
    for _ in range(2):
        gwen.post("/desk/stopped", {"work": [given_up[0].id]})
    with acting_for(BODIES):
        assert Entry.objects.filter(verb="work.tried_again").count() == 1


def test_where_nothing_stopped_it_says_so(gwen):
    assert "Nothing has stopped" in gwen.get("/desk/stopped").content.decode()


def test_a_caseworker_is_refused_and_is_not_shown_the_way(meena, given_up):
    assert meena.get("/desk/stopped").status_code == 403
    assert meena.post("/desk/stopped", {"work": [given_up[0].id]}).status_code == 403
    assert "/desk/stopped" not in meena.get("/desk/").content.decode()
    with acting_for(BODIES):
        assert Work.objects.get(id=given_up[0].id).given_up_at is not None


def test_nobody_is_sent_to_sign_in(client, given_up):
    assert client.get("/desk/stopped")["Location"].startswith("/accounts/sign-in")
