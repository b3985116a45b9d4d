"""Gives entries their one order, and grows the tree over it.

Entries are written without a position, because two transactions that write at the same
time cannot know which will commit first. This is the only place that orders them:

- PostgreSQL: entries of transactions older than the oldest that is still open, by
  transaction and then by id. Nothing can later appear before them.
- SQLite: by id. Writers take turns, so a lower id was committed earlier.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from moothall.ground.record import merkle
from moothall.ground.record.models import Checkpoint, Entry, Node, Position
from moothall.ground.record.nodes import nodes_at

# One sequencer at a time in the whole database: a number that only the sequencer locks.
LOCK = 0x6D6F6F74_7265636F

Waiting = list[tuple[int, bytes]]  # entry, leaf hash


def sequence(*, most: int = 1000, now: datetime | None = None) -> int:
    """Order up to `most` waiting entries; returns how many. Call again while it returns `most`.

    Returns 0 as well when another sequencer is at work. On PostgreSQL call it outside any
    transaction of one's own: that transaction would count as open, and hold its own back.
    """
    with transaction.atomic():
        if not _only_one():
            return 0
        waiting = _waiting(most)
        if waiting:
            _place(waiting, now or timezone.now())
        return len(waiting)


def size() -> int:
    """How many entries have a position."""
    last = Position.objects.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1


def _only_one() -> bool:
    if connection.vendor != "postgresql":
        return True  # IMMEDIATE transactions: whoever is in here is alone.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def _waiting(most: int) -> Waiting:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT entry_id, leaf_hash FROM record_next(%s)", [most])
            return [(entry, bytes(leaf)) for entry, leaf in cursor.fetchall()]
    last = Position.objects.order_by("-position").values_list("entry_id", flat=True).first() or 0
    entries = Entry.objects.filter(id__gt=last).order_by("id").values_list("id", "leaf_hash")
    return [(entry, bytes(leaf)) for entry, leaf in entries[:most]]


def _place(waiting: Waiting, now: datetime) -> None:
    start = size()
    known = nodes_at(merkle.complete_nodes((0, start)))
    made = _grown(start, (leaf for _, leaf in waiting), known)
    Position.objects.bulk_create(
        Position(position=start + offset, entry_id=entry, leaf_hash=leaf)
        for offset, (entry, leaf) in enumerate(waiting)
    )
    Node.objects.bulk_create(
        Node(level=level, index=index, hash=hashed) for (level, index), hashed in made.items() if level
    )
    end = start + len(waiting)
    root = merkle.root(end, lambda level, index: known[level, index])
    Checkpoint.objects.create(size=end, root=root, at=now)


def _grown(
    start: int, leaves: Iterable[bytes], known: dict[merkle.Address, bytes]
) -> dict[merkle.Address, bytes]:
    """The nodes that these leaves complete. `known` holds the edge of the tree, and is grown too."""
    made = {}
    for position, leaf in enumerate(leaves, start):
        for address, hashed in merkle.completed_by(position, leaf, lambda level, index: known[level, index]):
            known[address] = made[address] = hashed
    return made
