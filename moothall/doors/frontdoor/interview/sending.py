"""Send the answers, and show what came of it. However often it is sent, it is one application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from moothall.doors.frontdoor.cookies import remembered_interview
from moothall.doors.frontdoor.interview.checking import show_check
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.frontdoor.telling import told_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Problem
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor
from moothall.ground.people.held_cases import hold_case
from moothall.work.applications.actions.submit import NotDeclared, NotFinished, submit
from moothall.work.applications.case_key import case_key
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import DraftGone, draft_of, promises_of, told
from moothall.work.cases.queries import cases_of

LONGEST_KEY = 80


@require_POST
def submit_interview(request: HttpRequest, service: str) -> HttpResponse:
    """One press of the button. Pressed again, or after a lost answer, it leads to the same reference."""
    draft = _her_draft(request, service)
    if draft is None:
        return error_page(request, "session_over")
    try:
        with acting_for(draft.serving):
            submit(
                draft.id,
                key=request.POST.get("key", "")[:LONGEST_KEY] or str(draft.id),
                actor=_somebody(draft),
                declared=request.POST.get("declared") == "yes",
                channel="web",
                today=today(),
                now=now(),
            )
    except NotDeclared:
        wrong = [Problem(t("frontdoor.check.not_declared"), anchor="declared")]
        with acting_for({draft.organisation_id}):
            return show_check(request, draft, wrong=wrong)
    except NotFinished:
        with acting_for({draft.organisation_id}):
            return redirect(way_of(draft, today=today()).next_address())
    return redirect("frontdoor_done", service)


@require_safe
def done_page(request: HttpRequest, service: str) -> HttpResponse:
    """Her reference and key, who was told what, and what happens next and by when."""
    draft = _her_draft(request, service)
    if draft is None:
        return error_page(request, "session_over")
    if not hasattr(draft, "application"):
        with acting_for({draft.organisation_id}):
            return redirect(way_of(draft, today=today()).next_address())
    application = draft.application
    for one in told(application):
        hold_case(request, case=one.case, organisation=one.organisation)
    with acting_for(draft.serving):
        bodies = told_of(promises_of(draft.id), cases_of(draft.id))
    return page(
        request,
        "frontdoor/done.html",
        {
            "brand": draft.organisation.name(current_language()),
            "reference": application.reference,
            "case_key": case_key(draft.id),
            "sent_at": application.submitted_at,
            "bodies": bodies,
        },
    )


def _her_draft(request: HttpRequest, service: str) -> Draft | None:
    interview = remembered_interview(request, service)
    if interview is None:
        return None
    with acting_for({interview.organisation}):
        try:
            return draft_of(interview.draft, now=now())
        except DraftGone:
            return None


def _somebody(draft: Draft) -> Actor:
    """Whoever holds the interview. The record knows her as that and by no name."""
    return Actor(kind="resident", id=str(draft.id), organisations=frozenset(draft.serving), channel="web")
