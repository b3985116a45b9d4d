"""Which other nodes there are: read once from the operator's file, and refused in words where that is wrong.

this: canterbury-node
nodes:
  dover-node:
    address: https://moothall.example.gov.uk
    key: 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
    works_for: [dover]        # bodies that may be told there
    may_tell: [canterbury]    # bodies of this node that may be told from there
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from moothall.environment import BadSetting
from moothall.ground.nodes.keys import NotAKey, read_public_key

SETTING = "MOOTHALL_OTHER_NODES"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
BODY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
FIELDS = {"address", "key", "works_for", "may_tell"}
_NEAR = ("127.0.0.1", "localhost", "::1")


class BadNodes(BadSetting):
    """The list of other nodes cannot be used. The message says what was found and what was expected."""

    def __init__(self, found: object, expected: str) -> None:
        super().__init__(setting=SETTING, found=str(found)[:200], expected=expected)


@dataclass(frozen=True)
class OtherNode:
    """One other installation, as our operator agreed it with theirs."""

    name: str
    address: str
    key: Ed25519PublicKey
    works_for: tuple[str, ...] = ()
    may_tell: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Nodes:
    """This node's own name among the others, and every other. Without a list there is none."""

    this: str = ""
    others: Mapping[str, OtherNode] = field(default_factory=dict)

    def reached(self) -> dict[str, str]:
        """Key of a body -> name of the node that works for it."""
        return {body: node.name for node in self.others.values() for body in node.works_for}


_known = Nodes()


def known_nodes() -> Nodes:
    return _known


def use_nodes(nodes: Nodes) -> None:
    """From now on these are the nodes. Called once, when the process starts."""
    global _known
    _known = nodes


def read_nodes(path: str) -> Nodes:
    """The list in that file; no node at all without a file. Raises BadNodes."""
    if not path:
        return Nodes()
    try:
        said = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as unreadable:
        why = getattr(unreadable, "strerror", None) or type(unreadable).__name__
        raise BadNodes(path, f"a file of YAML that can be read ({why})") from None
    if not isinstance(said, dict) or said.keys() != {"this", "nodes"} or not isinstance(said["nodes"], dict):
        raise BadNodes(path, "a file with `this:`, our own name, and `nodes:`, the others by theirs")
    nodes = Nodes(_name(said["this"]), {_name(name): _node(name, row) for name, row in said["nodes"].items()})
    _only_one_of_each(nodes)
    return nodes


def _name(said: object) -> str:
    if not isinstance(said, str) or not NAME.fullmatch(said):
        raise BadNodes(said, "a node's name of small letters, digits and hyphens")
    return said


def _node(name: str, row: object) -> OtherNode:
    if not isinstance(row, dict) or not {"address", "key"} <= row.keys() <= FIELDS:
        raise BadNodes(name, f"of each node address and key, and besides only {', '.join(sorted(FIELDS))}")
    try:
        key = read_public_key(row["key"])
    except NotAKey as wrong:
        raise BadNodes(f"key of {name}", str(wrong)) from None
    works_for, may_tell = (_bodies(name, row.get(which, [])) for which in ("works_for", "may_tell"))
    return OtherNode(name, _address(name, row["address"]), key, works_for, frozenset(may_tell))


def _address(name: str, said: object) -> str:
    where = urlsplit(said if isinstance(said, str) else "")
    safe = where.scheme == "https" or (where.scheme == "http" and where.hostname in _NEAR)
    extra = where.path.strip("/") or where.query or where.fragment or where.username
    if not safe or not where.hostname or extra:
        raise BadNodes(f"address of {name}", "https://HOST, or http://HOST:PORT on this machine, and no path")
    return f"{where.scheme}://{where.netloc}"


def _bodies(name: str, said: object) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(one, str) and BODY.fullmatch(one) for one in said):
        raise BadNodes(f"bodies of {name}", "a list of keys of bodies, like [dover]")
    return tuple(dict.fromkeys(said))


def _only_one_of_each(nodes: Nodes) -> None:
    """Told by two names, or to two nodes, a body would have two cases of one matter."""
    if nodes.this in nodes.others:
        raise BadNodes(nodes.this, "another name for this node than for the others")
    for what, all_of_them in (
        ("body", [body for node in nodes.others.values() for body in node.works_for]),
        ("address", [node.address for node in nodes.others.values()]),
    ):
        if twice := _twice(all_of_them):
            raise BadNodes(twice, f"each {what} at one node only")


def _twice(listed: Iterable[str]) -> str:
    seen: set[str] = set()
    for one in listed:
        if one in seen:
            return one
        seen.add(one)
    return ""
