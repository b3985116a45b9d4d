"""Coming back to answers that were kept: by the mailed link, or by the reference and key on paper.

Opening a link shows a page and changes nothing, so that a mail program which looks at links uses nothing up.
Only her postcode opens the answers: a link that was forwarded, or read over a shoulder, does not.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.case.finding import AN_HOUR, LONGEST_TYPED, TEN_MINUTES, TRIES
from moothall.doors.frontdoor.cookies import (
    Interview,
    Place,
    remember_interview,
    remember_place,
    remembered_interview,
)
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.frontdoor.which_home import choice_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Field, Problem, problems
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.held_cases import hold_case
from moothall.ground.places.postcodes import BadPostcode, read_postcode
from moothall.work.applications.actions import TriedTooOften, continue_draft
from moothall.work.applications.actions.continue_draft import link_by_reference, link_for
from moothall.work.applications.case_key import saved_key_fits
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import AlreadySent, DraftGone, circumstances_of
from moothall.work.applications.saved_link import Named, NotALink, read_token
from moothall.work.cases.references import read_reference

TRIES_OF_ONE = 30


@require_http_methods(["GET", "HEAD", "POST"])
def continue_page(request: HttpRequest, token: str) -> HttpResponse:
    """What a mailed link leads to: the question for her postcode, and then the next open question."""
    try:
        named = read_token(token)
    except NotALink:
        return _ended(request, "unknown", status=404)
    try:
        with acting_for({named.organisation}):
            link = link_for(named.link, now=now())
            if request.method != "POST":
                return _ask(request, link, [_postcode_field("")])
            return _try(request, link, others=[])
    except DraftGone:
        return _ended(request, _why_gone(named), status=410)
    except AlreadySent:
        return _ended(request, "sent", status=410)
    except TriedTooOften:
        return _ended(request, "closed", status=410)


@require_http_methods(["GET", "HEAD", "POST"])
def find_saved(request: HttpRequest) -> HttpResponse:
    """The same with a reference and a key. Which of the three was wrong is never said."""
    if request.method != "POST":
        return _ask(request, None, [*_paper_fields(""), _postcode_field("")])
    typed = request.POST.get("reference", "")[:LONGEST_TYPED]
    reference = read_reference(typed)
    try:
        address = request.META.get("REMOTE_ADDR", "")
        count_try("saved.by_address", address, most=TRIES, seconds=TEN_MINUTES)
        count_try("saved.by_reference", reference, most=TRIES_OF_ONE, seconds=AN_HOUR)
    except TooManyTries as tries:
        return error_page(request, "too_many", wait=tries.wait)
    fields = _paper_fields(typed)
    body = Organisation.objects.filter(prefix=reference.split("-")[0]).first()
    try:
        with acting_for({body.key} if body else set()):
            link = link_by_reference(reference, now=now())
            if saved_key_fits(request.POST.get("key", ""), link=link.id):
                return _try(request, link, others=fields)
    except TriedTooOften:
        return _ended(request, "closed", status=410)
    except (DraftGone, AlreadySent):
        pass
    return _no_match(request, None, [*fields, _postcode_field(_typed_postcode(request))])


def _try(request: HttpRequest, link: DraftLink, *, others: list[Field]) -> HttpResponse:
    typed = _typed_postcode(request)
    shown = link if not others else None
    try:
        draft = continue_draft(link.id, postcode=typed, now=now())
    except BadPostcode as bad:
        field = _postcode_field(typed, error=t(f"frontdoor.{bad.key}"))
        return _ask(request, shown, [*others, field], status=422)
    if draft is None:
        return _no_match(request, shown, [*others, _postcode_field(typed)])
    return _open(request, draft, link)


def _open(request: HttpRequest, draft: Draft, link: DraftLink) -> HttpResponse:
    """This browser holds the interview from now on, like the one in which it was begun."""
    response = redirect(way_of(draft, today=today()).next_address() + "?continued=1")
    interview = Interview(draft.id, draft.organisation_id)
    remember_interview(response, request, service=draft.service, interview=interview)
    postcode = read_postcode(str(circumstances_of(draft).household["postcode"]))
    # Where the postcode may be in several areas, she chose before whose her home is.
    council = draft.serving[0] if choice_of(postcode) else ""
    remember_place(response, Place(postcode, council))
    hold_case(request, case=str(link.id), organisation=link.organisation_id)
    return response


def _no_match(request: HttpRequest, link: DraftLink | None, fields: list[Field]) -> HttpResponse:
    wrong = "postcode" if link else "paper"
    problem = Problem(t(f"frontdoor.continue.no_match_{wrong}"), anchor=fields[0].name)
    return _ask(request, link, fields, wrong=[problem], status=422)


def _ask(
    request: HttpRequest,
    link: DraftLink | None,
    fields: list[Field],
    *,
    wrong: list[Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form. It says of which body and until when, and of her nothing."""
    shown = {
        "fields": fields,
        "wrong": [*(wrong or []), *problems(fields)],
        "link": link,
        "service": in_language_of(link.draft.edition.card["name"], current_language()) if link else "",
        "brand": link.draft.organisation.name(current_language()) if link else "",
        "puts_aside": bool(link) and _holds_another(request, link.draft),
    }
    return page(request, "frontdoor/continue.html", shown, status=status)


def _holds_another(request: HttpRequest, draft: Draft) -> bool:
    """Whether this browser has begun the same again: it shows one interview of a service at a time."""
    held = remembered_interview(request, draft.service)
    return held is not None and held.draft != draft.id


def _ended(request: HttpRequest, why: str, *, status: int) -> HttpResponse:
    return page(request, "frontdoor/continue_ended.html", {"why": why}, status=status)


def _why_gone(named: Named) -> str:
    """Its time is over, or a newer link took its place while there was still time."""
    return "expired" if named.until <= now() else "replaced"


def _typed_postcode(request: HttpRequest) -> str:
    return request.POST.get("postcode", "")[:LONGEST_TYPED]


def _paper_fields(reference: str) -> list[Field]:
    return [
        Field(name="reference", label=t("frontdoor.saved.reference"), width="20", value=reference),
        Field(name="key", label=t("frontdoor.saved.key"), width="20"),
    ]


def _postcode_field(value: str, *, error: str | None = None) -> Field:
    return Field(
        name="postcode",
        label=t("frontdoor.continue.postcode"),
        hint=t("frontdoor.continue.postcode_hint"),
        value=value,
        error=error,
        width="10",
        autocomplete="postal-code",
    )
