"""Grow the tree again from the leaves, and compare every node and root with what is stored."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.ground.record import merkle
from moothall.ground.record.models import Node, Position
from moothall.ground.record.verify_report import Report

Roots = Mapping[int, bytes]


class Regrown:
    """The tree as the leaves make it. Holds only its right edge, so memory does not grow."""

    def __init__(self, roots: Mapping[str, Roots], report: Report) -> None:
        self.size = 0
        self._roots = roots
        self._report = report
        self._edge: dict[merkle.Address, bytes] = {}

    def add(self, batch: list[Position]) -> None:
        """Add the leaves of these positions, and compare what they complete."""
        made: dict[merkle.Address, bytes] = {}
        for placed in batch:
            if placed.position != self.size:
                self._report.found(
                    f"Found position {placed.position}, expected {self.size}: a gap in the order."
                )
            made |= self._grow(bytes(placed.leaf_hash))
            self._compare_roots()
        _compare_nodes({address: hashed for address, hashed in made.items() if address[0]}, self._report)

    def finish(self) -> None:
        """After the last leaf: no root may be of more than there is."""
        self._report.root = self._root()
        for name, roots in self._roots.items():
            for size in sorted(size for size in roots if size > self.size):
                self._report.found(f"The {name} is of {size} entries; found only {self.size}.")

    def _grow(self, leaf: bytes) -> dict[merkle.Address, bytes]:
        # Leaves are counted and not read from their position: after a gap, which is a
        # finding by itself, the rest can still be compared.
        made = dict(merkle.completed_by(self.size, leaf, lambda level, index: self._edge[level, index]))
        self.size += 1
        known = self._edge | made
        self._edge = {address: known[address] for address in merkle.complete_nodes((0, self.size))}
        return made

    def _compare_roots(self) -> None:
        for name, roots in self._roots.items():
            if self.size in roots:
                self._report.checkpoints += 1
                where = f"The {name} of {self.size} entries"
                _compare(where, roots[self.size], self._root(), self._report)

    def _root(self) -> bytes:
        return merkle.folded(list(self._edge.values()))


def _compare_nodes(made: dict[merkle.Address, bytes], report: Report) -> None:
    stored = {}
    for level in sorted({level for level, _ in made}):
        indexes = [index for at, index in made if at == level]
        rows = Node.objects.filter(level=level, index__range=(min(indexes), max(indexes)))
        stored |= {(level, row.index): bytes(row.hash) for row in rows}
    for (level, index), expected in made.items():
        _compare(f"Node {level}/{index}", stored.get((level, index)), expected, report)


def _compare(what: str, found: bytes | None, expected: bytes, report: Report) -> None:
    if found != expected:
        report.found(f"{what}: found {found.hex() if found else 'nothing'}, expected {expected.hex()}.")
