"""Deciding, first page: accept what the rules give, or depart from it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.desk.departure import Intent, keep_intent
from moothall.doors.desk.forms import Decide
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.reading import about_a_case
from moothall.doors.desk.shown.deciding import deciding
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.work.cases.models import Case


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case("decide")
def decide(request: HttpRequest, case: Case) -> HttpResponse:
    """The answer of the rules with its reasons, and the officer's own choice."""
    before = deciding(case, actor=request.actor)
    if before is None:
        return meanwhile(request, case)
    accept = before.outcome if before.known else None
    form = Decide(request.POST or None, initial={"revision": case.revision}, accept=accept)
    if not form.is_valid():
        context = {"case": case, "form": form, "before": before}
        return desk_page(request, "desk/decide.html", context, status=422 if form.is_bound else 200)
    if form.cleaned_data["answer"] == "depart":
        return redirect("desk:depart", case.pk)
    keep_intent(request, case, Intent(revision=form.cleaned_data["revision"], departure=None))
    return redirect("desk:letter", case.pk)
