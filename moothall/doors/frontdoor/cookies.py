"""What a resident's browser remembers for us: where she asked about, and which interviews are hers.

Both cookies are signed, so that nobody can write one; neither holds an answer. They outlive a
session, because answers given this week must still be there next week. The place is public data;
the id of an interview opens it, so it is as good as a key and is never in an address or a log.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

PLACE = "moothall_place"
INTERVIEWS = "moothall_interviews"
FOUR_WEEKS = 28 * 24 * 60 * 60
# Somebody who begins more than this at once is shown her newest.
MOST_INTERVIEWS = 6


@dataclass(frozen=True)
class Interview:
    """Which draft, and whose it is. To whom it may be sent, its answers say."""

    draft: UUID
    organisation: str


@dataclass(frozen=True)
class Place:
    """A postcode, compact; the key of the council that she chose in it; or, without a postcode, of hers.

    A council is chosen where a postcode may be in several areas, and instead of a postcode where no register
    of postcodes is open.
    """

    postcode: str = ""
    council: str = ""

    @property
    def chosen(self) -> bool:
        """Whether she chose one of several councils that her postcode may be in."""
        return bool(self.postcode and self.council)


def remember_place(response: HttpResponse, place: Place) -> None:
    _write(response, PLACE, {"postcode": place.postcode, "council": place.council})


def remembered(request: HttpRequest) -> Place | None:
    """What she asked about, or None when she gave nothing."""
    match _read(request, PLACE):
        case {"postcode": str(postcode), "council": str(council)} if postcode or council:
            return Place(postcode, council)
    return None


def remembered_place(request: HttpRequest) -> str | None:
    """The postcode that she asked about, compact, or None."""
    place = remembered(request)
    return place.postcode or None if place else None


def remember_interview(
    response: HttpResponse, request: HttpRequest, *, service: str, interview: Interview
) -> None:
    kept = _interviews(request)
    kept.pop(service, None)
    kept[service] = [str(interview.draft), interview.organisation]
    _write(response, INTERVIEWS, dict(list(kept.items())[-MOST_INTERVIEWS:]))


def remembered_interview(request: HttpRequest, service: str) -> Interview | None:
    """Her interview for that service, or None when this browser knows of none."""
    match _interviews(request).get(service):
        case [str(draft), str(organisation), *_]:  # older cookies say more
            return Interview(draft=UUID(draft), organisation=organisation)
    return None


def forget_all(response: HttpResponse) -> None:
    """Whoever uses this browser next finds neither her place nor any interview of hers."""
    for name in (PLACE, INTERVIEWS):
        response.delete_cookie(name, samesite="Lax")


def _interviews(request: HttpRequest) -> dict[str, list]:
    kept = _read(request, INTERVIEWS)
    return kept if isinstance(kept, dict) else {}


def _read(request: HttpRequest, name: str) -> object:
    try:
        return signing.loads(request.COOKIES.get(name, ""), salt=name, max_age=FOUR_WEEKS)
    except signing.BadSignature:
        return None


def _write(response: HttpResponse, name: str, value: object) -> None:
    response.set_cookie(
        name,
        signing.dumps(value, salt=name),
        max_age=FOUR_WEEKS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
