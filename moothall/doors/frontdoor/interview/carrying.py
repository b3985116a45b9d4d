"""Apply with these answers: from an estimate to a claim, with nothing asked twice."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from moothall.doors.frontdoor.cookies import Interview, remember_interview
from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.kit.clock import now, today
from moothall.ground.catalogue.queries import NotPublished
from moothall.work.applications.actions import carry_over
from moothall.work.applications.models import Draft


@require_POST
@with_unsent_draft
def carry_answers(request: HttpRequest, draft: Draft, into: str) -> HttpResponse:
    """A claim for the service `into` with her answers in it, and the way to the first thing still to say."""
    way = way_of(draft, today=today())
    if not way.estimate_reached:
        return redirect(way.next_address())
    rows = draft.edition.definition.service.get("rows", {})
    if into not in {row.get("apply") for row in rows.values()}:
        raise Http404
    try:
        claim = carry_over(draft, service=into, today=today(), now=now())
    except NotPublished:
        raise Http404 from None
    response = redirect(way_of(claim, today=today()).next_address())
    interview = Interview(claim.id, claim.organisation_id)
    remember_interview(response, request, service=into, interview=interview)
    return response
