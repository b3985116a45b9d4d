"""What a service is, before she begins; and beginning."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from moothall.doors.frontdoor.cookies import (
    Interview,
    remember_interview,
    remembered_place,
)
from moothall.doors.frontdoor.interview.doors import her_draft, is_sent
from moothall.doors.frontdoor.interview.ends import ends_in, fields_of
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.frontdoor.offers import begun_here
from moothall.doors.frontdoor.places import ask_where, in_language_of, serving_her
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.fields import Field
from moothall.ground.catalogue.models import Edition
from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.queries import Serving
from moothall.work.applications.actions.start_draft import End, start_draft
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import DraftGone


@require_safe
def service_page(request: HttpRequest, service: str) -> HttpResponse:
    """What it is, for whom, how long it takes, on what law, and the button that starts it."""
    serving = serving_her(request)
    if not serving:
        return ask_where(request)
    edition = edition_for(service, serving)
    if _has_ends(edition) and remembered_place(request) is None:
        return redirect("frontdoor_start")  # she chose a council by its name, and a home needs its postcode
    begun = _begun_draft(request, service, edition.organisation_id) is not None
    fields = fields_of(remembered_place(request) or "") if _has_ends(edition) else ()
    return _about(request, edition, begun=begun, ends=fields)


def _about(
    request: HttpRequest, edition: Edition, *, begun: bool, ends: tuple[Field, ...], status: int = 200
) -> HttpResponse:
    shown = {
        **words_of(edition),
        "key": edition.service,
        "brand": edition.organisation.name(current_language()),
        "begun": begun,
        "ends": ends,
    }
    return page(request, "frontdoor/service.html", shown, status=status)


def _has_ends(edition: Edition) -> bool:
    """Whether it is about two homes, of which she has given one."""
    return "ends" in edition.definition.service


@require_POST
def start_interview(request: HttpRequest, service: str) -> HttpResponse:
    """Begins an interview, or goes on with the one that this browser has begun and not sent."""
    serving = serving_her(request)
    if not serving:
        return ask_where(request)
    edition = edition_for(service, serving)
    organisation = edition.organisation_id
    afresh = request.POST.get("again")
    draft = None if afresh else _begun_draft(request, service, organisation)
    both = None
    if draft is None and _has_ends(edition):
        known = remembered_place(request)
        if known is None:
            return redirect("frontdoor_start")
        if afresh:
            return _about(request, edition, begun=False, ends=fields_of(known))
        both = ends_in(request, known=known, serving=serving)
        if both.ends is None:
            return _about(request, edition, begun=False, ends=both.fields, status=422)
    with acting_for({organisation}):
        draft = draft or _start(request, service, organisation, serving, both and both.ends)
        response = redirect(way_of(draft, today=today()).next_address())
    interview = Interview(draft.id, organisation)
    remember_interview(response, request, service=service, interview=interview)
    return response


def _start(
    request: HttpRequest,
    service: str,
    organisation: str,
    serving: tuple[Serving, ...],
    ends: Mapping[str, End] | None,
) -> Draft:
    return start_draft(
        service,
        organisation=organisation,
        serving=serving,
        now=now(),
        postcode=remembered_place(request) or "",
        language=current_language(),
        ends=ends,
    )


def edition_for(service: str, serving: tuple[Serving, ...]) -> Edition:
    """The edition of that service of whichever body serving her offers it; not found when none does."""
    for edition in begun_here(serving):
        if edition.service == service:
            return edition
    raise Http404


def words_of(edition: Edition) -> dict[str, object]:
    """The words of its service.yaml that a resident reads, in her language."""
    service, language = edition.definition.service, current_language()
    parts = ("name", "summary", "who_it_is_for", "legal_basis")
    said = {part: in_language_of(service.get(part), language) for part in parts}
    return {**said, "minutes": service.get("minutes"), "applied_for": edition.definition.applied_for}


def _begun_draft(request: HttpRequest, service: str, organisation: str) -> Draft | None:
    """The interview that this browser began for that body and has not sent.

    One that was begun for another council's address is not gone on with: she has moved, or asks
    for somebody else.
    """
    try:
        draft = her_draft(request, service)
    except DraftGone:
        return None
    return draft if draft.organisation_id == organisation and not is_sent(draft) else None
