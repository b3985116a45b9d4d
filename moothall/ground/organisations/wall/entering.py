"""Open the wall for one transaction, in one statement."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq import TransactionStatus

from moothall.ground.organisations.wall.tokens import sign

# How far the database's clock is ahead of ours, in microseconds, by database alias. Learnt
# when a token is refused for its time, so on one machine it stays 0.
_ahead: dict[str, int] = {}


class WallRefused(Exception):
    """The database did not accept the token, because the two clocks keep moving apart."""


def enter(connection: BaseDatabaseWrapper, organisations: Iterable[str]) -> None:
    """Act for these organisations until the transaction ends. Does nothing on SQLite.

    Needs an open `atomic` block. The database takes a token only if it was issued after
    the transaction began: so a token seen in one transaction is worthless in the next.
    """
    if connection.vendor != "postgresql":
        return
    wanted = frozenset(organisations)
    _begin(connection)
    for _ in range(3):
        asked_at = _now()
        clock = _ask(connection, wanted)
        if clock == 0:
            return
        _ahead[connection.alias] = clock - asked_at
    raise WallRefused("Three tokens were refused for their time. Are the clocks of both machines steady?")


def _begin(connection: BaseDatabaseWrapper) -> None:
    """Begin the transaction now: psycopg would do so with the next statement, after the token was issued."""
    connection.ensure_connection()
    server = connection.connection.pgconn
    if server.transaction_status == TransactionStatus.IDLE:
        server.exec_(b"BEGIN")


def _ask(connection: BaseDatabaseWrapper, organisations: frozenset[str]) -> int:
    """0 when entered; otherwise the database's clock, against which the token was too old or too new."""
    token = sign(
        organisations,
        backend=connection.connection.info.backend_pid,
        issued_at=_now() + _ahead.get(connection.alias, 0),
        nonce=secrets.token_hex(8),
        key=settings.WALL_KEY.encode(),
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT wall_enter(%s)", [token])
        return cursor.fetchone()[0]


def _now() -> int:
    return time.time_ns() // 1000
