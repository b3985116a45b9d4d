"""Proofs for whoever doubts: that an entry is in the record, and that the record was only added to.

Whoever holds an old root needs only these and `merkle.is_included` / `is_consistent`; no
access to the record itself. Each costs a number of hashes that grows with the logarithm.
"""

from __future__ import annotations

from dataclasses import dataclass

from moothall.ground.record import merkle
from moothall.ground.record.models import Checkpoint, Entry, Position
from moothall.ground.record.nodes import nodes_at
from moothall.ground.record.sequencer import size


class NotYetPlaced(Exception):
    """The entry is written but the sequencer has not ordered it yet; ask again in a moment."""


@dataclass(frozen=True, kw_only=True)
class Inclusion:
    """All that `merkle.is_included` needs."""

    position: int
    size: int
    leaf: bytes
    root: bytes
    proof: list[bytes]


def inclusion_proof(entry: Entry, *, in_size: int | None = None) -> Inclusion:
    """Proves that this entry is in the tree of `in_size` entries (all there are, when left out).

    Raises NotYetPlaced, or ValueError when the tree was smaller than that position.
    """
    placed = Position.objects.filter(entry_id=entry.pk).first()
    if placed is None:
        raise NotYetPlaced(f"Entry {entry.pk} has no position yet.")
    whole = size() if in_size is None else in_size
    pieces = merkle.inclusion_pieces(placed.position, whole)
    # The whole is fetched with its pieces: its root is what the proof leads to.
    root, *proof = _hashes([(0, whole), *pieces])
    return Inclusion(
        position=placed.position, size=whole, leaf=bytes(placed.leaf_hash), root=root, proof=proof
    )


def consistency_proof(earlier: int, later: int) -> list[bytes]:
    """Proves that the tree of `later` entries begins with that of `earlier`, unchanged."""
    return _hashes(merkle.consistency_pieces(earlier, later))


def root_at(entries: int) -> bytes:
    """The root of the tree of the first `entries` entries, from its stored nodes."""
    return _hashes([(0, entries)])[0]


def newest_checkpoint() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()


def _hashes(pieces: list[merkle.Piece]) -> list[bytes]:
    parts = [merkle.complete_nodes(piece) for piece in pieces]
    known = nodes_at(address for part in parts for address in part)
    return [merkle.folded([known[address] for address in part]) for part in parts]
