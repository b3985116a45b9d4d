"""Who serves her, what each does, and what they can do for her: by search and by topic."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.cookies import remembered, remembered_place
from moothall.doors.frontdoor.offers import Around, around, everything
from moothall.doors.frontdoor.places import ask_where, found_for, shown
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import national_bodies

SHOWN_AGAIN = 60


@require_safe
def your_area(request: HttpRequest) -> HttpResponse:
    """The bodies that serve her, and a search over what they do."""
    whose = found_for(request)
    if whose is None:
        return ask_where(request)
    here, asked = around(whose.serving), request.GET.get("q", "")
    found = here.find(asked) if asked else None
    return page(
        request,
        "frontdoor/your_area.html",
        {
            "place": _place(request, here),
            "bodies": [_body(one.organisation, here) for one in whose.serving],
            "may_also_be": [one.name(current_language()) for one in whose.may_also_be],
            "chosen": _chosen(request, here),
            "register": whose,
            "nationals": [_body(one, here) for one in national_bodies(here.nation, on=today())],
            "asked": asked[:SHOWN_AGAIN],
            "found": found,
            "services": here.published,
            "topics": here.topics(),
            "everything": everything(here.published),
            "welsh_first": _welsh_first(here),
        },
    )


@require_safe
def topic_page(request: HttpRequest, topic: str) -> HttpResponse:
    """All services of one topic where she lives, with who provides each."""
    whose = found_for(request)
    if whose is None:
        return ask_where(request)
    here = around(whose.serving)
    services = here.in_topic(topic)
    if not services:
        raise Http404
    name = here.listing.topics[topic][current_language()]
    return page(
        request,
        "frontdoor/topic.html",
        {"place": _place(request, here), "name": name, "services": services, "register": whose},
    )


def _place(request: HttpRequest, here: Around) -> str:
    """The postcode that she gave, or the name of the council that she chose."""
    postcode = remembered_place(request)
    return shown(postcode) if postcode else here.serving[0].organisation.name(current_language())


def _chosen(request: HttpRequest, here: Around) -> str:
    """The name of the council that she chose in her postcode; empty where nothing was to be chosen."""
    place = remembered(request)
    return here.serving[0].organisation.name(current_language()) if place and place.chosen else ""


def _welsh_first(here: Around) -> bool:
    """Whether her council puts Welsh first, and she reads English: then Welsh is offered before all else."""
    return here.serving[0].organisation.languages[0] == "cy" and current_language() == "en"


def _body(one: Organisation, here: Around) -> dict[str, str]:
    language, own = current_language(), here.listing.does.get(one.key)
    return {
        "name": one.name(language),
        "does": own[language] if own else t(f"frontdoor.does.{one.kind}"),
        "homepage": one.homepage,
    }
