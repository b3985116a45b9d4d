"""`moothall nodes` tells an operator what to hand over, and what is wrong with the list."""

from __future__ import annotations

import pytest

from moothall.connectors.other_node import OtherNodes
from moothall.doors.commands import nodes
from moothall.ground.nodes.keys import own_key, public_key_text
from moothall.ground.nodes.known import Nodes, OtherNode, known_nodes, use_nodes
from moothall.ground.organisations.models import Organisation
from moothall.work.applications.other_nodes import other_nodes, use_other_nodes


@pytest.fixture
def listed(db):
    """A list with one other node, which is not there, and one body that is misspelt."""
    before, reached = known_nodes(), other_nodes()
    there = OtherNode("dover-node", "http://127.0.0.1:9", own_key().public_key(), ("dovr",))
    use_nodes(Nodes("canterbury-node", {"dover-node": there}))
    use_other_nodes(OtherNodes(known_nodes(), key=own_key(), clock=lambda: None, longest_wait=0.1))
    yield
    use_nodes(before)
    use_other_nodes(reached)


def test_alone_it_says_its_key_and_how_to_name_others(db, capsys):
    assert nodes.main([]) == 0
    told = capsys.readouterr().out
    assert public_key_text(own_key()) in told
    assert "MOOTHALL_OTHER_NODES names none" in told and "It knows no other node." in told


def test_it_says_who_does_not_answer_and_which_body_is_nobodys(listed, monkeypatch, capsys):
    monkeypatch.setattr(
        other_nodes(), "in_words", lambda: ["dover-node (dovr) answers, and knows this node."]
    )
    assert nodes.main([]) == 1
    told = capsys.readouterr().out
    assert "This node is canterbury-node." in told
    assert "The list names dovr, and no body has that key." in told


def test_all_is_well_when_every_body_is_known(listed, monkeypatch, capsys):
    Organisation.objects.create(key="dovr", prefix="DVR", name_en="Dovr", kind="district", nation="england")
    monkeypatch.setattr(
        other_nodes(), "in_words", lambda: ["dover-node (dovr) answers, and knows this node."]
    )
    assert nodes.main([]) == 0
    monkeypatch.setattr(other_nodes(), "in_words", lambda: ["dover-node (dovr) does not answer: down."])
    assert nodes.main([]) == 1
