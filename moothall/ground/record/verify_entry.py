"""Check one entry: its envelope against its leaf, its payload against its commitment."""

from __future__ import annotations

from moothall.ground.record.canonical import NotCanonical
from moothall.ground.record.envelope import commitment, envelope_leaf
from moothall.ground.record.models import Entry, Erasure, Position
from moothall.ground.record.verify_report import Report


def check_entry(placed: Position, entry: Entry | None, report: Report) -> None:
    where = f"Position {placed.position}"
    if entry is None:
        report.found(f"{where}: found no entry {placed.entry_id} in context, expected one.")
        return
    report.entries += 1
    where = f"{where} ({entry.verb}, {entry.organisation})"
    _check_envelope(where, entry, bytes(placed.leaf_hash), report)
    _check_payload(where, entry, report)


def check_waiting(entry: Entry, report: Report) -> None:
    """An entry that has no position yet."""
    report.waiting += 1
    where = f"Entry {entry.pk} ({entry.verb}, {entry.organisation}), not placed yet"
    _check_envelope(where, entry, bytes(entry.leaf_hash), report)
    _check_payload(where, entry, report)


def _check_envelope(where: str, entry: Entry, expected: bytes, report: Report) -> None:
    try:
        leaf = envelope_leaf(entry)
    except NotCanonical as problem:
        report.found(f"{where}: the envelope cannot be hashed: {problem}")
        return
    if leaf != expected:
        report.found(f"{where}: the envelope hashes to {leaf.hex()}, expected {expected.hex()}.")
    if leaf != bytes(entry.leaf_hash):
        report.found(
            f"{where}: the entry keeps the hash {bytes(entry.leaf_hash).hex()}, expected {leaf.hex()}."
        )


def _check_payload(where: str, entry: Entry, report: Report) -> None:
    payload, erased = getattr(entry, "payload", None), getattr(entry, "erased", None)
    if payload is not None:
        report.payloads += 1
        _check_commitment(where, entry, report)
        if erased is not None:
            report.found(f"{where}: found a payload, expected none: the list says that it was erased.")
    elif erased is not None:
        report.erased += 1
        _check_erasure(where, entry, erased, report)
    elif entry.commitment:
        report.found(f"{where}: found no payload and no erasure, expected one of them.")


def _check_commitment(where: str, entry: Entry, report: Report) -> None:
    payload = entry.payload
    made, expected = commitment(bytes(payload.salt), payload.content), bytes(entry.commitment)
    if made != expected:
        report.found(
            f"{where}: the payload commits to {made.hex()}, expected {expected.hex() or 'no payload'}."
        )
    if payload.organisation != entry.organisation:
        report.found(f"{where}: the payload is of {payload.organisation}, expected {entry.organisation}.")


def _check_erasure(where: str, entry: Entry, erased: Erasure, report: Report) -> None:
    said = erased.said_by
    names = said.details.get("erased") if said.verb == "payload.erased" else None
    if names != bytes(entry.leaf_hash).hex() or said.organisation != entry.organisation:
        report.found(f"{where}: erased, but entry {said.pk} names {names}, expected its hash.")
