"""What she would get, and why, before she applies; and where to turn when we do not cover it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.interview.at_once import at_once_page
from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.everything import everything_page
from moothall.doors.frontdoor.interview.results import estimate_of, results_of
from moothall.doors.frontdoor.interview.saving import back_again
from moothall.doors.frontdoor.interview.way import Way, way_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import today
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import figures_changed
from moothall.work.cases.actions.decide_at_once import decides_at_once


@require_safe
@with_unsent_draft
def estimate_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The estimate, with its reasons, or the way to the question that is still open."""
    way = way_of(draft, today=today())
    if not way.estimate_reached:
        return redirect(way.next_address())
    if not way.applied_for:
        return everything_page(request, way)
    if draft.edition.definition.tells_others:
        return _what_it_sets_off(request, way)
    if decides_at_once(draft.edition.definition.process):
        return at_once_page(request, way)
    shown = {
        **_words_of(draft),
        "service": draft.service,
        "estimate": estimate_of(way, today=today()),
        "on": today(),
        "not_adopted": way.not_adopted(today=today()),
        "back": way.before("estimate"),
        "onward": way.after_estimate(),
        "changed_meanwhile": "changed" in request.GET,
        "back_again": back_again(request, draft),
        "changed_on": figures_changed(draft, today=today()),
    }
    return page(request, "frontdoor/estimate.html", shown)


def _what_it_sets_off(request: HttpRequest, way: Way) -> HttpResponse:
    """Of an interview for many bodies: what follows of the answers, body by body."""
    shown = {
        **_words_of(way.draft),
        "service": way.draft.service,
        "back_again": back_again(request, way.draft),
        "results": [one for one in results_of(way, today=today()) if not (one.nothing and one.unit)],
        "on": today(),
        "back": way.before("estimate"),
        "onward": way.after_estimate(),
        "changed_meanwhile": "changed" in request.GET,
    }
    return page(request, "frontdoor/telling.html", shown)


def _words_of(draft: Draft) -> dict[str, object]:
    """What the service file says beside an estimate: where else to turn, and what was not looked at."""
    service, language = draft.edition.definition.service, current_language()
    return {
        "brand": draft.organisation.name(language),
        "name": in_language_of(service["name"], language),
        "elsewhere": in_language_of(service.get("below_pension_age"), language),
        "elsewhere_link": service.get("apply_below_pension_age") or draft.organisation.homepage,
        "not_looked_at": (service.get("not_looked_at") or {}).get(language, []),
    }
