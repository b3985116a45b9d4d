"""Check the whole record against itself: every hash from the rows, every row against the hashes.

Needs a context that holds every organisation; an entry that cannot be seen is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from moothall.ground.record.models import Checkpoint, Entry, Node, Payload, Position
from moothall.ground.record.verify_entry import check_entry, check_waiting
from moothall.ground.record.verify_report import Report
from moothall.ground.record.verify_tree import Regrown

AT_A_TIME = 2000

Progress = Callable[[int, int], None]


def verify_record(progress: Progress | None = None, *, kept: Mapping[int, bytes] | None = None) -> Report:
    """Read every entry by position and check it. `progress(done, of)` is called now and then.

    `kept` are roots that somebody kept elsewhere, by size: with them even a record that was
    rewritten whole, with hashes that fit each other, is found out.
    """
    report = Report()
    checkpoints = {row.size: bytes(row.root) for row in Checkpoint.objects.all()}
    tree = Regrown({"checkpoint": checkpoints, "root kept elsewhere": kept or {}}, report)
    whole = Position.objects.count()
    for batch in _batches():
        entries = _entries_of(batch)
        for placed in batch:
            check_entry(placed, entries.get(placed.entry_id), report)
        tree.add(batch)
        if progress:
            progress(tree.size, whole)
    tree.finish(nodes=Node.objects.count())
    _check_ends(tree.size, checkpoints, report)
    return report


def _batches() -> Iterator[list[Position]]:
    """Every position, so many at a time, so that memory does not grow with the record."""
    after = -1
    while batch := list(Position.objects.filter(position__gt=after).order_by("position")[:AT_A_TIME]):
        yield batch
        after = batch[-1].position


def _entries_of(batch: list[Position]) -> dict[int, Entry]:
    ids = [placed.entry_id for placed in batch]
    return Entry.objects.select_related("payload", "erased__said_by").in_bulk(ids)


def _check_ends(size: int, checkpoints: dict[int, bytes], report: Report) -> None:
    newest = max(checkpoints, default=0)
    if newest != size:
        report.found(f"The newest checkpoint is of {newest} entries, expected {size}.")
    waiting = Entry.objects.filter(placed__isnull=True).select_related("payload")
    for entry in waiting.iterator(chunk_size=AT_A_TIME):
        check_waiting(entry, report)
    lost = Payload.objects.filter(entry__isnull=True).count()
    if lost:
        report.found(f"Found {lost} payloads without an entry, expected none.")
