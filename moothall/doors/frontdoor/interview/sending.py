"""Send the answers. However often the button is pressed, it is one application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from moothall.doors.frontdoor.interview.checking import show_check
from moothall.doors.frontdoor.interview.doors import with_draft
from moothall.doors.kit import t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.fields import Problem
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor
from moothall.work.applications.actions import NotDeclared, NotFinished, submit
from moothall.work.applications.models import Draft

LONGEST_KEY = 80


@require_POST
@with_draft
def submit_interview(request: HttpRequest, draft: Draft) -> HttpResponse:
    """One press of the button. Pressed again, or after a lost answer, it leads to the same reference."""
    try:
        with acting_for(draft.serving):
            _submit(request, draft)
    except NotDeclared:
        wrong = [Problem(t("frontdoor.check.not_declared"), anchor="declared")]
        with acting_for({draft.organisation_id}):
            return show_check(request, draft, wrong=wrong)
    except NotFinished as open_still:
        return redirect("frontdoor_screen", draft.service, open_still.screen.key)
    return redirect("frontdoor_done", draft.service)


def _submit(request: HttpRequest, draft: Draft) -> None:
    submit(
        draft.id,
        key=request.POST.get("key", "")[:LONGEST_KEY] or str(draft.id),
        actor=_somebody(draft),
        declared=request.POST.get("declared") == "yes",
        channel="web",
        today=today(),
        now=now(),
    )


def _somebody(draft: Draft) -> Actor:
    """Whoever holds the interview. The record knows her as that and by no name."""
    return Actor(kind="resident", id=str(draft.id), organisations=frozenset(draft.serving), channel="web")
