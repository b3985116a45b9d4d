"""Her requests for correction in words: what she said, where it went, and what each body did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from moothall.doors.frontdoor.mine.known import label_of, source_in_words
from moothall.doors.kit import current_language, t
from moothall.engines.facts import write_plain
from moothall.ground.subjects.models import Fact
from moothall.work.applications.queries import application_of, promises_of
from moothall.work.cases.actions import holders_of
from moothall.work.cases.models import Case, Correction


@dataclass(frozen=True)
class Held:
    """A statement that she may say is wrong."""

    label: str
    value: str
    source: str


@dataclass(frozen=True)
class Elsewhere:
    """A body of another node that was told the same. From here nobody can ask it: she asks it herself."""

    body: str
    homepage: str
    reference: str


@dataclass(frozen=True)
class Went:
    """What one body was asked, and what it did. `answer` is its own words, of an officer and unnamed."""

    body: str
    status: str
    state: str
    due_on: date | None
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True)
class Asking:
    """One asking of hers, at every body that it went to."""

    id: UUID
    label: str
    held: str
    right: str
    why: str
    asked_at: datetime
    went: tuple[Went, ...]
    may_withdraw: bool


def statement_shown(case: Case, fact: Fact) -> Held:
    """The statement as it is held."""
    vocabulary = case.edition.definition.vocabulary
    return Held(
        label=label_of(fact.name, vocabulary),
        value=write_plain(vocabulary, fact.name, fact.value, current_language()),
        source=source_in_words(fact),
    )


def bodies_that_hold(case: Case, fact: Fact) -> list[str]:
    """Whom a request would go to, the body of this case first."""
    return list(dict.fromkeys(one.organisation.name(current_language()) for one in holders_of(case, fact)))


def told_elsewhere(case: Case, name: str) -> list[Elsewhere]:
    """The bodies of other nodes that her submission told this fact, but for those that did not take it."""
    application = application_of(case.submission)
    if application is None:
        return []
    words_of = application.edition.definition.words_of
    return [
        Elsewhere(
            body=promise.to.name(current_language()),
            homepage=promise.to.homepage,
            reference=promise.said_reference or promise.reference,
        )
        for promise in promises_of(case.submission)
        if promise.to_id and promise.status != "refused" and name in words_of(promise.service)["facts"]
    ]


def asking_shown(found: Sequence[Correction], *, here: Case) -> Asking:
    """One asking. `found` are its requests, of which one is of the case `here`."""
    own = next(one for one in found if one.case_id == here.pk)
    vocabulary, name, language = here.edition.definition.vocabulary, own.of.name, current_language()
    return Asking(
        id=own.asked,
        label=label_of(name, vocabulary),
        held=write_plain(vocabulary, name, own.of.value, language),
        right=write_plain(vocabulary, name, own.value, language),
        why=own.why,
        asked_at=own.asked_at,
        went=tuple(_went(one) for one in sorted(found, key=lambda one: one is not own)),
        may_withdraw=any(one.may_be_withdrawn for one in found),
    )


def _went(one: Correction) -> Went:
    taken_up = one.is_open and one.task.taken_by
    return Went(
        body=one.organisation.name(current_language()),
        status=one.status,
        state=t(f"frontdoor.asked.{'taken_up' if taken_up else one.status}"),
        due_on=one.due_on if one.is_open else None,
        answered_at=one.answered_at,
        answer=one.answer,
    )
