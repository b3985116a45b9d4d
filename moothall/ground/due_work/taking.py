"""Take work by a lease, and settle how it went. The only place that changes rows of work."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import F, Q, QuerySet

from moothall.ground.due_work.models import Work
from moothall.ground.record import Happened, write

log = logging.getLogger("moothall.due_work")

# Longer than any handler may take. A row whose worker was killed waits this long.
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)


def take(*, now: datetime, most: int) -> list[Work]:
    """Lease up to `most` rows that are due and that nobody holds, the longest due first."""
    ids = list(_free(now).values_list("id", flat=True)[:most])
    if not ids:
        return []
    lease = uuid4()
    Work.objects.filter(id__in=ids).update(lease=lease, leased_until=now + LEASE, attempts=F("attempts") + 1)
    return list(Work.objects.filter(lease=lease).order_by("due_at", "id"))


def held(work: Work, lease: UUID) -> bool:
    """Is this row still ours to do? Locks it until the transaction ends."""
    rows = Work.objects.filter(id=work.id, lease=lease, done_at__isnull=True)
    return (rows.select_for_update() if connection.vendor == "postgresql" else rows).exists()


def mark_done(work: Work, *, now: datetime) -> None:
    Work.objects.filter(id=work.id).update(done_at=now, lease=None, leased_until=None, problem="")


def mark_failed(work: Work, *, problem: str, now: datetime) -> None:
    """Try again after a pause that doubles, or give up and say so where a person looks."""
    mine = Work.objects.filter(id=work.id, lease=work.lease)
    if work.attempts >= MOST_ATTEMPTS:
        if mine.update(given_up_at=now, lease=None, leased_until=None, problem=problem):
            _say_so(work, problem)
        return
    mine.update(due_at=now + pause_after(work.attempts), lease=None, leased_until=None, problem=problem)
    log.warning("%s failed (%s), attempt %s of %s", work.kind, problem, work.attempts, MOST_ATTEMPTS)


def pause_after(attempts: int) -> timedelta:
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)


def _free(now: datetime) -> QuerySet[Work]:
    rows = Work.objects.filter(
        Q(leased_until__isnull=True) | Q(leased_until__lte=now),
        done_at__isnull=True,
        given_up_at__isnull=True,
        due_at__lte=now,
    ).order_by("due_at", "id")
    if connection.vendor == "postgresql":
        # Two workers never wait for each other: each takes what the other has not locked.
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return rows


def _say_so(work: Work, problem: str) -> None:
    log.error("%s was given up after %s attempts (%s)", work.kind, work.attempts, problem)
    write(
        Happened(
            verb="work.given_up",
            organisation=work.organisation_id,
            channel="system",
            step=work.kind,
            details={"kind": work.kind, "attempts": work.attempts},
            payload={"key": work.key, "problem": problem},
        )
    )
