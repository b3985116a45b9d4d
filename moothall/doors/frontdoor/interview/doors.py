"""How a page of the interview finds the draft that it is about, and what happens when there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from moothall.doors.frontdoor.cookies import remembered_interview
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import AlreadySent, DraftGone, draft_of

View = Callable[..., HttpResponse]


def her_draft(request: HttpRequest, service: str) -> Draft:
    """The interview for that service that this browser began, sent or not. Raises DraftGone."""
    interview = remembered_interview(request, service)
    if interview is None:
        raise DraftGone
    with acting_for({interview.organisation}):
        return draft_of(interview.draft, now=now())


def is_sent(draft: Draft) -> bool:
    return hasattr(draft, "application")


def with_draft(view: View) -> View:
    """Gives the view her draft, sent or not; when there is none, a page says so kindly."""

    @wraps(view)
    def page_of_draft(request: HttpRequest, service: str, **named: object) -> HttpResponse:
        try:
            return view(request, her_draft(request, service), **named)
        except DraftGone:
            return error_page(request, "session_over")

    return page_of_draft


def with_unsent_draft(view: View) -> View:
    """Gives the view her unsent draft, inside a transaction that sees its organisation's rows.

    A draft that was sent leads to its reference, whatever page of it was asked for: going back
    after sending shows that it was sent.
    """

    @wraps(view)
    def page_of_unsent(request: HttpRequest, service: str, **named: object) -> HttpResponse:
        interview = remembered_interview(request, service)
        if interview is None:
            return error_page(request, "session_over")
        try:
            with acting_for({interview.organisation}):
                draft = draft_of(interview.draft, now=now())
                return (
                    redirect("frontdoor_done", service) if is_sent(draft) else view(request, draft, **named)
                )
        except DraftGone:
            return error_page(request, "session_over")
        except AlreadySent:  # by another tab, since this page began to be made
            return redirect("frontdoor_done", service)

    return page_of_unsent


def with_estimate(view: View) -> View:
    """Gives the view her finished way to an estimate that says what may be imagined; a claim says nothing so.

    While a question is open she is led to it.
    """

    @wraps(view)
    def page_of_estimate(request: HttpRequest, draft: Draft, **named: object) -> HttpResponse:
        definition = draft.edition.definition
        if definition.applied_for or "what_if" not in definition.service:
            raise Http404
        way = way_of(draft, today=today())
        return view(request, way, **named) if way.estimate_reached else redirect(way.next_address())

    return with_unsent_draft(page_of_estimate)
