"""Say that something is to be done, in the transaction that makes it necessary."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from moothall.ground.due_work.handlers import handler_of

# Set when new work is committed in this process, so that the loop need not wait its turn.
fresh = threading.Event()

ID = re.compile(r"[A-Za-z0-9_.:#-]{1,100}\Z")


class NotAnId(ValueError):
    """Work carries ids, codes and counts; what people wrote stays where it is kept."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something to be done. `key` says which, so that saying it twice is saying it once."""

    kind: str
    key: str
    organisation: str
    due_at: datetime
    payload: Mapping[str, str | int | bool | None] = field(default_factory=dict)


def enqueue(
    kind: str, key: str, organisation: str, due_at: datetime, payload: Mapping[str, Any] | None = None
) -> None:
    """Have this done from `due_at` on. Saying it again, even after it is done, changes nothing."""
    enqueue_all([Due(kind=kind, key=key, organisation=organisation, due_at=due_at, payload=payload or {})])


def enqueue_all(due: Sequence[Due]) -> None:
    """Enqueue all of these in one statement. Raises UnknownKind or NotAnId, and then enqueues nothing."""
    from moothall.ground.due_work.models import Work

    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "Enqueue work inside the transaction that needs it done."
        )
    for one in due:
        _check(one)
    Work.objects.bulk_create([_row(one) for one in due], ignore_conflicts=True)
    transaction.on_commit(fresh.set)


def _row(one: Due) -> Any:
    from moothall.ground.due_work.models import Work

    return Work(
        kind=one.kind,
        key=one.key,
        organisation_id=one.organisation,
        due_at=one.due_at,
        payload=dict(one.payload),
    )


def _check(one: Due) -> None:
    handler_of(one.kind)
    for name, value in {"key": one.key, **one.payload}.items():
        if not (
            value is None or isinstance(value, bool | int) or (isinstance(value, str) and ID.match(value))
        ):
            raise NotAnId(f"{name} of {one.kind} is a {type(value).__name__} that is no id, code or count.")
