"""Which bodies other installations of Moothall work for. `moothall/wiring.py` says which there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class OtherNodes(Protocol):
    """The other installations of Moothall that this one may deliver promises to."""

    def reached(self) -> Mapping[str, str]:
        """Key of a body -> name of the node that works for it."""
        ...

    def in_words(self) -> list[str]:
        """Of each node whether it answers, for whoever runs this one."""
        ...


class NoOtherNodes:
    """This installation knows of no other."""

    def reached(self) -> Mapping[str, str]:
        return {}

    def in_words(self) -> list[str]:
        return []


_nodes: OtherNodes = NoOtherNodes()


def other_nodes() -> OtherNodes:
    return _nodes


def use_other_nodes(nodes: OtherNodes) -> None:
    """From now on these are the other nodes. Called once, when the process starts."""
    global _nodes
    _nodes = nodes
