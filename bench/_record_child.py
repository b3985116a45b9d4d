"""Writes, orders and verifies entries in one process and prints the figures as one line of JSON."""

from __future__ import annotations

import argparse
import json
import os
import time
from hashlib import sha256

from bench._meter import Meter

BODY = "canterbury"
TURNS = 300


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=20_000)
    asked = parser.parse_args()

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    django.setup()
    print(json.dumps(_wall() | _writing() | _ordering(asked.entries)))


def _wall() -> dict:
    from django.db import connection, transaction

    from moothall.ground.organisations.wall import enter
    from moothall.ground.record.models import Checkpoint, Erasure

    entered, asked, floor = Meter(), Meter(), Meter()
    for _ in range(TURNS):
        with transaction.atomic():
            with entered.measured():
                enter(connection, {BODY, "kent"})
            with asked.measured():
                Erasure.objects.exists()
        with floor.measured(), transaction.atomic():
            Checkpoint.objects.filter(size=0).exists()
    return {
        "enter the wall: statements": entered.statements(budget=1),
        "enter the wall: CPU": entered.cpu(),
        "a query behind the wall: CPU": asked.cpu(),
        "floor: a transaction with one open query": floor.cpu(),
    }


def _writing() -> dict:
    from django.db import connection

    from moothall.ground.organisations.acting import acting_for
    from moothall.ground.record import write, write_all

    one, forty, bare = Meter(), Meter(), Meter()
    for number in range(TURNS):
        with acting_for({BODY}):
            with one.measured():
                write(_published(number))
            if number % 10 == 0:
                with forty.measured():
                    write_all([_published(number) for _ in range(40)])
        with acting_for({BODY}), bare.measured(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO due_work_work (organisation_id, kind, key, payload, due_at, attempts, problem) "
                "VALUES (%s, 'bench', %s, '{}', now() + interval '9 years', 0, '')",
                [BODY, str(number)],
            )
    return {
        "write 1 entry: statements": one.statements(budget=2),
        "write 1 entry: CPU": one.cpu(),
        "write 40 entries: statements": forty.statements(budget=2),
        "write 40 entries: CPU": forty.cpu(),
        "floor: a bare INSERT behind the wall": bare.cpu(),
    }


def _ordering(entries: int) -> dict:
    from moothall.ground.organisations.acting import acting_for
    from moothall.ground.organisations.models import Organisation
    from moothall.ground.record import inclusion_proof, sequence, verify_record, write_all
    from moothall.ground.record.models import Entry
    from moothall.ground.record.sequencer import size

    for start in range(0, entries, 500):
        with acting_for({BODY}):
            write_all([_published(number) for number in range(start, start + 500)])
    ordering = Meter()
    before = size()
    with ordering.measured():
        while sequence():
            pass
    ordered = size() - before
    proving, verifying = Meter(), Meter()
    with acting_for(Organisation.objects.values_list("key", flat=True)):
        some = list(Entry.objects.order_by("id")[:: max(1, entries // 50)])
        for entry in some:
            with proving.measured():
                inclusion_proof(entry)
        with verifying.measured():
            report = verify_record()
    if not report.good:
        raise RuntimeError(report.findings)
    each = 1000 / ordered
    return {
        "order an entry and grow the tree: CPU": {"value": ordering.cpu()["value"] * each, "unit": "us"},
        "floor: one hash of an envelope and one of a node": {"value": _hashing(ordered), "unit": "us"},
        "prove that an entry is there: statements": proving.statements(budget=4),
        "prove that an entry is there: CPU": proving.cpu(),
        "verify an entry: CPU": {"value": verifying.cpu()["value"] * 1000 / report.entries, "unit": "us"},
        "entries in the tree": {"value": report.entries, "unit": "entries"},
    }


def _hashing(leaves: int) -> float:
    """Microseconds a leaf: one hash of an envelope and, on the whole, one of a node."""
    envelope, node = b"x" * 420, b"x" * 65
    began = time.process_time()
    for _ in range(leaves):
        sha256(envelope).digest()
        sha256(node).digest()
    return (time.process_time() - began) / leaves * 1e6


def _published(number: int):
    from moothall.ground.record import Happened

    return Happened(
        verb="edition.published",
        organisation=BODY,
        service="council_tax_reduction",
        edition="e" * 64,
        channel="command",
        payload={"why": f"Approved for the measurement, number {number}"},
    )


if __name__ == "__main__":
    main()
