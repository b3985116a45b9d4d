"""From a postcode to the bodies that serve it, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.frontdoor.cookies import remember_place, remembered_place
from moothall.doors.frontdoor.finding import Findable, find
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field
from moothall.ground.catalogue.definition import ESTIMATE_ONLY
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import offered_by
from moothall.ground.places.postcodes import BadPostcode, read_postcode, written
from moothall.ground.places.queries import Serving, who_serves

SHOWN_AGAIN = 60


@dataclass(frozen=True)
class Offered:
    """A service of a body that serves her, in her words."""

    key: str
    name: str
    summary: str
    organisation: str
    by: str
    estimate_only: bool
    findable: Findable


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The first page: where do you live?"""
    if request.method != "POST":
        known = {
            "field": postcode_field(_shown(remembered_place(request))),
            "everything": everything(services_of(serving_her(request))),
        }
        return page(request, "frontdoor/start.html", known)
    typed = request.POST.get("postcode", "")
    try:
        postcode = read_postcode(typed)
        who_serves(postcode, on=today())
    except BadPostcode as wrong:
        field = postcode_field(typed[:SHOWN_AGAIN], error=t(f"frontdoor.{wrong.key}"))
        return page(request, "frontdoor/start.html", {"field": field}, status=422)
    response = redirect("frontdoor_area")
    remember_place(response, postcode)
    return response


@require_safe
def your_area(request: HttpRequest) -> HttpResponse:
    """The bodies that serve her, and a search over what they do."""
    serving = serving_her(request)
    if not serving:
        return redirect("frontdoor_start")
    asked = request.GET.get("q", "")
    services = services_of(serving)
    by_key = {service.key: service for service in services}
    found = [by_key[one.key] for one in find(asked, [service.findable for service in services])]
    return page(
        request,
        "frontdoor/your_area.html",
        {
            "postcode": _shown(remembered_place(request)),
            "bodies": [_body(one) for one in serving],
            "asked": asked[:SHOWN_AGAIN],
            "found": found,
            "services": services,
            "everything": everything(services),
        },
    )


def serving_her(request: HttpRequest) -> tuple[Serving, ...]:
    """The bodies that serve the address she gave; none when she gave none, or it is no longer served."""
    postcode = remembered_place(request)
    if postcode is None:
        return ()
    try:
        return who_serves(postcode, on=today())
    except BadPostcode:
        return ()


def services_of(serving: Sequence[Serving]) -> list[Offered]:
    """Every service that these bodies have published, in her language."""
    return [offered(edition) for edition in offered_by(one.organisation.key for one in serving)]


def everything(services: Sequence[Offered]) -> Offered | None:
    """The interview over all that can be worked out, where a body that serves her has one."""
    return next((service for service in services if service.estimate_only), None)


def offered(edition: Edition) -> Offered:
    card, language = edition.card, current_language()
    name = in_language_of(card["name"], language)
    words = tuple(str(word) for words in _word_lists(card["words"]) for word in words)
    return Offered(
        key=edition.service,
        name=name,
        summary=in_language_of(card["summary"], language),
        organisation=edition.organisation_id,
        by=edition.organisation.name(language),
        estimate_only=card.get("kind") == ESTIMATE_ONLY,
        findable=Findable(key=edition.service, name=name, words=words),
    )


def in_language_of(words: object, language: str) -> str:
    """Words of a service file: `{en: ..., cy: ...}`, where a missing Welsh is read in English."""
    if not isinstance(words, dict):
        return str(words or "")
    chosen = words.get(language) or words.get("en") or ""
    return str(chosen.get("text", "") if isinstance(chosen, dict) else chosen).strip()


def _word_lists(words: object) -> list[list[str]]:
    """Both languages are searched whatever she reads: people mix them."""
    if isinstance(words, dict):
        return [list(value) for value in words.values() if isinstance(value, list)]
    return [list(words)] if isinstance(words, list) else []


def postcode_field(value: str, *, error: str | None = None) -> Field:
    return Field(
        name="postcode",
        label=t("frontdoor.start.postcode"),
        hint=t("frontdoor.start.hint"),
        value=value,
        error=error,
        width="10",
        autocomplete="postal-code",
    )


def _body(one: Serving) -> dict[str, str]:
    language = current_language()
    return {
        "name": one.organisation.name(language),
        "does": t(f"frontdoor.does.{one.tier}"),
        "homepage": one.organisation.homepage,
    }


def _shown(postcode: str | None) -> str:
    return written(postcode) if postcode else ""
