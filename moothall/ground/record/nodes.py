"""Fetches the hashes of the stored tree, all that are asked for at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from moothall.ground.record.merkle import Address
from moothall.ground.record.models import Node, Position


class TreeDamaged(Exception):
    """A node of the tree is missing from the database. `moothall verify` says what else is wrong."""


def nodes_at(addresses: Iterable[Address]) -> dict[Address, bytes]:
    """The hashes at these addresses: level 0 are the positions, the rest are stored nodes."""
    wanted = set(addresses)
    found = _leaves({index for level, index in wanted if not level})
    found |= _above({address for address in wanted if address[0]})
    if len(found) < len(wanted):
        raise TreeDamaged(
            f"The tree lacks {len(wanted) - len(found)} nodes: {sorted(wanted - set(found))[:5]}."
        )
    return found


def _leaves(positions: set[int]) -> dict[Address, bytes]:
    rows = Position.objects.filter(position__in=positions).values_list("position", "leaf_hash")
    return {(0, position): bytes(leaf) for position, leaf in rows} if positions else {}


def _above(addresses: set[Address]) -> dict[Address, bytes]:
    if not addresses:
        return {}
    wanted = reduce(or_, (Q(level=level, index=index) for level, index in addresses))
    rows = Node.objects.filter(wanted).values_list("level", "index", "hash")
    return {(level, index): bytes(hashed) for level, index, hashed in rows}
