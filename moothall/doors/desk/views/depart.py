"""Departing from the rules: the officer's own answer, with why and on what law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.desk.departure import Intent, intent_of, keep_intent
from moothall.doors.desk.forms import Depart
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.reading import about_a_case
from moothall.doors.desk.shown.deciding import Deciding, deciding
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.work.cases.models import Case


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case("depart")
def depart(request: HttpRequest, case: Case) -> HttpResponse:
    """The form of a departure. Nothing is decided here: the letter comes next."""
    before = deciding(case, actor=request.actor)
    if before is None:
        return meanwhile(request, case)
    initial = {"revision": case.revision} | _typed_before(request, case, before)
    form = Depart(request.POST or None, initial=initial, outcomes=before.outcomes, money=before.money())
    if form.is_valid():
        keep_intent(request, case, Intent(form.cleaned_data["revision"], form.departure()))
        return redirect("desk:letter", case.pk)
    context = {"case": case, "form": form, "before": before}
    return desk_page(request, "desk/depart.html", context, status=422 if form.is_bound else 200)


def _typed_before(request: HttpRequest, case: Case, before: Deciding) -> dict[str, object]:
    """What she had typed, when she comes back from the letter; otherwise what the rules give."""
    intent = intent_of(request, case)
    if intent is None or intent.departure is None:
        return {"outcome": before.recommends} | _amounts(before.pounds())
    typed = {name: intent.departure[name] for name in ("outcome", "why", "law")}
    pence = {goal: one["pence"] for goal, one in intent.departure["amounts"].items()}
    return typed | _amounts({goal: f"{amount / 100:.2f}" for goal, amount in pence.items()})


def _amounts(pounds: dict[str, str]) -> dict[str, str]:
    return {f"amount_{goal}": typed for goal, typed in pounds.items()}
