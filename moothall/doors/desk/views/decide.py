"""Deciding, first page: accept what the rules give, or depart from it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.desk.departure import Intent, intent_of, keep_intent
from moothall.doors.desk.forms import Decide
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.reading import about_a_case
from moothall.doors.desk.shown.deciding import Deciding, deciding
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.work.cases.models import Case


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case("decide")
def decide(request: HttpRequest, case: Case) -> HttpResponse:
    """The answer of the rules with its reasons, and the officer's own choice."""
    before = deciding(case, actor=request.actor)
    if before is None:
        return meanwhile(request, case)
    form = Decide(request.POST or None, initial=_typed_before(request, case, before), **before.for_form())
    if form.is_valid():
        keep_intent(request, case, Intent(revision=form.cleaned_data["revision"], departure=form.departure()))
        return redirect("desk:letter", case.pk)
    return desk_page(request, "desk/decide.html", {"case": case, "form": form, "before": before})


def _typed_before(request: HttpRequest, case: Case, before: Deciding) -> dict[str, object]:
    """What she had typed when she comes back from the letter; otherwise what the rules give."""
    intent = intent_of(request, case)
    typed: dict[str, object] = {"revision": case.revision, "outcome": before.recommends}
    typed |= {f"amount_{goal}": pounds for goal, pounds in before.pounds().items()}
    if intent and intent.departure:
        amounts = {
            f"amount_{goal}": f"{one['pence'] / 100:.2f}" for goal, one in intent.departure["amounts"].items()
        }
        typed |= (
            {"answer": "depart"}
            | {name: intent.departure[name] for name in ("outcome", "why", "law")}
            | amounts
        )
    return typed
