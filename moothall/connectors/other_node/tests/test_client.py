"""Only what the other node signed is an answer; everything else leaves the promise waiting."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from moothall.connectors.other_node import OtherNodes, client
from moothall.connectors.other_node.tests.there import FAULTS, KEPT, KEY, node_over_http
from moothall.ground.nodes.known import Nodes, OtherNode
from moothall.work.applications.between_nodes import UNANSWERED, Answer, Question

WAIT = 0.5  # seconds
OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
QUESTION = Question(uuid4(), "dover-node", "dover")


def nodes_at(address: str, **how) -> OtherNodes:
    there = OtherNode("dover-node", address, KEY.public_key(), ("dover",))
    known = Nodes("canterbury-node", {"dover-node": there})
    return OtherNodes(known, key=OURS, clock=lambda: datetime.now(UTC), longest_wait=WAIT, **how)


@pytest.fixture(autouse=True)
def asks(monkeypatch):
    monkeypatch.setattr(client, "question_of", lambda promise, *, organisation: QUESTION)


def ask(nodes: OtherNodes) -> Answer | None:
    return nodes.ask(organisation="canterbury", payload={"promise": ""}, now=datetime.now(UTC))


def test_what_it_signed_is_its_answer():
    refused = Answer("refused", refused_for="not_offered")
    with node_over_http() as kept, node_over_http(answer=refused) as other:
        assert ask(nodes_at(kept)) == KEPT
        assert ask(nodes_at(other)) == refused


@pytest.mark.parametrize("fault", FAULTS)
def test_anything_else_is_no_answer_and_keeps_nobody_waiting(fault, caplog):
    with node_over_http(fault) as address:
        begun = monotonic()
        assert ask(nodes_at(address)) == Answer(UNANSWERED)
        assert monotonic() - begun < 3 * WAIT
    assert "dover-node did not answer" in caplog.text
    assert "Tessa" not in caplog.text and "DOV-" not in caplog.text


def test_a_node_that_did_not_answer_rests_before_it_is_called_again():
    with node_over_http("slow") as address:
        nodes = nodes_at(address)
        assert ask(nodes) == Answer(UNANSWERED)
        begun = monotonic()
        assert [ask(nodes) for _ in range(5)] == [Answer(UNANSWERED)] * 5
        assert monotonic() - begun < WAIT


def test_a_node_that_left_the_list_is_no_answer():
    assert ask(OtherNodes(Nodes("canterbury-node"), key=OURS, clock=datetime.now)) == Answer(UNANSWERED)


def test_what_is_settled_is_not_asked(monkeypatch):
    monkeypatch.setattr(client, "question_of", lambda promise, *, organisation: None)
    assert ask(nodes_at("http://127.0.0.1:9")) is None


def test_it_says_in_words_whether_each_node_answers():
    with node_over_http() as address:
        assert nodes_at(address).in_words() == ["dover-node (dover) answers, and knows this node."]
    assert "does not answer: ConnectionRefusedError" in nodes_at(address).in_words()[0]
    with node_over_http("refused_at_the_door") as address:
        assert "status 401" in nodes_at(address).in_words()[0]
