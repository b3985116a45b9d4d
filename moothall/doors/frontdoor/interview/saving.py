"""Save and come back later: from any page of the interview, with a mailed link or with pen and paper."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.inputs import SHOWN_AGAIN, Raw
from moothall.doors.frontdoor.interview.people import CLAIMANT, ROLE
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Field
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.engines.facts import Misread, read_answer
from moothall.ground.people.held_cases import hold_case
from moothall.work.applications.actions import save_draft
from moothall.work.applications.case_key import saved_key
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import circumstances_of

EMAIL = "email"
# Nobody's letter box is filled from here: of one interview, and from one address.
MAILS, MAILS_FROM_ONE, AN_HOUR = 5, 30, 3600


def wants_later(request: HttpRequest) -> bool:
    """Whether she pressed the button that keeps the page and stops, and not the one that goes on."""
    return request.method == "POST" and request.POST.get("do") == "later"


def nothing_typed(typed: Mapping[object, Raw]) -> bool:
    """Whether every input of the page is still empty: then there is nothing to read before she stops."""
    return not any(part.strip() for raw in typed.values() for part in _parts(raw))


def nothing_typed_of(people: Mapping[str, Mapping[str, Raw]]) -> bool:
    """The same of the page that lists people, on which her own role was never asked."""
    asked = {(who, fact): raw for who, facts in people.items() for fact, raw in facts.items()}
    asked.pop((CLAIMANT, ROLE), None)
    return nothing_typed(asked)


def _parts(raw: Raw) -> list[str]:
    return [raw] if isinstance(raw, str) else list(raw.values())


def back_again(request: HttpRequest, draft: Draft) -> Draft | None:
    """The draft, on the page to which a link has just brought her, which says until when it is kept."""
    return draft if "continued" in request.GET else None


@require_http_methods(["GET", "HEAD", "POST"])
@with_unsent_draft
def save_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Where to send the link, or none; what is kept, and until when."""
    if request.method != "POST":
        return _ask_where(request, draft, _known_address(draft))
    typed = request.POST.get(EMAIL, "").strip()
    send_to, wrong = "", None
    if typed:
        try:
            send_to = str(read_answer(draft.edition.definition.vocabulary[EMAIL], typed, today=today()))
        except Misread as misread:
            wrong = misread.kindly(current_language())
    if wrong:
        return _ask_where(request, draft, typed, error=wrong)
    if send_to:
        try:
            _count_this_mail(request, draft)
        except TooManyTries as tries:
            return error_page(request, "too_many_mails", wait=tries.wait)
    link = save_draft(draft.id, send_to=send_to, language=current_language(), now=now())
    # What is mailed to her she may read here too: in a demonstration the outbox is her letter box.
    hold_case(request, case=str(link.id), organisation=link.organisation_id)
    return redirect("frontdoor_saved", draft.service)


@require_safe
@with_unsent_draft
def saved_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The reference and the key to write down, where the link went, and until when it opens."""
    link = DraftLink.objects.filter(draft=draft).first()
    if link is None:
        return redirect("frontdoor_save", draft.service)
    shown = {
        **_around(draft),
        "reference": link.reference,
        "key": saved_key(link.id),
        "send_to": link.send_to,
    }
    return page(request, "frontdoor/saved.html", shown)


def _ask_where(request: HttpRequest, draft: Draft, typed: str, *, error: str | None = None) -> HttpResponse:
    field = Field(
        name=EMAIL,
        label=t("frontdoor.save.email"),
        hint=t("frontdoor.save.email_hint"),
        value=typed[:SHOWN_AGAIN],
        error=error,
        inputmode="email",
        autocomplete="email",
    )
    return page(
        request, "frontdoor/save.html", {**_around(draft), "field": field}, status=422 if error else 200
    )


def _around(draft: Draft) -> dict[str, object]:
    return {
        "brand": draft.organisation.name(current_language()),
        "until": draft.expires_at,
        "onward": way_of(draft, today=today()).next_address(),
    }


def _known_address(draft: Draft) -> str:
    """Where she was sent a link before, or the e-mail among her answers: she need not type it again."""
    link = DraftLink.objects.filter(draft=draft).first()
    if link and link.send_to:
        return link.send_to
    own = next((person.facts for person in circumstances_of(draft).people() if person.id == CLAIMANT), {})
    return str(own.get(EMAIL, ""))


def _count_this_mail(request: HttpRequest, draft: Draft) -> None:
    count_try("draft.mails", str(draft.id), most=MAILS, seconds=AN_HOUR)
    count_try("draft.mails_from", request.META.get("REMOTE_ADDR", ""), most=MAILS_FROM_ONE, seconds=AN_HOUR)
