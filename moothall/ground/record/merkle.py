"""The tree of hashes over everything that happened (RFC 9162, section 2.1; SHA-256).

Pure sums over hashes, no storage. A node `(level, index)` covers the leaves from
`index * 2**level` up to `(index + 1) * 2**level`; only such complete nodes are ever
stored, so they never change, and each is written once when its last leaf arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

Address = tuple[int, int]  # level, index
Piece = tuple[int, int]  # first leaf, number of leaves
NodeAt = Callable[[int, int], bytes]

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def completed_by(position: int, leaf: bytes, node_at: NodeAt) -> Iterable[tuple[Address, bytes]]:
    """The nodes that are complete once this leaf stands at this position, the leaf first."""
    level, index, hashed = 0, position, leaf
    yield (level, index), hashed
    while index % 2:
        hashed = node_hash(node_at(level, index - 1), hashed)
        level, index = level + 1, index // 2
        yield (level, index), hashed


def complete_nodes(piece: Piece) -> list[Address]:
    """The complete nodes that make up a piece, the largest (leftmost) first.

    A piece begins where the tree would cut it: at a multiple of a power of two that is
    not smaller than its size.
    """
    start, size = piece
    nodes = []
    while size:
        level = size.bit_length() - 1
        nodes.append((level, start >> level))
        start, size = start + (1 << level), size - (1 << level)
    return nodes


def folded(hashes: list[bytes]) -> bytes:
    """The hash of a piece from the hashes of its complete nodes, largest first."""
    if not hashes:
        return EMPTY_ROOT
    *larger, hashed = hashes
    for left in reversed(larger):
        hashed = node_hash(left, hashed)
    return hashed


def root(size: int, node_at: NodeAt) -> bytes:
    """The hash of the tree of the first `size` leaves."""
    return folded([node_at(*address) for address in complete_nodes((0, size))])


def inclusion_pieces(position: int, size: int) -> list[Piece]:
    """What a proof that the leaf at `position` is in the tree of `size` leaves consists of."""
    if not 0 <= position < size:
        raise ValueError(f"There is no position {position} in a tree of {size} entries.")
    pieces, start = [], 0
    while size > 1:
        left = _left_part(size)
        if position < left:
            pieces.append((start + left, size - left))
            size = left
        else:
            pieces.append((start, left))
            start, position, size = start + left, position - left, size - left
    return pieces[::-1]


def consistency_pieces(earlier: int, later: int) -> list[Piece]:
    """What a proof that the tree of `later` leaves continues that of `earlier` consists of."""
    if not 0 < earlier <= later:
        raise ValueError(f"A tree of {later} entries cannot be compared with one of {earlier}.")
    pieces, start, size, whole = [], 0, later, True
    while earlier < size:
        left = _left_part(size)
        if earlier <= left:
            pieces.append((start + left, size - left))
            size = left
        else:
            pieces.append((start, left))
            start, earlier, size, whole = start + left, earlier - left, size - left, False
    # The verifier already holds the earlier root; it needs that piece only when it is not the whole.
    return ([] if whole else [(start, size)]) + pieces[::-1]


def is_included(*, leaf: bytes, position: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Does the proof show that the leaf stands at this position under this root? (2.1.3.2)"""
    if not 0 <= position < size:
        return False
    node, last, hashed = position, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if node % 2 or node == last:
            hashed = node_hash(sibling, hashed)
            while not node % 2 and node:
                node, last = node >> 1, last >> 1
        else:
            hashed = node_hash(hashed, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and hashed == root


def is_consistent(
    *, earlier: int, later: int, earlier_root: bytes, later_root: bytes, proof: list[bytes]
) -> bool:
    """Does the proof show that the later tree only added to the earlier one? (2.1.4.2)"""
    if not 0 < earlier <= later:
        return False
    if earlier == later:
        return not proof and earlier_root == later_root
    if earlier & (earlier - 1) == 0:
        proof = [earlier_root, *proof]
    if not proof:
        return False
    node, last = earlier - 1, later - 1
    while node % 2:
        node, last = node >> 1, last >> 1
    first = second = proof[0]
    for sibling in proof[1:]:
        if last == 0:
            return False
        if node % 2 or node == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not node % 2 and node:
                node, last = node >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and first == earlier_root and second == later_root


def _left_part(size: int) -> int:
    """The largest power of two that is smaller than the size: where the tree is cut."""
    return 1 << (size - 1).bit_length() - 1
