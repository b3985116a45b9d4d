"""Another node tells a body of ours of somebody's move, and asks how that stands."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.test import Client
from django.utils import timezone

from moothall.doors.api import promises as door
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.catalogue.actions import publish
from moothall.ground.nodes.keys import own_key
from moothall.ground.nodes.known import Nodes, OtherNode, known_nodes, use_nodes
from moothall.ground.nodes.signing import read_answer, sign_request
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.ground.subjects.models import Fact
from moothall.work.applications.actions import receive_promise as receiving
from moothall.work.applications.actions.deliver import message_of
from moothall.work.applications.between_nodes import Message, Question
from moothall.work.applications.models import Promise, ReceivedPromise
from moothall.work.applications.other_nodes import NoOtherNodes, use_other_nodes
from moothall.work.applications.tests.test_delivering import Dover
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case, Task
from moothall.work.notices.models import Notice
from tests.kit import claims, moves

PROMISES, ASKED = "/api/promises", "/api/promises/asked"
DEAL, STRANGER = (
    Ed25519PrivateKey.from_private_bytes(b"d" * 32),
    Ed25519PrivateKey.from_private_bytes(b"s" * 32),
)
US = OtherNode("dover-node", "https://dover.example", own_key().public_key())
SERVICE = "council_tax_arriving"


@pytest.fixture(autouse=True)
def nodes(db):
    """Here works the node of Dover; Deal's node may tell Dover, and another that we know may tell nobody."""
    known, may = known_nodes(), frozenset({"dover", "thanet"})
    others = {
        "deal-node": OtherNode("deal-node", "https://deal.example", DEAL.public_key(), (), may),
        "idle-node": OtherNode("idle-node", "https://idle.example", STRANGER.public_key()),
    }
    use_nodes(Nodes("dover-node", others))
    yield
    use_nodes(known)


@pytest.fixture
def message() -> Message:
    """What a node has to tell Dover of Tessa's move, after which Dover works with this node."""
    claims.set_the_stage()
    use_other_nodes(Dover())
    application = moves.told(moves.CANTERBURY, moves.ELSEWHERE, said={"bins_wanted": "no"})
    use_other_nodes(NoOtherNodes())
    with acting_for({"canterbury"}):
        promise = Promise.objects.get(submission=application.draft_id, to="dover")
    about = {"organisation": "dover", "services": settings.SERVICES, "now": claims.NOW}
    publish(SERVICE, approved_by="A test", why="A test", **about)
    return message_of(str(promise.id), organisation="canterbury")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(door, "today", lambda: claims.TODAY)
    monkeypatch.setattr(door, "now", lambda: claims.NOW)


def say(path: str, said: object, *, key=DEAL, node="deal-node", mark: str = "", now=None, spoil=None):
    body = json.dumps(said).encode()
    now = now or timezone.now()
    headers = sign_request(
        body, path=path, node=node, key=key, mark=mark or secrets.token_urlsafe(24), now=now
    )
    sent = {name: value for name, value in headers.items() if name != "Content-Type"}
    # Checks against forged requests are on, as they are for a browser: a program has no token.
    client = Client(enforce_csrf_checks=True)
    answer = client.post(path, spoil or body, content_type="application/json", headers=sent)
    if answer.status_code == 200:
        about = {"asked": headers, "status": 200, "node": US, "now": datetime.now(UTC)}
        read_answer(answer.headers, answer.content, **about)
    return answer


def told(message: Message, **how) -> dict:
    answer = say(PROMISES, message.as_json(), **how)
    assert answer.status_code == 200, answer.content
    return answer.json()


def in_dover(model, **which) -> list:
    with acting_for({"dover"}):
        return list(model.objects.filter(**which))


def test_it_opens_one_case_however_often_it_is_told_and_says_how_that_stands(message):
    first = told(message)
    assert first == {
        "status": "kept",
        "reference": message.reference,
        "case": "open",
        "decided_on": "",
        "refused_for": "",
    }
    assert told(message) == first
    [case] = in_dover(Case)
    assert (case.known_as, case.claimed_on, case.send_to) == (
        "Tessa Invented",
        claims.TODAY,
        "tessa@example.org",
    )
    assert in_dover(Task, case=case)
    happened = sorted(one.verb for one in in_dover(Entry, organisation="dover") if one.service == SERVICE)
    assert happened == ["case.opened", "edition.published", "promise.received"]
    assert in_dover(ReceivedPromise)[0].sender == "deal-node"
    question = Question(message.promise, "dover-node", "dover").as_json()
    assert say(ASKED, question).json() == first

    with acting_for({"dover"}):
        Case.objects.update(status="closed")
    assert say(ASKED, question).json()["case"] == "closed"
    assert say(ASKED, question | {"promise": str(uuid4())}).json()["status"] == "unknown"
    assert say(ASKED, question, key=STRANGER, node="idle-node").status_code == 403


def test_an_officer_there_decides_it_and_the_node_that_promised_is_told_so(message):
    told(message)
    [case] = in_dover(Case)
    omar = signed_in(officer("Omar Dyer", at="dover"))
    page = omar.get(f"/desk/case/{case.id}").content.decode()
    assert "Tessa Invented" in page and "7 Invented Parade" in page
    with acting_for({"dover"}):
        by = claims.an_officer("dover")
        decide(case.id, actor=by, revision=case.revision, today=claims.TODAY, now=claims.NOW)
        assert Notice.objects.filter(about=case.id, send_to="tessa@example.org").exists()
    said = say(ASKED, Question(message.promise, "dover-node", "dover").as_json()).json()
    assert said["decided_on"] == "2026-11-23" and said["case"] in ("decided", "closed")


def test_of_two_deliveries_at_once_the_second_finds_what_the_first_wrote(message, monkeypatch):
    """The second looks before the first has written, and writes after it."""
    first = told(message)
    looks = iter([None])
    found = receiving._received
    monkeypatch.setattr(receiving, "_received", lambda said, actor: next(looks, found(said, actor)))
    assert told(message) == first
    assert len(in_dover(Case)) == 1


def test_a_promise_made_to_one_body_is_not_told_to_another(message):
    told(message)
    other = replace(message, organisation="thanet", reference="THA-0000-0000")
    assert told(other)["refused_for"] == "not_understood"


def test_what_the_service_does_not_name_is_let_fall(message):
    claimant = dict(message.facts[message.claimant])
    more = {**message.facts, message.claimant: claimant | {"savings": "9000.00", "no_such_fact": "x"}}
    assert told(replace(message, facts=more))["status"] == "kept"
    names = {fact.name for fact in in_dover(Fact)}
    assert "full_name" in names and not names & {"savings", "no_such_fact"}


def test_a_body_refuses_in_a_word(message):
    def why(**instead) -> str:
        said = told(replace(message, promise=uuid4(), **instead))
        assert said["status"] == "refused"
        return said["refused_for"]

    some = {
        place: {name: v for name, v in facts.items() if name != "arriving_on"}
        for place, facts in message.facts.items()
    }
    odd = {
        place: facts | ({"arriving_on": "soon"} if "arriving_on" in facts else {})
        for place, facts in message.facts.items()
    }
    assert why(service="bins_for_a_new_home") == "not_offered"
    assert why(service="moving_home") == "not_offered"
    assert why(facts=some) == "not_understood"
    assert why(facts=odd) == "not_understood"
    assert why(asked_on="2019-01-01") == "not_understood"
    assert why(reference="not one") == "not_understood"
    assert in_dover(Case) == []
    assert len(in_dover(Entry, verb="promise.turned_away")) == 5


def test_a_reference_that_is_taken_or_another_bodys_is_not_given_again(message):
    assert told(message)["reference"] == message.reference
    again = told(replace(message, promise=uuid4(), submission=uuid4()))["reference"]
    assert again != message.reference and again.startswith("DOV-")
    assert told(replace(message, promise=uuid4(), reference="CAN-0000-0000"))["reference"][:4] == "DOV-"


def test_a_body_that_this_node_does_not_work_for_is_not_its_body(message):
    from moothall.ground.organisations.models import Organisation

    Organisation.objects.filter(pk="thanet").update(hosted=False)
    assert told(replace(message, organisation="thanet"))["refused_for"] == "not_its_body"


def test_a_stranger_tells_nobody_anything(message):
    said = message.as_json()
    assert say(PROMISES, said, key=STRANGER).status_code == 401
    assert say(PROMISES, said, key=STRANGER, node="stranger-node").status_code == 401
    assert say(PROMISES, said, spoil=json.dumps(said | {"language": "cy"}).encode()).status_code == 401
    assert say(PROMISES, said | {"node": "thanet-node"}).status_code == 401
    assert Client().post(PROMISES, said, content_type="application/json").status_code == 401
    assert say(PROMISES, said, key=STRANGER, node="idle-node").status_code == 403
    assert say(PROMISES, said | {"organisation": "kent"}).status_code == 403
    assert in_dover(Case) == []


def test_a_message_that_was_read_is_refused_and_the_next_honest_one_is_read(message):
    mark = "m" * 32
    assert say(PROMISES, message.as_json(), mark=mark).status_code == 200
    assert say(PROMISES, message.as_json(), mark=mark).status_code == 401
    assert told(message)["status"] == "kept"
    assert len(in_dover(Case)) == 1


def test_an_old_message_and_one_of_tomorrow_are_not_read():
    for moment in (timezone.now() - timedelta(minutes=2), timezone.now() + timedelta(minutes=2)):
        assert say(PROMISES, {}, now=moment).status_code == 401


def test_nothing_is_told_by_reading_an_address():
    assert Client().get(PROMISES).status_code == 405
