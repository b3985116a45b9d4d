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

SHOWN = {"team": {}, "untaken": {"untaken": True}, "mine": {"mine": True}}


@require_safe
@officers_only
def queue(request: HttpRequest) -> HttpResponse:
    """A page of open tasks: the team's, those that nobody has taken, or the officer's own."""
    show = request.GET.get("show", "") if request.GET.get("show") in SHOWN else "team"
    mark = read_mark(request.GET.get("after", ""))
    found = list(queries.queue(request.actor, **SHOWN[show], after=mark))
    shown, more = found[: queries.PAGE], len(found) > queries.PAGE
    record_list(shown, actor=request.actor, page=show)
    context = {
        "rows": rows(shown, actor=request.actor, today=today()),
        "show": show,
        "choices": list(SHOWN),
        "further": mark is not None,
        "next": after_last(shown) if more else "",
    }
    return desk_page(request, "desk/queue.html", context)
