"""Which of the homes of a postcode is hers: asked where the postcode may be in more than one council's area.

Only the council is remembered. Which home it was decides that and nothing else, so it is not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.cookies import Place, remember_place, remembered
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field, Option
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.postcodes import BadPostcode, written
from moothall.ground.places.queries import Home, SeveralCouncils, look_up

HOME = "home"


@dataclass(frozen=True)
class Choice:
    """What there is to choose from: homes, where their addresses are loaded, and the councils."""

    postcode: str
    homes: Sequence[Home]
    councils: Sequence[Organisation]

    def council_of(self, chosen: str) -> str | None:
        """The key of the council that was chosen, by itself or by a home; None for anything else."""
        return self._answers().get(chosen)

    def field(self, name: str, *, value: str = "", error: str | None = None, is_heading: bool) -> Field:
        """The question as radios. Without a home that is hers, she chooses the council that bills her."""
        language = current_language()
        unlisted = "frontdoor.home.unlisted" if self.homes else "frontdoor.home.council"
        return Field(
            name=name,
            kind="radios",
            label=t("frontdoor.home.title", postcode=written(self.postcode)),
            hint=t("frontdoor.home.hint" if self.homes else "frontdoor.home.hint_councils"),
            is_heading=is_heading,
            value=value,
            error=error,
            options=(
                *(Option(f"home-{one.uprn}", one.address) for one in self.homes),
                *(Option(one.key, t(unlisted, council=one.name(language))) for one in self.councils),
            ),
        )

    def _answers(self) -> dict[str, str]:
        homes = {f"home-{one.uprn}": one.council.key for one in self.homes}
        return homes | {one.key: one.key for one in self.councils}


def choice_in(postcode: str, several: SeveralCouncils) -> Choice:
    return Choice(postcode, several.homes, several.councils)


def choice_of(postcode: str) -> Choice | None:
    """What there is to choose from at a postcode; None where one council serves all of it, or none does."""
    try:
        found = look_up(postcode, on=today())
    except SeveralCouncils as several:
        return choice_in(postcode, several)
    except BadPostcode:
        return None
    best = found.serving[0].organisation
    return Choice(postcode, (), (best, *found.may_also_be)) if found.may_also_be else None


@require_http_methods(["GET", "HEAD", "POST"])
def which_home(request: HttpRequest) -> HttpResponse:
    """Which of these homes is yours? Goes on to who serves it, at once where that is one council."""
    place = remembered(request)
    choice = choice_of(place.postcode) if place and place.postcode else None
    if choice is None:
        return redirect("frontdoor_area")
    if request.method != "POST":
        return _asked(request, choice.field(HOME, value=place.council, is_heading=True))
    chosen = request.POST.get(HOME, "")
    council = choice.council_of(chosen)
    if council is None:
        missing = choice.field(HOME, error=t("frontdoor.home.missing"), is_heading=True)
        return _asked(request, missing, status=422)
    response = redirect("frontdoor_area")
    remember_place(response, Place(place.postcode, council))
    return response


def _asked(request: HttpRequest, field: Field, *, status: int = 200) -> HttpResponse:
    return page(request, "frontdoor/which_home.html", {"field": field}, status=status)
