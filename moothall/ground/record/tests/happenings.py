"""Things that happened, for tests of the record, and a hand that reaches past its guards."""

from __future__ import annotations

from contextlib import contextmanager

import psycopg
from django.db import connection, transaction

from moothall.ground.organisations.wall import enter
from moothall.ground.record import Happened, insert_only, write_all
from tests.kit import databases

BODIES = ("canterbury", "kent")


def published(number: int, *, organisation: str = "canterbury") -> Happened:
    return Happened(
        verb="edition.published",
        organisation=organisation,
        service="council_tax_reduction",
        edition="e" * 64,
        payload={"why": f"Approved by Ada Finch, number {number}"},
    )


@contextmanager
def acting():
    """A transaction that acts for both bodies."""
    with transaction.atomic():
        enter(connection, BODIES)
        yield


def wrote(count: int, *, organisation: str = "canterbury"):
    with acting():
        return write_all([published(number, organisation=organisation) for number in range(count)])


def tamper(statement: str) -> None:
    """What somebody can do who owns the database server: no trigger and no wall stops them."""
    if connection.vendor == "postgresql":
        with psycopg.connect(databases.current().superuser_url) as raw:
            raw.execute("SET session_replication_role = replica")
            raw.execute(statement)
        return
    with connection.cursor() as cursor:
        for one in insert_only.undo_statements(connection.vendor):
            cursor.execute(one)
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(statement)
        cursor.execute("PRAGMA foreign_keys = ON")
        for one in insert_only.statements(connection.vendor):
            cursor.execute(one)
