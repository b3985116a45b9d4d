"""Finish a task that decides nothing: write down what was done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from moothall.engines.process import Finish
from moothall.ground.due_work import enqueue_all
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write
from moothall.work.cases.actions.ask_for_correction import CORRECT
from moothall.work.cases.actions.decide import DECIDE, LOOK_AGAIN
from moothall.work.cases.actions.take_task import TaskOver
from moothall.work.cases.actions.tell import tell
from moothall.work.cases.models import Task
from moothall.work.cases.steps import take_step


class NeedsADecision(Exception):
    """This task is a decision or a request; it is finished by deciding or answering."""


def finish_task(task_id: UUID, *, actor, outcome: str, note: str, today: date, now: datetime) -> Task:
    """Finish the task with an outcome that its process knows, or with none, and send its letter.

    Those who reported the same matter are told the same, and their cases are over when this one is.
    """
    held = Task.objects.select_for_update(of=("self", "case")).select_related("case__edition")
    task = held.defer("case__edition__files").get(id=task_id)
    case = task.case
    require(actor, "task.finish", task)
    if task.node in (DECIDE, LOOK_AGAIN, CORRECT):
        raise NeedsADecision
    if not task.is_open:
        raise TaskOver
    step = take_step(
        case, case.edition.definition, Finish(task.number, {"outcome": outcome}), today=today, now=now
    )
    task.finished_at, task.finished_by = now, actor.id
    task.save(update_fields=["finished_at", "finished_by"])
    Task.objects.bulk_create(step.opened)
    if step.over:
        case.status, case.closed_at = "closed", now
    case.revision += 1
    case.save(update_fields=["process_state", "status", "closed_at", "revision"])
    together = [case]
    if step.letters:
        together += case.joined_by.select_related("organisation", "edition").defer("edition__files")
    if step.over:
        case.joined_by.update(status="closed", closed_at=now)
    told = [
        tell(one, letter, number=task.number, today=today, now=now)
        for letter in step.letters
        for one in together
    ]
    enqueue_all([*step.timers, *(due for sending in told for due in sending)])
    write(
        Happened(
            verb="task.finished",
            organisation=case.organisation_id,
            service=case.service,
            step=task.node,
            channel=actor.channel,
            case=case.id,
            actor=actor,
            at=now,
            subjects=[case.subject_id],
            details={"outcome": outcome, "role": task.role},
            payload={"task": str(task.id), "facts": {"note": note}} if note else {},
        )
    )
    return task
