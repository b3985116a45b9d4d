"""Take a task from the queue, or put it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from moothall.ground.people.may import require
from moothall.ground.record import Happened, write
from moothall.work.cases.models import Task


class TakenBySomebodyElse(Exception):
    """A colleague took this task first."""


class TaskOver(Exception):
    """This task was finished or fell away meanwhile."""


def take_task(task_id: UUID, *, actor, now: datetime) -> Task:
    """Make the task the actor's. Taking one's own again changes nothing."""
    task = _open_task(task_id, actor)
    if task.taken_by == actor.id:
        return task
    taken = Task.objects.filter(id=task.id, taken_by="").update(taken_by=actor.id, taken_at=now)
    if not taken:
        raise TakenBySomebodyElse
    _write("task.started", task, actor, now)
    task.refresh_from_db()
    return task


def put_back(task_id: UUID, *, actor) -> Task:
    """Give the actor's own task back to the team. One that is nobody's stays as it is."""
    task = _open_task(task_id, actor)
    if task.taken_by not in ("", actor.id):
        raise TakenBySomebodyElse
    if task.taken_by:
        task.taken_by, task.taken_at = "", None
        task.save(update_fields=["taken_by", "taken_at"])
        _write("task.put_back", task, actor)
    return task


def _open_task(task_id: UUID, actor) -> Task:
    task = Task.objects.select_related("case").get(id=task_id)
    require(actor, "task.start", task)
    if not task.is_open:
        raise TaskOver
    return task


def _write(verb: str, task: Task, actor, now: datetime | None = None) -> None:
    write(
        Happened(
            verb=verb,
            organisation=task.organisation_id,
            service=task.case.service,
            step=task.node,
            channel=actor.channel,
            case=task.case_id,
            actor=actor,
            at=now,
        )
    )
