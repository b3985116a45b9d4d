"""A page of the desk: the kit's page with the desk's navigation and the officer's organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from moothall.doors.kit.languages import current_language
from moothall.doors.kit.pages import page
from moothall.doors.kit.wording import t
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Actor
from moothall.work.cases.mark import mark_of_case
from moothall.work.cases.models import Case

PLACES = (
    "desk:queue",
    "desk:measures",
    "desk:late_promises",
    "desk:stopped",
    "mfa_index",
    "account_logout",
)
# Shown to those who may open them; the policies decide when she does.
FOR_LEADERS = frozenset({"desk:measures", "desk:late_promises", "desk:stopped"})


def desk_page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Like the kit's `page`, inside the desk."""
    around = {
        "brand": _brand(request.actor),
        "navigation": _navigation(request),
        "officer": request.actor.account.name,
        "not_adopted": _not_adopted((context or {}).get("case")),
    }
    return page(request, template, around | dict(context or {}), status=status)


def _not_adopted(case: Case | None) -> str | None:
    """What every page of a case says while its figures are those of a scheme that nobody has adopted."""
    mark = mark_of_case(case) if case else None
    return mark[current_language()] if mark else None


def _brand(actor: Actor) -> str:
    bodies = Organisation.objects.filter(pk__in=actor.organisations).order_by("name_en")
    return ", ".join(body.name(current_language()) for body in bodies)


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "text": t(f"desk.place.{place.replace(':', '_')}"),
            "href": reverse(place),
            "active": reverse(place) == request.path,
        }
        for place in PLACES
        if place not in FOR_LEADERS or request.actor.where("team_leader", "manager")
    ]
