"""A promise to a body elsewhere that is late, refused or lost is shown to whoever answers for the team."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Promise
from tests.kit import claims

ADDRESS = "/desk/late-promises"


@pytest.fixture
def gwen(stage):
    """The browser of Canterbury's team leader, signed in."""
    return signed_in(officer("Gwen Pryce", role="team_leader"))


def promised(number: int, organisation: str = "canterbury", **how) -> None:
    """A promise to Dover, made a week ago. Its facts must not be shown here."""
    with acting_for(BODIES):
        Promise.objects.create(
            organisation_id=organisation,
            to_id="dover",
            node="dover-node",
            submission=uuid4(),
            service="council_tax_arriving",
            reference=f"DOV-0000-000{number}",
            facts={"family1/claimant": {"full_name": "Tessa Invented"}},
            due_on=claims.TODAY - timedelta(days=5),
            made_at=claims.NOW - timedelta(days=7),
            **how,
        )


def test_she_sees_what_needs_a_person_and_of_her_own_body_only(gwen):
    promised(1, status="waiting")
    promised(2, status="late")
    promised(3, status="refused", refused_for="not_offered")
    promised(4, status="kept", said_status="unknown", said_at=claims.NOW)
    promised(5, status="kept", said_status="open", said_at=claims.NOW)
    promised(6, "thanet", status="late")
    page = gwen.get(ADDRESS).content.decode()
    shown = {number for number in range(1, 7) if f"DOV-0000-000{number}" in page}
    assert shown == {2, 3, 4}
    assert "We go on delivering it" in page and "now it does not find it" in page
    assert "18 November 2026" in page and "Tessa" not in page


def test_where_nothing_is_late_it_says_so(gwen):
    assert "Nothing is late" in gwen.get(ADDRESS).content.decode()


def test_a_caseworker_is_refused_and_is_not_shown_the_way(meena):
    assert meena.get(ADDRESS).status_code == 403
    assert ADDRESS not in meena.get("/desk/").content.decode()


def test_nobody_is_sent_to_sign_in(client, stage):
    assert client.get(ADDRESS)["Location"].startswith("/accounts/sign-in")
