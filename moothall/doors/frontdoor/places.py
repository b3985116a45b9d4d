"""From a postcode, or a council that she chose, to the bodies that serve her."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from moothall.doors.frontdoor.cookies import remembered
from moothall.doors.kit.clock import today
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.postcodes import BadPostcode, written
from moothall.ground.places.queries import Found, Serving, SeveralCouncils, look_up, serving_with


def serving_her(request: HttpRequest) -> tuple[Serving, ...]:
    """The bodies that serve the address she gave; none when she gave none, or it is no longer served."""
    found = found_for(request)
    return found.serving if found else ()


def found_for(request: HttpRequest) -> Found | None:
    """Who serves the address she gave, and who else may; None as for `serving_her`."""
    place = remembered(request)
    if place is None:
        return None
    if not place.postcode:
        serving = _of_council(place.council)
        return Found(serving, may_also_be=(), register="", dated=None) if serving else None
    try:
        return look_up(place.postcode, on=today(), council=place.council)
    except BadPostcode:
        return None


def ask_where(request: HttpRequest) -> HttpResponse:
    """To the page that asks where she lives: which home, where her postcode is split between councils."""
    place = remembered(request)
    try:
        if place and place.postcode:
            look_up(place.postcode, on=today())
    except SeveralCouncils:
        return redirect("frontdoor_home")
    except BadPostcode:
        pass
    return redirect("frontdoor_start")


def _of_council(key: str) -> tuple[Serving, ...]:
    """The bodies that serve the homes of a council that she chose, while it is there."""
    chosen = Organisation.objects.select_related("part_of", "combined_authority").filter(pk=key).first()
    return serving_with(chosen, on=today()) if chosen else ()


def in_language_of(words: object, language: str) -> str:
    """Words of a service file: `{en: ..., cy: ...}`, where a missing Welsh is read in English."""
    if not isinstance(words, dict):
        return str(words or "")
    chosen = words.get(language) or words.get("en") or ""
    return str(chosen.get("text", "") if isinstance(chosen, dict) else chosen).strip()


def shown(postcode: str | None) -> str:
    """A remembered postcode as people write it, or nothing."""
    return written(postcode) if postcode else ""
