"""What a body holds about her, in words: each fact with its value, where it comes from, and since when."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.formats import in_words
from moothall.doors.kit.wording import known_or
from moothall.engines.facts import Vocabulary, write_plain
from moothall.ground.organisations.models import Organisation
from moothall.ground.subjects.models import Fact
from moothall.work.cases.actions import may_be_corrected
from moothall.work.cases.hers import Hers
from moothall.work.cases.models import Case
from moothall.work.cases.told import CASE, HOUSEHOLD

NAMES = ("full_name", "first_name")


@dataclass(frozen=True)
class Statement:
    """One statement of a fact, in words."""

    id: UUID
    value: str
    source: str
    known_from: datetime
    known_until: datetime | None
    true_from: date


@dataclass(frozen=True)
class Known:
    """A fact: the statement that stands, and those that it superseded, the newest first."""

    name: str
    label: str
    now: Statement
    before: tuple[Statement, ...]
    correctable: bool = False  # whether she may say that it is wrong
    asked: UUID | None = None  # her open request to correct it


@dataclass(frozen=True)
class About:
    """All that is held about one person, a family, the home or the application."""

    title: str
    known: tuple[Known, ...] = ()
    kept_back: int = 0


@dataclass(frozen=True)
class KeptFor:
    """How long it is kept: in whose words, and whether anybody has confirmed it."""

    text: str
    checked: bool


def known_about(case: Case, hers: Hers) -> list[About]:
    """What is held in the case, by whom it is about: she first, others, the home, the application."""
    groups: dict[str, dict[str, list[Fact]]] = {place: {} for place in hers.kept_back}
    for one in hers.statements:
        groups.setdefault(one.subject.place, {}).setdefault(one.name, []).append(one)
    vocabulary = case.edition.definition.vocabulary
    bodies = _bodies(hers.statements)
    asked = dict(case.corrections.filter(status="asked").values_list("of", "asked"))
    correctable = {
        one.pk
        for one in hers.statements
        if one.name in vocabulary and may_be_corrected(one, claimant=case.subject.place)
    }
    order = {HOUSEHOLD: 2, CASE: 3, case.subject.place: 0}
    return [
        About(
            title=_title(place, by_name, claimant=case.subject.place, vocabulary=vocabulary),
            known=tuple(_known_in(by_name, vocabulary, bodies, correctable=correctable, asked=asked)),
            kept_back=hers.kept_back.get(place, 0),
        )
        for place, by_name in sorted(groups.items(), key=lambda item: (order.get(item[0], 1), item[0]))
    ]


def kept_for(case: Case) -> KeptFor | None:
    """How long the body keeps it, as its service says; None when the service says nothing."""
    retention = case.edition.definition.service.get("retention")
    if not retention:
        return None
    text = t(
        f"frontdoor.held.kept_for.{'law' if retention.get('set_by') == 'law' else 'body'}",
        body=case.organisation.name(current_language()),
        count=retention["years"],
        start=in_language_of(retention["from"], current_language()),
    )
    return KeptFor(text=text, checked=bool(retention.get("verified")))


def _known_in(
    by_name: dict[str, list[Fact]],
    vocabulary: Vocabulary,
    bodies: dict[str, str],
    *,
    correctable: Container[UUID],
    asked: Mapping[UUID, UUID],
) -> Iterator[Known]:
    places = {name: number for number, name in enumerate(vocabulary.facts)}
    for name in sorted(by_name, key=lambda one: places.get(one, len(places))):
        newest, *before = [_statement(one, vocabulary, bodies) for one in reversed(by_name[name])]
        yield Known(
            name=name,
            label=label_of(name, vocabulary),
            now=newest,
            before=tuple(before),
            correctable=newest.id in correctable,
            asked=asked.get(newest.id),
        )


def label_of(name: str, vocabulary: Vocabulary) -> str:
    """What a fact is called; its name when the vocabulary no longer knows it."""
    return vocabulary[name].words(current_language()).label if name in vocabulary else name


def source_in_words(one: Fact) -> str:
    """Where one statement comes from."""
    return source_of(one, _bodies([one]))


def _statement(one: Fact, vocabulary: Vocabulary, bodies: dict[str, str]) -> Statement:
    return Statement(
        id=one.pk,
        value=write_plain(vocabulary, one.name, one.value, current_language()),
        source=source_of(one, bodies),
        known_from=one.known_from,
        known_until=one.known_until,
        true_from=one.true_from,
    )


def source_of(one: Fact, bodies: dict[str, str]) -> str:
    """Who said it, how and when; of what nobody said, from what it was worked out. No officer is named."""
    who = bodies.get(one.said_by) or known_or(
        f"frontdoor.held.said_by.{one.said_by}", t("frontdoor.held.said_by.officer")
    )
    return t(
        f"frontdoor.held.{one.provenance}",
        who=who,
        channel=known_or(f"frontdoor.held.channel.{one.channel}", one.channel),
        when=in_words(one.known_from, time=True),
    )


def _bodies(statements: Iterable[Fact]) -> dict[str, str]:
    """The bodies that attested something, by key."""
    said_by = {one.said_by for one in statements if one.provenance == "attested"}
    return {body.key: body.name(current_language()) for body in Organisation.objects.filter(pk__in=said_by)}


def _title(place: str, by_name: dict[str, list[Fact]], *, claimant: str, vocabulary: Vocabulary) -> str:
    if place in (HOUSEHOLD, CASE):
        return t(f"frontdoor.held.about.{place}")
    if place == claimant:
        return t("frontdoor.held.about.you")
    if "/" not in place:
        own = place == claimant.partition("/")[0]
        return t("frontdoor.held.about.family" if own else "frontdoor.held.about.other_family")
    name = next((str(by_name[fact][-1].value) for fact in NAMES if fact in by_name), "")
    role = str(by_name["role"][-1].value) if "role" in by_name else ""
    words = write_plain(vocabulary, "role", role, current_language()) if role else ""
    called = ", ".join(part for part in (name, words) if part)
    return t("frontdoor.held.about.person", who=called) if called else t("frontdoor.held.about.someone")
