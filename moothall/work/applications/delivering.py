"""Due work: bring a promise to a body of another node, see when it is late, and ask how it stands."""

from __future__ import annotations

from datetime import datetime, timedelta

from moothall.engines.deadlines.legal import day_begins
from moothall.ground.due_work import Due
from moothall.work.applications.models import Promise

DELIVER, LATE, ASK = "promise.deliver", "promise.late", "promise.ask"
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
# How a kept promise stands is asked soon after something changed, and then less and less often.
FIRST_ASKING, LONGEST_ASKING = timedelta(minutes=10), timedelta(days=1)


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


def asking(promise: Promise, number: int, *, quiet: int, now: datetime) -> Due:
    """The question of that number how a kept promise stands; `quiet` questions ago something was new."""
    pause = min(FIRST_ASKING * 2 ** min(quiet, 20), LONGEST_ASKING)
    told = {"attempt": number, "quiet": quiet}
    return _due(promise, ASK, key=f"{promise.id}#{number}", at=now + pause, payload=told)


def _due(promise: Promise, kind: str, *, key: str, at: datetime, payload: dict) -> Due:
    return Due(
        kind=kind,
        key=key,
        organisation=promise.organisation_id,
        due_at=at,
        payload={"promise": str(promise.id), **payload},
    )
