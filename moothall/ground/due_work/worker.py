"""The one worker: takes what is due, does it, and orders the record in between.

In the embedded default it is a thread of the one process; in use, any number of
processes run it, and the rows themselves keep them apart.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from moothall.ground import record
from moothall.ground.due_work import taking
from moothall.ground.due_work.enqueueing import fresh
from moothall.ground.due_work.handlers import errand_of, handler_of
from moothall.ground.due_work.models import Work
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.queries import hosted_here

log = logging.getLogger("moothall.due_work")


class KilledTooOften(Exception):
    """Each worker that took this work ended without saying how it went."""


def run_due(now: datetime, limit: int = 20) -> int:
    """Do up to `limit` pieces of work that are due; returns how many were tried."""
    with acting_for(hosted_here()):
        taken = taking.take(now=now, most=limit)
    for work in taken:
        _do(work, now=now)
    return len(taken)


def loop(
    stop_event: threading.Event, *, clock: Callable[[], datetime] = timezone.now, pause: float = 1.0
) -> None:
    """Until stopped: do what is due by `clock`, order the record, wait for fresh work or `pause` seconds."""
    away = False
    while not stop_event.is_set():
        fresh.clear()
        try:
            done, away = _round(clock()), False
        except DatabaseError as problem:
            # Gone, full or read-only: nothing is lost, the work waits in its rows. Said once.
            if not away:
                log.error(
                    "The worker cannot use the database (%s); it goes on trying.", type(problem).__name__
                )
            connection.close()
            done, away = 0, True
        if not done:
            fresh.wait(pause)
    connection.close()


def _round(now: datetime) -> int:
    """One round; returns how much was done, 0 when there is nothing more to do."""
    close_old_connections()
    return run_due(now) + record.sequence()


def _do(work: Work, *, now: datetime) -> None:
    about = {"organisation": work.organisation_id, "payload": work.payload, "now": now}
    try:
        came = {}
        if (errand := errand_of(work.kind)) and work.attempts <= taking.MOST_ATTEMPTS:
            came = {"came": errand(**about)}
        with acting_for({work.organisation_id}):
            if not taking.held(work, work.lease):
                return
            if work.attempts > taking.MOST_ATTEMPTS:
                # It never failed: whoever tried it died. Trying for ever would kill every worker.
                raise KilledTooOften(work.kind)
            handler_of(work.kind)(**about, **came)
            taking.mark_done(work, now=now)
    except Exception as problem:
        with acting_for({work.organisation_id}):
            taking.mark_failed(work, problem=type(problem).__name__, now=now)
