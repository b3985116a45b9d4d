"""The due work that brings a promise to a body of another node, and sees when that is late."""

from __future__ import annotations

from datetime import datetime, timedelta

from moothall.engines.deadlines.legal import day_begins
from moothall.ground.due_work import Due
from moothall.work.applications.models import Promise

DELIVER, LATE = "promise.deliver", "promise.late"
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)


def deliveries(promise: Promise, *, now: datetime) -> list[Due]:
    """Deliver it now, and look on the day after it was due whether it was kept."""
    day_after = day_begins(promise.due_on + timedelta(days=1))
    return [attempt(promise, 1, now=now), _due(promise, LATE, key=str(promise.id), at=day_after, payload={})]


def attempt(promise: Promise, number: int, *, now: datetime) -> Due:
    """The delivery of that number, counted from 1: the first at once, the next after a pause that doubles.

    It never ends by itself: a body that is down for a week is told when it is there again.
    """
    pause = timedelta() if number == 1 else min(FIRST_PAUSE * 2 ** min(number - 2, 20), LONGEST_PAUSE)
    return _due(promise, DELIVER, key=f"{promise.id}#{number}", at=now + pause, payload={"attempt": number})


def _due(promise: Promise, kind: str, *, key: str, at: datetime, payload: dict) -> Due:
    return Due(
        kind=kind,
        key=key,
        organisation=promise.organisation_id,
        due_at=at,
        payload={"promise": str(promise.id), **payload},
    )
