"""Who served her address on an earlier day: a bill or a claim of that time belongs to whoever it was then."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.cookies import Place, remembered
from moothall.doors.frontdoor.places import ask_where, found_for, shown
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import bodies_on
from moothall.ground.places.postcodes import BadPostcode
from moothall.ground.places.queries import Found, SeveralCouncils, look_up, serving_with

PARTS = ("day", "month", "year")
LONGEST = 4
# Which bodies there were is known from here on: of earlier mergers services/organisations/ says nothing.
FIRST_DAY = date(2015, 4, 1)


class BadDay(Exception):
    """What was typed is no day, or none about which this can be asked. `key` names the message."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@require_safe
def on_a_day(request: HttpRequest) -> HttpResponse:
    """Who served you on which day? The answer stands below the question, which a date has no need to hide."""
    whose, place = found_for(request), remembered(request)
    if whose is None or place is None:
        return ask_where(request)
    council = whose.serving[0].organisation
    typed = {part: request.GET.get(f"on-{part}", "")[:LONGEST] for part in PARTS}
    shown_there = {"place": shown(place.postcode) or council.name(current_language())}
    if not any(typed.values()):
        return page(request, "frontdoor/on_a_day.html", {**shown_there, "field": _field(typed)})
    try:
        on = _read(typed)
    except BadDay as bad:
        field = _field(typed, error=t(bad.key))
        return page(request, "frontdoor/on_a_day.html", {**shown_there, "field": field}, status=422)
    return page(
        request,
        "frontdoor/on_a_day.html",
        {**shown_there, "field": _field(typed), "on": on, **_answer(place, council, on)},
    )


def _answer(place: Place, council: Organisation, on: date) -> dict[str, object]:
    """The bodies of that day and the register that knew them, or the councils of which it was one."""
    try:
        found = look_up(place.postcode, on=on, council=place.council) if place.postcode else _of(council, on)
    except SeveralCouncils as several:
        return {"one_of": _names(several.councils)}
    except BadPostcode:
        return {"one_of": []}
    served = [one.organisation for one in found.serving]
    return {"served": _names(served), "register": found, "too_new": bool(found.dated and found.dated > on)}


def _of(council: Organisation, on: date) -> Found:
    """Of a council that she chose by its name. Raises SeveralCouncils."""
    there = bodies_on(council, on)
    if len(there) > 1:
        raise SeveralCouncils(there)
    return Found(serving_with(there[0], on=on), may_also_be=(), register="", dated=None)


def _names(bodies: list[Organisation] | tuple[Organisation, ...]) -> list[str]:
    return [one.name(current_language()) for one in bodies]


def _read(typed: dict[str, str]) -> date:
    """Raises BadDay."""
    try:
        on = date(*(int(typed[part]) for part in reversed(PARTS)))
    except ValueError:
        raise BadDay("frontdoor.on_a_day.no_day") from None
    if on > today():
        raise BadDay("frontdoor.on_a_day.to_come")
    if on < FIRST_DAY:
        raise BadDay("frontdoor.on_a_day.too_early")
    return on


def _field(typed: dict[str, str], *, error: str | None = None) -> Field:
    return Field(
        name="on",
        kind="date",
        label=t("frontdoor.on_a_day.label"),
        hint=t("frontdoor.on_a_day.hint"),
        date=typed,
        error=error,
    )
