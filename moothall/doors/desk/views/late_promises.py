"""Promises to bodies of other nodes that a person must see to: late, refused, or lost there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.kit import current_language, t
from moothall.doors.kit.clock import today
from moothall.engines.deadlines.legal import legal_date
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.may import NotPermitted, may
from moothall.work.applications.models import Promise
from moothall.work.applications.queries import application_of, promises_to_look_at

MOST = 100
VERB = "late_promises.view"


@require_safe
@officers_only
def late_promises(request: HttpRequest) -> HttpResponse:
    """Which body was to open which case by when, and what came of it."""
    found = Organisation.objects.filter(pk__in=request.actor.organisations)
    bodies = {body.pk for body in found if may(request.actor, VERB, body)}
    if not bodies:
        raise NotPermitted(request.actor, VERB)
    with acting_for(bodies):
        rows = [_row(promise) for promise in promises_to_look_at()[:MOST]]
        return desk_page(request, "desk/late_promises.html", {"rows": rows, "most": MOST})


def _row(promise: Promise) -> dict[str, object]:
    """Nothing of what she told: whoever looks into it needs the reference and the body."""
    language = current_language()
    return {
        "body": promise.to.name(language),
        "homepage": promise.to.homepage,
        "service": _service(promise, language),
        "reference": promise.said_reference or promise.reference,
        "due_on": promise.due_on,
        "days": (today() - legal_date(promise.made_at)).days,
        "what": t(f"desk.late.what.{_what(promise)}"),
    }


def _what(promise: Promise) -> str:
    if promise.status == "refused":
        return promise.refused_for
    return promise.status if promise.status == "late" else promise.said_status


def _service(promise: Promise, language: str) -> str:
    application = application_of(promise.submission)
    name = application.edition.definition.words_of(promise.service).get("name", {}) if application else {}
    return name.get(language) or name.get("en") or promise.service
