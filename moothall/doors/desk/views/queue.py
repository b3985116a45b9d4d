"""The team's queue: what is open, the most overdue first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.desk.reading import record_list
from moothall.doors.desk.shown.queue import after_last, read_mark, rows
from moothall.doors.kit.clock import today
from moothall.work.cases import queries


@require_safe
@officers_only
def queue(request: HttpRequest) -> HttpResponse:
    """A page of open tasks: the team's, or with `?show=mine` the officer's own."""
    mine = request.GET.get("show") == "mine"
    found = list(queries.queue(request.actor, mine=mine, after=read_mark(request.GET.get("after", ""))))
    shown, more = found[: queries.PAGE], len(found) > queries.PAGE
    record_list(shown, actor=request.actor, page="mine" if mine else "queue")
    context = {
        "rows": rows(shown, actor=request.actor, today=today()),
        "mine": mine,
        "further": "after" in request.GET,
        "next": after_last(shown) if more else "",
    }
    return desk_page(request, "desk/queue.html", context)
