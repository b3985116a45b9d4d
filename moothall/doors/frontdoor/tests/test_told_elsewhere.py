"""What her pages say of a promise to a body of another node, from the telling to the end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.frontdoor.tests.test_mine import everything
from moothall.doors.frontdoor.tests.test_moving import SAYS, moves_to, sent
from moothall.doors.kit.clock import now, today
from moothall.ground.organisations.acting import acting_for
from moothall.ground.subjects.models import Fact
from moothall.work.applications.models import Promise
from moothall.work.applications.other_nodes import NoOtherNodes, use_other_nodes
from moothall.work.applications.tests.test_delivering import Dover
from moothall.work.cases.models import Case
from tests.kit import claims

SERVICE = "Council tax at your new home"
THEIRS = "DOV-0000-0001"


@pytest.fixture
def tessa(db) -> Resident:
    """She has told of her move to Dover, which another node works for."""
    claims.set_the_stage()
    use_other_nodes(Dover())
    yield sent(moves_to(Resident(says=dict(SAYS)).lives_at("CT1 1AA"), "CT16 2AY"))
    use_other_nodes(NoOtherNodes())


def stands(**changed: object) -> None:
    with acting_for({"canterbury"}):
        Promise.objects.filter(to="dover", service="council_tax_arriving").update(**changed)


def read(tessa: Resident, page: str) -> str:
    """What the page says of it, and of nothing else."""
    if page == "case":
        tessa.opens("/mine").opens(
            next(part for part in tessa.page.split('"') if part.startswith("/case/CAN"))
        )
    else:
        tessa.opens("/mine")
    after = tessa.words.split(SERVICE, 1)[1]
    return after.split("Bins for a new home", 1)[0].split("What you do yourself", 1)[0]


def test_both_pages_say_how_it_stands_at_each_moment(tessa):
    assert "Your case is not open there yet. It has until" in read(tessa, "case")
    assert "Being told" in read(tessa, "mine")

    stands(status="late", due_on=today() - timedelta(days=5), made_at=now() - timedelta(days=7))
    assert "Somebody is looking into it . It has until" in read(tessa, "case")
    assert "Not opened yet Late" in read(tessa, "mine")

    stands(status="kept", kept_at=now(), said_status="open", said_at=now(), said_reference=THEIRS)
    case, mine = read(tessa, "case"), read(tessa, "mine")
    assert "It has opened your case. On" in case
    assert "With the body" in mine
    assert THEIRS in case and THEIRS in mine

    stands(said_status="closed")
    assert "it said that it was closed." in read(tessa, "case")
    assert "Nobody's. Nothing is waited for" in read(tessa, "mine")

    stands(status="refused", refused_at=now(), refused_for="not_offered", said_status="", said_reference="")
    case, mine = read(tessa, "case"), read(tessa, "mine")
    assert "Tell it yourself on its own website." in case
    assert "Yours. Dover District Council did not take it" in mine
    assert "DOV-" not in case and "DOV-" not in mine, "a reference that nobody there knows"


def test_her_file_holds_what_was_promised_elsewhere_and_a_stranger_has_none(tessa):
    held = everything(tessa)
    arriving = next(one for one in held["promises"] if one["service"] == "council_tax_arriving")
    assert arriving["body"]["key"] == "dover" and arriving["facts"] and arriving["status"] == "waiting"
    assert "promises" in held["note"]["parts"]
    stranger = Client().get("/mine/copy/file")
    assert stranger.status_code == 302 and not stranger.streaming, "whoever holds no key is given no file"


def test_who_wants_it_corrected_is_told_whom_to_ask_herself(tessa):
    case = tessa.opens("/mine").page.split('href="/case/')[1].split('"')[0]
    with acting_for({"canterbury", "kent"}):
        name = Fact.objects.get(case=Case.objects.get(reference=case).pk, name="full_name")
    form = f"/mine/held/{case}/correct/{name.pk}"
    assert "Dover District Council was told this too" in tessa.opens(form).words
    asked = tessa.sends(form, right="Tessa Wedd", why="I married.")
    assert "/asked/" in asked.path and "Dover District Council was told this too" in asked.words
    with acting_for({"canterbury"}):
        Promise.objects.filter(to="dover").update(status="refused", refused_at=now())
    assert "Dover District Council was told" not in asked.opens(asked.path).words, "it did not take it"
