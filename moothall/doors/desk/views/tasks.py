"""Taking a task, putting it back, and finishing one that decides nothing."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from moothall.doors.desk.forms import Finish
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.desk.reading import case_or_404, record_view
from moothall.doors.desk.shown.process import ways_out
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.doors.kit.clock import now, today
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import require
from moothall.ground.people.visible_to import visible_to
from moothall.work.cases import actions
from moothall.work.cases.models import Task


@require_POST
@officers_only
def take(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Make the task the officer's own."""
    task = _task_or_404(request.actor, task_id)
    try:
        actions.take_task(task.pk, actor=request.actor, now=now())
    except (actions.TakenBySomebodyElse, actions.TaskOver):
        return meanwhile(request, task.case)
    return redirect("desk:case", task.case_id)


@require_POST
@officers_only
def put_back(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Give it back to the team."""
    task = _task_or_404(request.actor, task_id)
    try:
        actions.put_back(task.pk, actor=request.actor)
    except (actions.TakenBySomebodyElse, actions.TaskOver):
        return meanwhile(request, task.case)
    return redirect("desk:case", task.case_id)


@require_http_methods(["GET", "HEAD", "POST"])
@officers_only
def finish(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Say what was done: why a decision is late, or that a pass was issued."""
    task = _task_or_404(request.actor, task_id)
    require(request.actor, "task.finish", task)
    if task.node == actions.CORRECT:
        return redirect("desk:correction", task.correction.pk)
    ways = ways_out(task.case.edition.definition.process, task.node)
    form = Finish(request.POST or None, ways=ways)
    if form.is_valid():
        return _finish(request, task, form)
    record_view(task.case, actor=request.actor, page="task")
    context = {"task": task, "case": task.case, "form": form}
    return desk_page(request, "desk/finish.html", context, status=422 if form.is_bound else 200)


def _finish(request: HttpRequest, task: Task, form: Finish) -> HttpResponse:
    said = form.cleaned_data
    try:
        actions.finish_task(
            task.pk,
            actor=request.actor,
            outcome=said.get("outcome", ""),
            note=said["note"],
            today=today(),
            now=now(),
        )
    except (actions.TaskOver, actions.NeedsADecision):
        return meanwhile(request, task.case)
    return redirect("desk:case", task.case_id)


def _task_or_404(actor: Actor, task_id: UUID) -> Task:
    """The task, when this officer may see it and its case; otherwise there is no such task."""
    task = Task.objects.filter(visible_to(actor, Task), pk=task_id).first()
    if task is None:
        raise Http404
    task.case = case_or_404(actor, task.case_id)
    return task
