"""The first page: where do you live? By postcode, or by council where postcodes are not open data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.cookies import (
    Place,
    remember_place,
    remembered,
    remembered_place,
)
from moothall.doors.frontdoor.offers import everything, services_of
from moothall.doors.frontdoor.places import serving_her, shown
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field, Option
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import councils_of
from moothall.ground.places.postcodes import BadPostcode, NorthernIreland, read_postcode
from moothall.ground.places.queries import SeveralCouncils, who_serves

SHOWN_AGAIN = 60
# Where no open register says which council a postcode is in, so that one chooses.
TO_CHOOSE_IN = "northern_ireland"


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Where do you live? A postcode of Northern Ireland leads to its councils, a split one to its homes."""
    if request.method != "POST":
        known = {
            "field": postcode_field(shown(remembered_place(request))),
            "everything": everything(services_of(serving_her(request))),
        }
        return page(request, "frontdoor/start.html", known)
    typed = request.POST.get("postcode", "")
    try:
        postcode = read_postcode(typed)
        who_serves(postcode, on=today())
        response = redirect("frontdoor_area")
    except NorthernIreland:
        return redirect("frontdoor_council")
    except SeveralCouncils:
        response = redirect("frontdoor_home")
    except BadPostcode as wrong:
        field = postcode_field(typed[:SHOWN_AGAIN], error=t(f"frontdoor.{wrong.key}"))
        return page(request, "frontdoor/start.html", {"field": field}, status=422)
    remember_place(response, Place(postcode))
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def choose_council(request: HttpRequest) -> HttpResponse:
    """Which of the councils of Northern Ireland is yours?"""
    councils = councils_of(TO_CHOOSE_IN, on=today())
    if request.method != "POST":
        place = remembered(request) or Place()
        return page(request, "frontdoor/your_council.html", {"field": council_field(councils, place.council)})
    chosen = request.POST.get("council", "")
    if chosen not in {one.key for one in councils}:
        field = council_field(councils, "", error=t("frontdoor.council.missing"))
        return page(request, "frontdoor/your_council.html", {"field": field}, status=422)
    response = redirect("frontdoor_area")
    remember_place(response, Place(council=chosen))
    return response


def council_field(
    councils: list[Organisation],
    value: str,
    *,
    name: str = "council",
    is_heading: bool = True,
    error: str | None = None,
) -> Field:
    """The councils of Northern Ireland to choose from."""
    return Field(
        name=name,
        label=t("frontdoor.council.title"),
        kind="radios",
        hint=t("frontdoor.council.hint"),
        is_heading=is_heading,
        value=value,
        error=error,
        options=tuple(Option(one.key, one.name(current_language())) for one in councils),
    )


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
