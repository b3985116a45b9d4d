"""Write what happened, inside the transaction in which it happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from django.db import connection
from django.utils import timezone

from moothall.ground.record.canonical import canonical
from moothall.ground.record.envelope import commitment, envelope_leaf, new_salt
from moothall.ground.record.pseudonyms import pseudonym
from moothall.ground.record.verbs import CHANNELS, ENVELOPE_PARTS, UndeclaredVerb, verb

if TYPE_CHECKING:
    from moothall.ground.record.models import Entry, Payload


class WrittenOutsideTransaction(Exception):
    """An entry must stand or fall with what it tells of, so it is written in the same transaction."""


class WhoActed(Protocol):
    """What the record needs to know of an actor: its kind, and what its pseudonym is made from."""

    kind: str
    id: Any


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One thing that happened. `payload` may be personal; everything else must not be.

    `case` and `subjects` are ids; only their pseudonyms are written. `minutes` is time that
    a person entered. `at` is the instant; left out, it is now.
    """

    verb: str
    organisation: str
    service: str = ""
    step: str = ""
    channel: str = ""
    case: UUID | str | None = None
    actor: WhoActed | None = None
    minutes: int | None = None
    edition: str = ""
    purpose: str = ""
    subjects: Sequence[UUID | str] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None


def write(happened: Happened, *, now: datetime | None = None) -> Entry:
    return write_all([happened], now=now)[0]


def write_all(happened: Sequence[Happened], *, now: datetime | None = None) -> list[Entry]:
    """Write entries: one statement for the envelopes and one for the payloads, however many there are.

    `now` is the instant of all that name none; left out, it is read from the clock. Raises
    UndeclaredVerb, NotCanonical or WrittenOutsideTransaction, and then writes nothing.
    """
    from moothall.ground.record.models import Entry, Payload

    if not connection.in_atomic_block:
        raise WrittenOutsideTransaction("Open a transaction (acting_for) around what happened and its entry.")
    now = now or timezone.now()
    pairs = [_entry_and_payload(one, now) for one in happened]
    entries = Entry.objects.bulk_create([entry for entry, _ in pairs])
    payloads = [payload for _, payload in pairs if payload]
    for payload in payloads:
        payload.entry_id = payload.entry.pk
    Payload.objects.bulk_create(payloads)
    return entries


def _entry_and_payload(one: Happened, now: datetime) -> tuple[Entry, Payload | None]:
    from moothall.ground.record.models import Entry, Payload

    _check(one)
    content = canonical(dict(one.payload)) if one.payload else ""
    salt = new_salt() if content else b""
    entry = Entry(
        organisation=one.organisation,
        verb=one.verb,
        at=one.at or now,
        service=one.service,
        step=one.step,
        channel=one.channel,
        case=pseudonym("case", one.case) if one.case else "",
        minutes=one.minutes,
        edition=one.edition,
        purpose=one.purpose,
        subjects=sorted({pseudonym("subject", subject) for subject in one.subjects}),
        details=dict(one.details),
        commitment=commitment(salt, content) if content else b"",
        **_acted(one.actor),
    )
    entry.leaf_hash = envelope_leaf(entry)
    payload = (
        Payload(entry=entry, organisation=one.organisation, salt=salt, content=content) if content else None
    )
    return entry, payload


def _check(one: Happened) -> None:
    if not one.organisation:
        raise UndeclaredVerb(f"{one.verb} names no organisation; every entry belongs to one.")
    if one.channel not in CHANNELS:
        raise UndeclaredVerb(
            f"{one.verb} came by {one.channel!r}, which is not one of {', '.join(CHANNELS[1:])}."
        )
    given = {part: getattr(one, part) for part in ENVELOPE_PARTS}
    verb(one.verb).check(given=given, details=one.details, payload=one.payload)


def _acted(actor: WhoActed | None) -> dict[str, str]:
    if actor is None:
        return {"actor_kind": "", "actor": ""}
    known = actor.id not in (None, "")
    return {"actor_kind": actor.kind, "actor": pseudonym(actor.kind, actor.id) if known else ""}
