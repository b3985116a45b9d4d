"""How a page of the interview finds the draft that it is about, and what happens when there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from moothall.doors.frontdoor.cookies import remembered_interview
from moothall.doors.kit.clock import now
from moothall.doors.kit.errors import error_page
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import AlreadySent, DraftGone, draft_of

View = Callable[..., HttpResponse]


def with_her_draft(view: View) -> View:
    """Gives the view her unsent draft, inside a transaction that sees one organisation's rows.

    A draft that was sent leads to its reference, whatever page of it was asked for: going back
    after sending shows that it was sent. A draft that is gone has a page that says so.
    """

    @wraps(view)
    def page_of_draft(request: HttpRequest, service: str, **named: object) -> HttpResponse:
        interview = remembered_interview(request, service)
        if interview is None:
            return error_page(request, "session_over")
        try:
            with acting_for({interview.organisation}):
                return view(request, _unsent(draft_of(interview.draft, now=now())), **named)
        except DraftGone:
            return error_page(request, "session_over")
        except AlreadySent:
            return redirect("frontdoor_done", service)

    return page_of_draft


def _unsent(draft: Draft) -> Draft:
    if hasattr(draft, "application"):
        raise AlreadySent(draft.application)
    return draft
