"""Which kind of trouble a database error is, in the words of the page that explains it.

SQLite says it in its message only; PostgreSQL by SQLSTATE (appendix A of its manual).
"""

from __future__ import annotations

import errno

from django.db import DatabaseError, InterfaceError

FULL_STATES = ("53100",)
READ_ONLY_STATES = ("25006",)
BUSY_STATES = ("40001", "40P01", "55P03", "53300")
FULL_WORDS = ("database or disk is full", "no space left on device")
READ_ONLY_WORDS = ("readonly database", "read-only transaction")
BUSY_WORDS = ("database is locked", "database table is locked")
GONE_WORDS = (
    "unable to open database",
    "disk i/o error",
    "not a database",
    "malformed",
    "no such table",
    "connection",
    "terminating",
    "closed",
    "shutting down",
    "starting up",
)


def kind_of_trouble(raised: BaseException | None) -> str | None:
    """`database_read_only`, `_full`, `_busy` or `_gone`; None when it is something else."""
    seen = 0
    while raised is not None and seen < 10:
        if isinstance(raised, DatabaseError | InterfaceError):
            return _of_database(raised)
        if isinstance(raised, OSError) and raised.errno in (errno.ENOSPC, errno.EDQUOT):
            return "database_full"
        raised, seen = _raised_before(raised), seen + 1
    return None


def _raised_before(raised: BaseException) -> BaseException | None:
    """What it came from, said or not: a session that cannot be saved does not name the database."""
    return raised.__cause__ or (None if raised.__suppress_context__ else raised.__context__)


def _of_database(raised: BaseException) -> str | None:
    state = str(getattr(raised.__cause__, "sqlstate", "") or "")
    words = str(raised).lower()
    if state in FULL_STATES or any(word in words for word in FULL_WORDS):
        return "database_full"
    if state in READ_ONLY_STATES or any(word in words for word in READ_ONLY_WORDS):
        return "database_read_only"
    if state in BUSY_STATES or any(word in words for word in BUSY_WORDS):
        return "database_busy"
    if state[:2] in ("08", "57", "58") or any(word in words for word in GONE_WORDS):
        return "database_gone"
    # A constraint or a wrong statement is a fault of ours, not of the database's.
    return None
