"""What will be decided the moment she sends it: in words, with the records that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from moothall.doors.frontdoor.interview.other_systems import is_pretended
from moothall.doors.frontdoor.interview.results import results_of
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import today
from moothall.engines.facts import write_answer
from moothall.work.applications.checks import heard_in


@dataclass(frozen=True)
class Attested:
    """One thing that another system said: what it is, and what it said of it."""

    label: str
    text: str


def at_once_page(request: HttpRequest, way: Way) -> HttpResponse:
    """The outcome, its reason, what it stands on, and the button that goes on to send it."""
    main = results_of(way, today=today())[0]
    service, language = way.draft.edition.definition.service, current_language()
    outcome = "not_covered" if not main.covered else "no_award" if main.nothing else "award"
    shown = {
        "brand": way.draft.organisation.name(language),
        "outcome": in_language_of(service["outcomes"][outcome], language),
        "main": main,
        "sentences": [main.text] if not main.covered else list(sentences_in(main.tree)),
        "attested": attested_for(way),
        "pretended": is_pretended(way.draft),
        "not_looked_at": (service.get("not_looked_at") or {}).get(language, []),
        "back": way.before("estimate"),
        "onward": way.after_estimate(),
        "changed_meanwhile": "changed" in request.GET,
    }
    return page(request, "frontdoor/at_once.html", shown)


def attested_for(way: Way) -> list[Attested]:
    """What other systems attested, in the order in which the service names it."""
    definition, language = way.draft.edition.definition, current_language()
    vocabulary, case = definition.vocabulary, way.walk.used.case
    heard = heard_in(way.draft.answers, definition)
    names = [name for name, (provenance, _) in heard.items() if provenance == "attested" and name in case]
    return [
        Attested(vocabulary[name].words(language).label, write_answer(vocabulary[name], case[name], language))
        for name in names
    ]


def sentences_in(tree: Mapping) -> Iterator[str]:
    """The sentences of the way that the rules went, the reason nearest to the answer first."""
    if tree.get("sentence"):
        yield tree["sentence"]
    for child in tree.get("children", ()):
        yield from sentences_in(child)
