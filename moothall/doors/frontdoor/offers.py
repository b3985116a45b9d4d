"""What can be done for her where she lives: what starts here, and what a body does by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings

from moothall.doors.frontdoor.finding import Findable, find
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language
from moothall.ground.catalogue.definition import ESTIMATE_ONLY, TOLD_ONLY
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import offered_by
from moothall.ground.directory.providing import bodies_of, listed_in, providers
from moothall.ground.directory.reading import Directory, Event, Listed, directory
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.queries import Serving


@dataclass(frozen=True)
class Offered:
    """A service that a body which serves her has published here, in her words."""

    key: str
    name: str
    summary: str
    organisation: str
    by: str
    estimate_only: bool
    findable: Findable


@dataclass(frozen=True)
class Elsewhere:
    """A service that does not start here: who does it, and the page on which to ask, where one is known."""

    name: str
    providers: tuple[dict[str, str], ...]
    page: dict[str, str] | None


@dataclass(frozen=True)
class Found:
    """What a search found, the best first; the event that it seems to be about, if any."""

    services: tuple[Offered | Elsewhere, ...]
    event: str = ""


@dataclass(frozen=True)
class Around:
    """Everything that there is for somebody at a place."""

    serving: Sequence[Serving]
    published: Sequence[Offered]
    listing: Directory
    _named: Mapping[str, Organisation] = field(repr=False)

    @property
    def nation(self) -> str:
        return self.serving[0].organisation.nation

    def in_topic(self, topic: str) -> list[Offered | Elsewhere]:
        """The services of a topic in this nation; empty for a topic that nobody knows."""
        return [self.shown(one) for one in self._listed() if one.topic == topic]

    def topics(self) -> list[dict[str, str]]:
        """The topics that have a service in this nation, in their order."""
        there = {one.topic for one in self._listed()}
        language = current_language()
        return [
            {"key": key, "name": name[language]} for key, name in self.listing.topics.items() if key in there
        ]

    def shown(self, one: Listed) -> Offered | Elsewhere:
        """A service of the directory: it starts here where its provider has published it here."""
        bodies = providers(one, serving=[body.organisation for body in self.serving], named=self._named)
        keys = {body.key for body in bodies}
        here = next((it for it in self.published if it.key == one.here and it.organisation in keys), None)
        if here is not None:
            return here
        language, asked_on = current_language(), one.pages.get(self.nation)
        return Elsewhere(
            name=one.name[language],
            providers=tuple({"name": body.name(language), "homepage": body.homepage} for body in bodies),
            page={"url": asked_on.url, "name": asked_on.name[language]} if asked_on else None,
        )

    def find(self, query: str) -> Found:
        """What her words mean here. An event stands for the services that it leads to."""
        rows = {one.key: one for one in self._listed()}
        # What happened to her comes before one service of the same name, and that before a calculator of all.
        known: dict[Findable, Offered | Listed | Event] = {
            Findable(f"event {one.key}", one.name["en"], one.words): one
            for one in self.listing.events.values()
        }
        known |= {Findable(f"listed {key}", one.name["en"], one.words): one for key, one in rows.items()}
        known |= {one.findable: one for one in self.published}
        best = [known[one] for one in find(query, tuple(known))]
        shown: list[Offered | Elsewhere] = []
        for one in best:
            if isinstance(one, Event):
                shown += [self.shown(rows[key]) for key in one.leads_to if key in rows]
            else:
                shown.append(self.shown(one) if isinstance(one, Listed) else one)
        first = best[0] if best else None
        event = first.name[current_language()] if isinstance(first, Event) else ""
        # The same service may be found by its own words, by the directory's, and by an event.
        unique: dict[str, Offered | Elsewhere] = {}
        for one in shown:
            unique.setdefault(one.name if isinstance(one, Elsewhere) else one.key, one)
        return Found(tuple(unique.values()), event)

    def _listed(self) -> list[Listed]:
        return listed_in(self.listing, self.nation)


def around(serving: Sequence[Serving]) -> Around:
    """All that there is for somebody whom these bodies serve, her own council the first of them."""
    listing = directory(settings.SERVICES / "directory")
    return Around(serving, services_of(serving), listing, bodies_of(listing))


def services_of(serving: Sequence[Serving]) -> list[Offered]:
    """Every service that these bodies have published, in her language."""
    return [offered(edition) for edition in begun_here(serving)]


def begun_here(serving: Sequence[Serving]) -> list[Edition]:
    """The editions of services that people begin: the others are told by the interview of another."""
    editions = offered_by(one.organisation.key for one in serving)
    return [edition for edition in editions if edition.card.get("kind") != TOLD_ONLY]


def everything(services: Sequence[Offered]) -> Offered | None:
    """The interview over all that can be worked out, where a body that serves her has one."""
    return next((service for service in services if service.estimate_only), None)


def offered(edition: Edition) -> Offered:
    card, language = edition.card, current_language()
    name = in_language_of(card["name"], language)
    words = tuple(str(word) for words in _word_lists(card["words"]) for word in words)
    return Offered(
        key=edition.service,
        name=name,
        summary=in_language_of(card["summary"], language),
        organisation=edition.organisation_id,
        by=edition.organisation.name(language),
        estimate_only=card.get("kind") == ESTIMATE_ONLY,
        findable=Findable(key=edition.service, name=name, words=words),
    )


def _word_lists(words: object) -> list[list[str]]:
    """Both languages are searched whatever she reads: people mix them."""
    if isinstance(words, dict):
        return [list(value) for value in words.values() if isinstance(value, list)]
    return [list(words)] if isinstance(words, list) else []
