"""Send the answers. However often the button is pressed, it is one application."""

from __future__ import annotations

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from moothall.doors.frontdoor.cookies import Interview, remembered_interview
from moothall.doors.frontdoor.interview.checking import show_check
from moothall.doors.frontdoor.interview.doors import her_draft
from moothall.doors.kit import t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Problem
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor
from moothall.work.applications.actions import (
    ChangedSinceRead,
    NobodyToTell,
    NotAppliedFor,
    NotDeclared,
    NotFinished,
    submit,
)
from moothall.work.applications.queries import DraftGone, draft_of
from moothall.work.applications.recipients import reached_by

# The constraint that one of two such reports breaks; SQLite names its column instead.
ONE_OPEN_CASE = "one_open_case_a_matter"
LONGEST_KEY = 80
LONGEST_REVISION = 9  # digits


@require_POST
def submit_interview(request: HttpRequest, service: str) -> HttpResponse:
    """One press of the button. Pressed again, or after a lost answer, it leads to the same reference."""
    interview = remembered_interview(request, service)
    if interview is None:
        return error_page(request, "session_over")
    try:
        _submit_as_one_matter(request, interview)
    except DraftGone:
        return error_page(request, "session_over")
    except NotAppliedFor:
        return redirect("frontdoor_estimate", service)
    except NobodyToTell:
        return redirect("frontdoor_check", service)
    except NotDeclared:
        return _ask_to_declare(request, service)
    except ChangedSinceRead:
        return redirect(reverse("frontdoor_check", args=[service]) + "?changed=1")
    except NotFinished as open_still:
        return redirect("frontdoor_screen", service, open_still.screen.key)
    return redirect("frontdoor_done", service)


def _submit_as_one_matter(request: HttpRequest, interview: Interview) -> None:
    """Two who report one thing at the same moment both find no earlier report; the later tries once more."""
    try:
        _submit(request, interview)
    except IntegrityError as refused:
        if ONE_OPEN_CASE not in str(refused) and "cases_case.matter" not in str(refused):
            raise
        _submit(request, interview)


def _submit(request: HttpRequest, interview: Interview) -> None:
    with acting_for({interview.organisation}):
        bodies = reached_by(draft_of(interview.draft, now=now()))
    with acting_for(bodies):
        submit(
            interview.draft,
            key=request.POST.get("key", "")[:LONGEST_KEY] or str(interview.draft),
            actor=_somebody(interview, bodies),
            declared=request.POST.get("declared") == "yes",
            read=_revision_read(request),
            channel="web",
            today=today(),
            now=now(),
        )


def _revision_read(request: HttpRequest) -> int | None:
    """Which revision of her answers stood on the page that she declared true; None when it did not say."""
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() and len(said) <= LONGEST_REVISION else None


def _ask_to_declare(request: HttpRequest, service: str) -> HttpResponse:
    draft = her_draft(request, service)
    with acting_for({draft.organisation_id}):
        wrong = [Problem(t("frontdoor.check.not_declared"), anchor="declared")]
        return show_check(request, draft, wrong=wrong)


def _somebody(interview: Interview, bodies: frozenset[str]) -> Actor:
    """Whoever holds the interview. The record knows her as that and by no name."""
    return Actor(kind="resident", id=str(interview.draft), organisations=bodies, channel="web")
