"""What came of delivering a promise to a body of another node, of asking about it, and whether it is late.

Delivery is at least once: a node that dies between the other's answer and this row asks again, and the other
answers the same again. What settles a promise is written once. A kept promise is asked about until it is over
there, so that her page says how it stands, and when that body said so.
"""

from __future__ import annotations

from datetime import date, datetime

from moothall.engines.deadlines.legal import legal_date
from moothall.ground.due_work import enqueue_all
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record import Happened, write
from moothall.work.applications.between_nodes import (
    KEPT,
    OTHER,
    REFUSALS,
    UNANSWERED,
    UNKNOWN,
    Answer,
    Message,
    Question,
)
from moothall.work.applications.delivering import asking, attempt
from moothall.work.applications.models import Application, Draft, Promise
from moothall.work.cases.told import claimant_in

OPEN = ("waiting", "late")
# What the body said last.
HEARD = ["said_reference", "said_status", "said_decided_on", "said_at"]


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
            claimant=claimant_in(draft.answers)[0],
            worked_out=tuple(sorted(draft.edition.definition.plan.given)),
            facts=promise.facts,
        )


def settle(*, organisation: str, payload: dict, now: datetime, came: Answer | None) -> None:
    """Keep what the other node said; without an answer, deliver again after a pause."""
    promise = (
        Promise.objects.select_for_update(of=("self",)).filter(id=payload["promise"], status__in=OPEN).first()
    )
    if promise is None or came is None:
        return
    if came.status in (UNANSWERED, UNKNOWN):
        enqueue_all([attempt(promise, payload["attempt"] + 1, now=now)])
        return
    # What was told is theirs now, or was not wanted: either way it is not kept here.
    promise.facts = {}
    promise.status = came.status
    if came.status == KEPT:
        promise.kept_at = now
        _hear(promise, came, now=now)
        enqueue_all([asking(promise, 1, quiet=0, now=now)])
    else:
        promise.refused_at = now
        promise.refused_for = came.refused_for if came.refused_for in REFUSALS else OTHER
    promise.save(update_fields=["facts", "status", "kept_at", "refused_at", "refused_for", *HEARD])
    write(_settled(promise, now=now))


def question_of(promise_id: str, *, organisation: str) -> Question | None:
    """What is asked about a kept promise; None when it is over there. A transaction of its own."""
    with acting_for({organisation}):
        promise = Promise.objects.filter(id=promise_id, status=KEPT).exclude(said_status="closed").first()
        return promise and Question(promise.id, promise.node, promise.to_id)


def hear(*, organisation: str, payload: dict, now: datetime, came: Answer | None) -> None:
    """Keep how the case stands there, and ask again later. Without an answer, what was said before stays."""
    held = Promise.objects.select_for_update(of=("self",))
    promise = held.filter(id=payload["promise"], status=KEPT).first()
    if promise is None or came is None:
        return
    before = promise.said_status
    if came.status in (KEPT, UNKNOWN):
        _hear(promise, came, now=now)
        promise.save(update_fields=HEARD)
    if promise.said_status != before:
        write(_entry(promise, "promise.heard", {"status": promise.said_status}))
    if promise.said_status != "closed":
        quiet = 0 if promise.said_status != before else payload["quiet"] + 1
        enqueue_all([asking(promise, payload["attempt"] + 1, quiet=quiet, now=now)])


def _hear(promise: Promise, came: Answer, *, now: datetime) -> None:
    promise.said_at = now
    if came.status == UNKNOWN:
        promise.said_status = UNKNOWN
        return
    promise.said_reference, promise.said_status = came.reference, came.case
    promise.said_decided_on = date.fromisoformat(came.decided_on) if came.decided_on else None


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
