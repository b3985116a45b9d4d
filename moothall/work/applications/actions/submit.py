"""Send the answers: one transaction, however often the button is pressed or the answer lost.

In it stand or fall together the application, one promise for each body with only the
facts that its service names, the cases that bodies on this node owe, their first tasks,
the record and the due work.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from moothall.engines.questions import Screen
from moothall.ground.catalogue.models import Edition
from moothall.ground.due_work import enqueue_all
from moothall.ground.organisations.acting import organisations_in_context
from moothall.ground.record import write_all
from moothall.work.applications.checks import heard_in
from moothall.work.applications.delivering import deliveries
from moothall.work.applications.entries import happened
from moothall.work.applications.models import Application, Draft, Promise
from moothall.work.applications.queries import AlreadySent, draft_for_update, interview, open_screen_of
from moothall.work.applications.recipients import Recipient, left_to_her, recipients_of
from moothall.work.cases.actions.open_cases import Opening, open_cases
from moothall.work.cases.references import new_reference
from moothall.work.cases.told import CASE, claimant_in, told_from


class NotFinished(Exception):
    """A question is still open. `screen` is the one to ask."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(f"The screen {screen.key} is still open.")
        self.screen = screen


class NotDeclared(Exception):
    """She has not said that the answers are true as far as she knows."""


class NotAppliedFor(Exception):
    """The interview is for an estimate alone: there is no body to send it to."""


class ChangedSinceRead(Exception):
    """An answer was changed, in another window, after the page was made on which she declared them true.

    Or so lately that it names a body for which this transaction does not act.
    """


class NobodyToTell(Exception):
    """None of the bodies concerned can be told from here: nothing would be sent."""


def submit(
    draft_id: UUID,
    *,
    key: str,
    declared: bool,
    actor,
    channel: str,
    today: date,
    now: datetime,
    read: int | None = None,
) -> Application:
    """Send the interview. Sent again, with this key or from another tab, it is the same application.

    `read` is the revision of the answers that she declared true, where her page said so. Call inside
    `acting_for` the bodies of `reached_by`. Raises DraftGone, NotAppliedFor, NotDeclared,
    ChangedSinceRead, NotFinished or NobodyToTell, and then sends nothing.
    """
    try:
        draft = draft_for_update(draft_id)
    except AlreadySent as sent:
        return sent.application
    if not draft.edition.definition.applied_for:
        raise NotAppliedFor
    if not declared:
        raise NotDeclared
    if read is not None and read != draft.revision:
        raise ChangedSinceRead
    plain = _finished_answers(draft, today)
    recipients = recipients_of(draft, plain)
    openings = [_opening(draft, one.edition, plain, channel=channel) for one in recipients if one.edition]
    if not openings:
        raise NobodyToTell
    if not {one.edition.organisation_id for one in openings} <= organisations_in_context():
        raise ChangedSinceRead
    elsewhere = [_delivery(draft, one, plain, today=today, now=now) for one in recipients if one.node]
    application = _keep(draft, openings, recipients, key=key, channel=channel, now=now)
    promises = [_promise(opening, now=now, today=today) for opening in openings]
    Promise.objects.bulk_create([*promises, *elsewhere])
    opened = open_cases(openings, actor=actor, today=today, now=now)
    due = [*opened.due, *(one for promise in elsewhere for one in deliveries(promise, now=now))]
    enqueue_all(due)
    write_all(happened(application, openings, elsewhere, opened, actor), now=now)
    return application


def _finished_answers(draft: Draft, today: date) -> dict:
    """The answers that the results stand on and who she is, in their plain form."""
    walk = interview(draft, today=today)
    open_screen = open_screen_of(draft, walk)
    if open_screen is not None:
        raise NotFinished(open_screen)
    return walk.used.to_dict(draft.edition.definition.vocabulary)


def _opening(draft: Draft, edition: Edition, plain: Mapping, *, channel: str) -> Opening:
    service = edition.definition.service
    claimant, facts = _about(plain, service)
    send_to = service.get("send_to", "email")
    return Opening(
        edition=edition,
        reference=new_reference(edition.organisation.prefix),
        submission=draft.id,
        told={claimant: {}, **_told(plain, service)},
        worked_out=draft.edition.definition.plan.given,
        heard=heard_in(plain, draft.edition.definition),
        known_as=str(facts.get(service.get("known_as", "full_name"), "")),
        claimant=claimant,
        language=draft.language,
        send_to=str(facts.get(send_to, "")) if send_to in service["facts"] else "",
        channel=channel,
    )


def _told(plain: Mapping, service: Mapping) -> dict:
    """Of the answers, what the body may be told of that service; of nobody else where it names one person."""
    return told_from(plain, names=service["facts"], claimant_only=service.get("people") == "claimant")


def _delivery(draft: Draft, recipient: Recipient, plain: Mapping, *, today: date, now: datetime) -> Promise:
    """What a body of another node is promised: its own facts, until it has them."""
    claimant, _ = claimant_in(plain)
    within = draft.edition.definition.service["answers_within_days"]
    return Promise(
        organisation_id=draft.organisation_id,
        to=recipient.body,
        node=recipient.node,
        submission=draft.id,
        service=recipient.service,
        reference=new_reference(recipient.body.prefix),
        facts={claimant: {}, **_told(plain, recipient.words)},
        due_on=today + timedelta(days=within),
        status="waiting",
        made_at=now,
    )


def _about(plain: Mapping, service: Mapping) -> tuple[str, Mapping]:
    """The place of whom or what the case is about, and what is known of it; a matter of nobody is its own."""
    return (CASE, plain.get("case", {})) if service.get("people") == "nobody" else claimant_in(plain)


def _keep(
    draft: Draft,
    openings: list[Opening],
    recipients: list[Recipient],
    *,
    key: str,
    channel: str,
    now: datetime,
) -> Application:
    return Application.objects.create(
        id=uuid4(),
        organisation_id=draft.organisation_id,
        draft=draft,
        idempotency_key=_key_of_this_interview(key, draft),
        reference=openings[0].reference,
        service=draft.service,
        edition_id=draft.edition_id,
        told=[
            {
                "organisation": opening.edition.organisation_id,
                "service": opening.edition.service,
                "reference": opening.reference,
                "case": str(opening.case),
            }
            for opening in openings
        ],
        left_to_her=left_to_her(draft, recipients),
        channel=channel,
        language=draft.language,
        submitted_at=now,
    )


def _key_of_this_interview(key: str, draft: Draft) -> str:
    """A key means something within its own interview only: one that came with another's is no collision."""
    return hashlib.sha256(f"{draft.id} {key}".encode(errors="replace")).hexdigest()


def _promise(opening: Opening, *, today: date, now: datetime) -> Promise:
    return Promise(
        organisation_id=opening.edition.organisation_id,
        submission=opening.submission,
        service=opening.edition.service,
        reference=opening.reference,
        facts=dict(opening.told),
        # A body on this node opens its case in this same transaction, so the promise is kept as it is made.
        due_on=today,
        case=opening.case,
        status="kept",
        made_at=now,
        kept_at=now,
    )
