"""A period of a case is over. Due work runs this, perhaps twice."""

from __future__ import annotations

from datetime import datetime

from moothall.engines.deadlines import legal_date
from moothall.engines.process import TimerDue, TimerOver
from moothall.ground.due_work import enqueue_all
from moothall.ground.people.actor import system
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write
from moothall.work.cases.holding import hold
from moothall.work.cases.models import Task
from moothall.work.cases.steps import take_step


def timer_is_due(*, organisation: str, payload: dict, now: datetime) -> None:
    """Take the case on from its timer. A timer that fired before, or was put away, is nothing to do."""
    case = hold(payload["case"])
    worker = system(organisation)
    require(worker, "case.timer", case)
    try:
        step = take_step(
            case, case.edition.definition, TimerDue(payload["timer"]), today=legal_date(now), now=now
        )
    except TimerOver:
        return
    case.tasks.filter(number__in=step.fell_away).update(fell_away_at=now)
    Task.objects.bulk_create(step.opened)
    if step.over:
        case.status, case.closed_at = "closed", now
    case.revision += 1
    case.save(update_fields=["process_state", "status", "closed_at", "revision"])
    enqueue_all(step.timers)
    write(
        Happened(
            verb="timer.due",
            organisation=organisation,
            service=case.service,
            step=payload["timer"].partition("#")[0],
            channel="system",
            case=case.id,
            actor=worker,
            at=now,
        )
    )
