"""What came of delivering a promise to a body of another node, and looking whether it is late.

Delivery is at least once: a node that dies between the other's answer and this row asks again, and the other
answers the same again. What settles a promise is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from moothall.engines.deadlines.legal import legal_date
from moothall.ground.due_work import enqueue_all
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record import Happened, write
from moothall.work.applications.delivering import attempt
from moothall.work.applications.models import Application, Draft, Promise

# Why a body may refuse. Any other word that a node sends is read as the last.
NOT_OFFERED, NOT_ITS_BODY, NOT_UNDERSTOOD, OTHER = "not_offered", "not_its_body", "not_understood", "other"
REFUSALS = (NOT_OFFERED, NOT_ITS_BODY, NOT_UNDERSTOOD, OTHER)
OPEN = ("waiting", "late")


@dataclass(frozen=True)
class Message:
    """What goes to the other node: one promise, and what its body must know to open the case."""

    promise: UUID
    node: str
    organisation: str
    service: str
    reference: str
    submission: UUID
    language: str
    channel: str
    asked_on: str  # the legal date on which she told it, as 2026-11-23
    worked_out: tuple[str, ...]  # names of the facts that nobody was asked: read from a postcode
    facts: Mapping[str, Mapping]


@dataclass(frozen=True)
class Answer:
    """What the other node said: kept, refused with a code, or nothing that counts as an answer."""

    status: str  # kept, refused or unanswered
    refused_for: str = ""


def message_of(promise_id: str, *, organisation: str) -> Message | None:
    """The promise as it goes out; None when it is settled already. A transaction of its own, soon over."""
    with acting_for({organisation}):
        promise = Promise.objects.filter(id=promise_id, status__in=OPEN).first()
        if promise is None:
            return None
        application = Application.objects.get(draft_id=promise.submission)
        draft = Draft.objects.select_related("edition").get(id=promise.submission)
        return Message(
            promise=promise.id,
            node=promise.node,
            organisation=promise.to_id,
            service=promise.service,
            reference=promise.reference,
            submission=promise.submission,
            language=application.language,
            channel=application.channel,
            asked_on=legal_date(promise.made_at).isoformat(),
            worked_out=tuple(sorted(draft.edition.definition.plan.given)),
            facts=promise.facts,
        )


def settle(*, organisation: str, payload: dict, now: datetime, came: Answer | None) -> None:
    """Keep what the other node said; without an answer, deliver again after a pause."""
    promise = Promise.objects.select_for_update().filter(id=payload["promise"], status__in=OPEN).first()
    if promise is None or came is None:
        return
    if came.status == "unanswered":
        enqueue_all([attempt(promise, payload["attempt"] + 1, now=now)])
        return
    # What was told is theirs now, or was not wanted: either way it is not kept here.
    promise.facts = {}
    promise.status = came.status
    if came.status == "kept":
        promise.kept_at = now
    else:
        promise.refused_at = now
        promise.refused_for = came.refused_for if came.refused_for in REFUSALS else OTHER
    promise.save(update_fields=["facts", "status", "kept_at", "refused_at", "refused_for"])
    write(_settled(promise, now=now))


def look_whether_late(*, organisation: str, payload: dict, now: datetime) -> None:
    """On the day after it was due: a promise that still waits is late, and a person is told."""
    if not Promise.objects.filter(id=payload["promise"], status="waiting").update(status="late"):
        return
    promise = Promise.objects.get(id=payload["promise"])
    write(_entry(promise, "promise.late", {"due_on": promise.due_on.isoformat()}))


def _settled(promise: Promise, *, now: datetime) -> Happened:
    if promise.status == "refused":
        return _entry(promise, "promise.refused", {"refused_for": promise.refused_for})
    days = (legal_date(now) - legal_date(promise.made_at)).days
    late = legal_date(now) > promise.due_on
    return _entry(promise, "promise.kept", {"days": days, "late": late})


def _entry(promise: Promise, verb: str, details: dict) -> Happened:
    return Happened(
        verb=verb,
        organisation=promise.organisation_id,
        service=promise.service,
        channel="system",
        details={"to": promise.to_id, **details},
        payload={"reference": promise.reference},
    )
