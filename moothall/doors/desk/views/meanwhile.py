"""Something happened to the case while this officer had its page open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.shown.queue import names_of
from moothall.doors.kit.languages import current_language
from moothall.work.cases import queries
from moothall.work.cases.models import Case


def meanwhile(request: HttpRequest, case: Case) -> HttpResponse:
    """Says who did what, and that nothing of this officer's was written. 409: try again from the case."""
    decision = queries.newest_decision(case)
    tasks = list(queries.open_tasks(case))
    names = names_of([decision.decided_by if decision else "", *(task.taken_by for task in tasks)])
    context = {
        "case": case,
        "decision": decision,
        "decided_by": names.get(decision.decided_by, "") if decision else "",
        "taken": [
            {"name": task.name(current_language()), "by": names[task.taken_by]}
            for task in tasks
            if task.taken_by in names
        ],
    }
    return desk_page(request, "desk/meanwhile.html", context, status=409)
