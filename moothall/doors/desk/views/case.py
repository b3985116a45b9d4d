"""One case: what waits, what the rules give, what is known and who said it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.reading import about_a_case
from moothall.doors.desk.shown.case import case_shown
from moothall.doors.kit.clock import today
from moothall.work.cases.models import Case


@require_safe
@about_a_case("case")
def case(request: HttpRequest, found: Case) -> HttpResponse:
    """The page of a case."""
    context = case_shown(found, actor=request.actor, today=today())
    return desk_page(request, "desk/case.html", context | {"done": request.GET.get("done", "")})
