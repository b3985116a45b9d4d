"""From a postcode, or a council that she chose, to the bodies that serve her."""

from __future__ import annotations

from django.http import HttpRequest

from moothall.doors.frontdoor.cookies import remembered_council, remembered_place
from moothall.doors.kit.clock import today
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.postcodes import BadPostcode, written
from moothall.ground.places.queries import Serving, serving_with, who_serves


def serving_her(request: HttpRequest) -> tuple[Serving, ...]:
    """The bodies that serve the address she gave; none when she gave none, or it is no longer served."""
    council = remembered_council(request)
    if council is not None:
        return _of_council(council)
    postcode = remembered_place(request)
    if postcode is None:
        return ()
    try:
        return who_serves(postcode, on=today())
    except BadPostcode:
        return ()


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
