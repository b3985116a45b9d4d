"""Begin again with work that was given up, when what stood in its way is gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from moothall.ground.due_work.enqueueing import fresh
from moothall.ground.due_work.queries import given_up


def try_again(ids: Sequence[int], *, now: datetime) -> int:
    """Make these pieces due now, with all their attempts before them; returns how many there were.

    Finds only work of the organisations in context that was given up: asking twice changes nothing more.
    """
    begun = (
        given_up()
        .filter(id__in=ids)
        .update(given_up_at=None, attempts=0, due_at=now, lease=None, leased_until=None)
    )
    transaction.on_commit(fresh.set)
    return begun
