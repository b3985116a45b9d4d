"""The operator's list of other nodes, and what is said where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from moothall.ground.nodes.keys import own_key, public_key_text
from moothall.ground.nodes.known import BadNodes, Nodes, read_nodes

KEY = public_key_text(Ed25519PrivateKey.from_private_bytes(b"k" * 32))


def listed(folder: Path, said: object) -> str:
    file = folder / "nodes.yaml"
    file.write_text(said if isinstance(said, str) else yaml.safe_dump(said), encoding="utf-8")
    return str(file)


def row(**instead) -> dict:
    right = {
        "address": "https://dover.example",
        "key": KEY,
        "works_for": ["dover"],
        "may_tell": ["canterbury"],
    }
    return right | instead


def nodes(this: str = "canterbury-node", **others) -> dict:
    return {"this": this, "nodes": {name.replace("_", "-"): value for name, value in others.items()}}


def test_without_a_list_there_is_no_other_node():
    assert read_nodes("") == Nodes()
    assert Nodes().reached() == {}


def test_a_list_says_who_works_for_whom(tmp_path):
    known = read_nodes(listed(tmp_path, nodes(dover_node=row(works_for=["dover", "deal"]))))
    assert known.this == "canterbury-node"
    assert known.reached() == {"dover": "dover-node", "deal": "dover-node"}
    assert known.others["dover-node"].may_tell == {"canterbury"}


def test_who_is_not_named_may_tell_nobody(tmp_path):
    bare = {"address": "http://127.0.0.1:9", "key": KEY}
    node = read_nodes(listed(tmp_path, nodes(dover_node=bare))).others["dover-node"]
    assert (node.may_tell, node.works_for) == (frozenset(), ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("[", "a file of YAML"),
        ("nodes: {}", "`this:`"),
        (nodes(this="Canterbury"), "a node's name"),
        (nodes(dover_node=row(address="http://dover.example")), "https://HOST"),
        (nodes(dover_node=row(address="https://dover.example/there")), "no path"),
        (nodes(dover_node=row(address="https://user@dover.example")), "https://HOST"),
        (nodes(dover_node=row(key="abc")), "32 bytes"),
        (nodes(dover_node=row(works_for="dover")), "a list of keys"),
        (nodes(dover_node=row(trusted=True)), "only address"),
        (nodes(dover_node={"key": KEY}), "address and key"),
        (nodes(this="dover-node", dover_node=row()), "another name"),
        (nodes(dover_node=row(), deal_node=row(address="https://deal.example")), "each body at one node"),
        (nodes(dover_node=row(), deal_node=row(works_for=["deal"])), "each address at one node"),
    ],
)
def test_what_is_wrong_is_said_with_the_setting(tmp_path, said, expected):
    with pytest.raises(BadNodes) as wrong:
        read_nodes(listed(tmp_path, said))
    assert str(wrong.value).startswith("MOOTHALL_OTHER_NODES is ")
    assert expected in str(wrong.value)


def test_a_file_that_is_not_there_is_said_too(tmp_path):
    with pytest.raises(BadNodes, match="No such file"):
        read_nodes(str(tmp_path / "nodes.yaml"))


def test_the_key_of_this_node_stays_the_same():
    assert public_key_text(own_key()) == public_key_text(own_key())
    assert len(public_key_text(own_key())) == 44
