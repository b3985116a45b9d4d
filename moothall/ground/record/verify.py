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
    checkpoints = _checkpoints()
    # The record may grow meanwhile. What a checkpoint covers came with it, so it is the end.
    end = max(checkpoints, default=0)
    tree = Regrown({"checkpoint": checkpoints, "root kept elsewhere": kept or {}}, report)
    for batch in _batches(end):
        entries = _entries_of(batch)
        for placed in batch:
            check_entry(placed, entries.get(placed.entry_id), report)
        tree.add(batch)
        if progress:
            progress(tree.size, end)
    tree.finish()
    _check_ends(end, report)
    return report


def _checkpoints() -> dict[int, bytes]:
    return {row.size: bytes(row.root) for row in Checkpoint.objects.all()}


def _batches(end: int) -> Iterator[list[Position]]:
    """Every position below `end`, so many at a time, so that memory does not grow with the record."""
    after, rows = -1, Position.objects.filter(position__lt=end).order_by("position")
    while batch := list(rows.filter(position__gt=after)[:AT_A_TIME]):
        yield batch
        after = batch[-1].position


def _entries_of(batch: list[Position]) -> dict[int, Entry]:
    ids = [placed.entry_id for placed in batch]
    return Entry.objects.select_related("payload", "erased__said_by").in_bulk(ids)


def _check_ends(end: int, report: Report) -> None:
    """What no position leads to: entries that wait, and rows that belong to nothing."""
    for entry in Entry.objects.filter(placed__isnull=True).select_related("payload").iterator(AT_A_TIME):
        check_waiting(entry, report)
    lost = Payload.objects.filter(entry__isnull=True).count()
    if lost:
        report.found(f"Found {lost} payloads without an entry, expected none.")
    positions, nodes = Position.objects.count(), Node.objects.count()
    if max(_checkpoints(), default=0) != end:
        return  # The record grew while we read; its new end is for the next check.
    if positions != end:
        report.found(f"The newest checkpoint is of {end} entries; found {positions} positions.")
    if nodes != end - end.bit_count():
        report.found(f"Found {nodes} nodes above the leaves, expected {end - end.bit_count()}.")
