"""Open the case that another node promised for a body of ours: exactly one, however often it is told.

Invariants:
- a node tells only bodies that our operator let it tell, and bodies that this node works for;
- everything is read and written in the context of that one body, on both sides of the wall;
- what its service does not name is let fall unread, though the other node should not have sent it;
- one promise of one node is one case. The row that says so is written first: of two deliveries at once the
  second waits for it, and then finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from moothall.engines.facts import Circumstances
from moothall.engines.facts.circumstances import NotCircumstances
from moothall.engines.rules import NotCovered, Settled
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import newest
from moothall.ground.due_work import enqueue_all
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import NotPermitted, require
from moothall.ground.record import Happened, write, write_all
from moothall.work.applications.between_nodes import (
    KEPT,
    NOT_ITS_BODY,
    NOT_OFFERED,
    NOT_UNDERSTOOD,
    REFUSED,
    UNKNOWN,
    Answer,
    Message,
    NotUnderstandable,
    Question,
)
from moothall.work.applications.models import ReceivedPromise
from moothall.work.cases.actions.open_cases import Opening, open_cases
from moothall.work.cases.models import Case
from moothall.work.cases.queries import newest_decision
from moothall.work.cases.references import new_reference
from moothall.work.cases.told import Told, plain_of, told_from

DELIVER, ASK = "promise.deliver", "promise.ask"
# The nodes' legal dates may differ at midnight; what was told longer ago is some mistake.
AHEAD, BEHIND = timedelta(days=1), timedelta(days=366)


def receive_promise(message: Message, *, actor: Actor, today: date, now: datetime) -> Answer:
    """The case of this promise, opened now or before, or why there is none. Raises NotPermitted.

    `actor` is the node that sent it. Told twice, it is one case, and the answer says how that stands.
    """
    body = _body(message.organisation, actor, DELIVER)
    if not body.hosted:
        return Answer(REFUSED, refused_for=NOT_ITS_BODY)
    with acting_for({body.pk}):
        known = _received(message, actor)
        if known is not None:
            return _standing(known)
        edition = newest(message.service, organisation=body.pk)
        if edition is None or not edition.definition.opens_cases:
            return _turn_away(message, NOT_OFFERED, actor=actor, now=now)
        try:
            opening = _opening(message, edition, today=today)
            received = _receive(message, opening, actor=actor, now=now)
        except NotUnderstandable:
            return _turn_away(message, NOT_UNDERSTOOD, actor=actor, now=now)
        if received.case == opening.case:
            opened = open_cases([opening], actor=actor, today=today, now=now)
            enqueue_all(opened.due)
            write_all([_happened(opening, message, actor), *opened.happened], now=now)
        return _standing(received)


def standing_of(question: Question, *, actor: Actor) -> Answer:
    """How the case of a promise stands here, for the node that promised it. Raises NotPermitted."""
    body = _body(question.organisation, actor, ASK)
    with acting_for({body.pk}):
        received = _received(question, actor)
        return Answer(UNKNOWN) if received is None else _standing(received)


def _body(key: str, actor: Actor, verb: str) -> Organisation:
    body = Organisation.objects.filter(pk=key).first()
    if body is None:
        raise NotPermitted(actor, verb)
    require(actor, verb, body)
    return body


def _received(told: Message | Question, actor: Actor) -> ReceivedPromise | None:
    return ReceivedPromise.objects.filter(sender=actor.id, promise=told.promise).first()


def _receive(message: Message, opening: Opening, *, actor: Actor, now: datetime) -> ReceivedPromise:
    """The row of this promise: ours, or that of a delivery that was quicker. Raises NotUnderstandable."""
    row = ReceivedPromise(
        organisation_id=message.organisation,
        sender=actor.id,
        promise=message.promise,
        service=message.service,
        case=opening.case,
        received_at=now,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        quicker = _received(message, actor)
        if quicker is None:
            raise NotUnderstandable("its promise was made to another body") from None
        return quicker
    return row


def _standing(received: ReceivedPromise) -> Answer:
    case = Case.objects.get(id=received.case)
    decision = newest_decision(case)
    return Answer(
        KEPT,
        reference=case.reference,
        case=case.status,
        decided_on=decision.decided_on.isoformat() if decision else "",
    )


def _opening(message: Message, edition: Edition, *, today: date) -> Opening:
    asked_on = date.fromisoformat(message.asked_on)
    if not today - BEHIND <= asked_on <= today + AHEAD:
        raise NotUnderstandable("asked_on")
    service = edition.definition.service
    told = _told(message, edition.definition, asked_on)
    about = told.get(message.claimant, {})
    send_to = service.get("send_to", "email")
    return Opening(
        edition=edition,
        reference=_reference(message, edition.organisation),
        submission=message.submission,
        told={message.claimant: {}, **told},
        worked_out=frozenset(message.worked_out),
        known_as=str(about.get(service.get("known_as", "full_name"), "")),
        claimant=message.claimant,
        language=message.language,
        send_to=str(about.get(send_to, "")),
        channel=message.channel,
        asked_on=min(asked_on, today),
    )


def _told(message: Message, definition: Definition, asked_on: date) -> Told:
    """What the service names of it, each value as its own vocabulary has it. Raises NotUnderstandable.

    A case that the rules could not answer for want of a fact is not opened: nobody could decide it.
    """
    service = definition.service
    named = frozenset(service["facts"])
    facts = {place: _only(told, named) for place, told in message.facts.items()}
    try:
        circumstances = Circumstances.from_dict(plain_of(facts), definition.vocabulary, today=asked_on)
    except NotCircumstances as wrong:
        raise NotUnderstandable(wrong.fact or "facts") from None
    outcome = definition.rules_on(asked_on).work_out(definition.goals, circumstances)
    if not isinstance(outcome[definition.goals[0]], Settled | NotCovered):
        raise NotUnderstandable("a fact is missing")
    plain = circumstances.to_dict(definition.vocabulary)
    return told_from(plain, names=named, claimant_only=service.get("people") == "claimant")


def _only(facts: Mapping[str, object], named: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if name in named}


def _reference(message: Message, body: Organisation) -> str:
    """The one that she was given already, where it is one of this body's and free."""
    taken = Case.objects.filter(reference=message.reference).exists()
    ours = message.reference.startswith(f"{body.prefix}-")
    return message.reference if ours and not taken else new_reference(body.prefix)


def _turn_away(message: Message, why: str, *, actor: Actor, now: datetime) -> Answer:
    write(
        Happened(
            verb="promise.turned_away",
            organisation=message.organisation,
            service=message.service,
            channel="system",
            actor=actor,
            details={"from": actor.id, "refused_for": why},
            at=now,
        )
    )
    return Answer(REFUSED, refused_for=why)


def _happened(opening: Opening, message: Message, actor: Actor) -> Happened:
    return Happened(
        verb="promise.received",
        organisation=message.organisation,
        service=message.service,
        case=opening.case,
        channel="system",
        actor=actor,
        details={"from": actor.id, "facts": len({name for told in opening.told.values() for name in told})},
        payload={"reference": opening.reference},
    )
