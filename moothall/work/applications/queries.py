"""What an interview knows so far, and what it would give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db.models import Q, QuerySet

from moothall.engines.deadlines import legal_date
from moothall.engines.facts import Circumstances
from moothall.engines.questions import Screen, Walk, identity_screens, walk
from moothall.engines.rules import Outcome, RuleErrors, Rules
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.queries import current
from moothall.work.applications.between_nodes import UNKNOWN
from moothall.work.applications.models import Application, Draft, Promise


class DraftGone(Exception):
    """There is no such interview any more: it expired, or never was."""


class AlreadySent(Exception):
    """This interview has been sent. `application` holds its reference."""

    def __init__(self, application: Application) -> None:
        super().__init__("This interview has been sent already.")
        self.application = application


def _drafts() -> QuerySet[Draft]:
    """Interviews with their application and edition, whose files stay where they are until compiled."""
    return Draft.objects.select_related("application", "edition").defer("edition__files")


def draft_of(draft_id: UUID, *, now: datetime) -> Draft:
    """The interview with this id. Raises DraftGone when it is over."""
    draft = _drafts().filter(id=draft_id, expires_at__gt=now).first()
    if draft is None:
        raise DraftGone
    return draft


def draft_for_update(draft_id: UUID) -> Draft:
    """The interview, held until this transaction ends. Raises DraftGone, or AlreadySent."""
    draft = _drafts().select_for_update(of=("self",)).filter(id=draft_id).first()
    if draft is None:
        raise DraftGone
    if hasattr(draft, "application"):
        raise AlreadySent(draft.application)
    return draft


def circumstances_of(draft: Draft) -> Circumstances:
    """What has been said in it, as the engines read it."""
    return Circumstances.from_dict(draft.answers, draft.edition.definition.vocabulary)


def deciding(draft: Draft, *, on: date) -> Definition:
    """The definition by whose rules and rates its answers are worked out on that legal date.

    It is that of the edition which its questions are pinned to. Where that edition has no figures for the
    day, because a year has begun since, it is that of the newest edition of the body, and the questions
    stay as they were. Raises RuleErrors when neither has figures.
    """
    pinned = draft.edition.definition
    try:
        pinned.rules_on(on)
    except RuleErrors:
        newer = current(draft.service, organisation=draft.organisation_id)
        if newer.id == draft.edition_id:
            raise
        newer.definition.rules_on(on)
        return newer.definition
    return pinned


def rules_of(draft: Draft, *, on: date) -> Rules:
    """The rules and rates of `deciding`. Raises RuleErrors."""
    return deciding(draft, on=on).rules_on(on)


def figures_changed(draft: Draft, *, today: date) -> date | None:
    """The newest day since it was begun from which another figure or rule holds or was published, or None."""
    begun = legal_date(draft.started_at)
    changed = [deciding(draft, on=today).rule_book.changed_between(begun, today)]
    newest = current(draft.service, organisation=draft.organisation_id)
    if newest.id != draft.edition_id and not newest.definition.same_rules(draft.edition.definition):
        changed.append(legal_date(newest.published_at))
    return max(filter(None, changed), default=None)


def interview(draft: Draft, *, today: date) -> Walk:
    """The way through its questions: those asked, the next, and about how many are left."""
    definition = draft.edition.definition
    return walk(
        rules_of(draft, on=today),
        definition.goals,
        circumstances_of(draft),
        definition.plan,
        definition.vocabulary,
        # What people apply for is decided on what was said, so there every reason is asked for.
        sparing=not definition.applied_for,
        unfit=partial(definition.contradictions.open, on=today),
    )


def open_screen_of(draft: Draft, walked: Walk) -> Screen | None:
    """The screen that must still be answered before this can be sent, or None.

    A fixed screen of which everything may be left empty has been answered once it was seen.
    """
    if not walked.finished:
        return walked.next
    definition = draft.edition.definition
    fixed = identity_screens(definition.plan, walked.used, definition.vocabulary)
    return next((screen for screen in fixed if screen.open or screen.key not in draft.seen), None)


def estimate(draft: Draft, *, today: date) -> Outcome:
    """What she would get, by the rules and rates in force on that legal date, with reasons."""
    definition = draft.edition.definition
    used = interview(draft, today=today).used
    return rules_of(draft, on=today).work_out(definition.goals, used)


def application_of(submission: UUID) -> Application | None:
    """What was sent with that submission, when the body that took it is in context."""
    return (
        Application.objects.select_related("edition")
        .defer("edition__files")
        .filter(draft_id=submission)
        .first()
    )


def promises_of(submission: UUID) -> QuerySet[Promise]:
    """What every body in context promised in one submission."""
    return (
        Promise.objects.filter(submission=submission)
        .select_related("organisation", "to")
        .order_by("made_at", "reference")
    )


def promises_to_look_at() -> QuerySet[Promise]:
    """Promises to bodies elsewhere that a person must see to, for bodies in context, the longest due first.

    Those that are late, those that were refused, and those whose case is not found there any more.
    """
    troubled = Q(status__in=["late", "refused"]) | Q(said_status=UNKNOWN)
    found = (
        Promise.objects.filter(troubled, to__isnull=False).defer("facts").select_related("organisation", "to")
    )
    return found.order_by("due_on", "reference")


def unopened_promises(submissions: Iterable[UUID], *, opened: Iterable[UUID]) -> QuerySet[Promise]:
    """What bodies in context promised in these submissions, of which no case is among those `opened`."""
    promised = Promise.objects.filter(submission__in=list(submissions)).exclude(case__in=list(opened))
    return promised.select_related("organisation", "to").order_by("made_at", "reference")


@dataclass(frozen=True)
class Told:
    """One body that was told, and the case it opened."""

    organisation: str
    service: str
    reference: str
    case: str


def told(application: Application) -> tuple[Told, ...]:
    """Every body that this application went to, the one that took it first."""
    return tuple(Told(**row) for row in application.told)
