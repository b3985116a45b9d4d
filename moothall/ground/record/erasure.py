"""Erase what is personal, for good, and be able to say that it was erased.

The payload and its salt are deleted; the envelope stays, with a commitment that without
the salt fits any payload. A restored backup brings payloads back, so whoever restores
replays the list of erasures before serving. The list must therefore be kept apart from
the backups: `erasures_as_lines` writes it, `replay_erasures` reads it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import connection, transaction

from moothall.ground.record.models import Entry, Erasure, Payload
from moothall.ground.record.writing import Happened, WhoActed, write_all


class NotErasable(Exception):
    """An entry has no payload that can be erased here: none, erased already, or another organisation's."""


@transaction.atomic
def erase(
    entries: Iterable[int], *, organisation: str, ground: str, now: datetime, actor: WhoActed | None = None
) -> int:
    """Erase the payloads of these entries of one organisation; returns how many.

    `ground` is a code, such as `retention` or `request`. Raises NotErasable, and then
    erases nothing.
    """
    wanted = set(entries)
    found = list(Entry.objects.filter(id__in=wanted, organisation=organisation, payload__isnull=False))
    if missing := wanted - {entry.pk for entry in found}:
        raise NotErasable(f"No payload to erase for {organisation} in entries {sorted(missing)}.")
    said = write_all([_erased(entry, ground=ground, now=now, actor=actor) for entry in found])
    if connection.vendor == "postgresql":
        return _erase_on_postgresql(found, said, ground=ground, now=now)
    Erasure.objects.bulk_create(
        Erasure(entry=entry, organisation=organisation, ground=ground, at=now, said_by=by)
        for entry, by in zip(found, said, strict=True)
    )
    Payload.objects.filter(entry_id__in=wanted).delete()
    return len(found)


def erasures_as_lines(*, organisation: str) -> Iterator[str]:
    """The list of erasures, one JSON object a line, to be kept apart from the backups."""
    for row in Erasure.objects.filter(organisation=organisation).select_related("entry").order_by("entry_id"):
        yield json.dumps(
            {"organisation": organisation, "leaf": bytes(row.entry.leaf_hash).hex(), "ground": row.ground}
        )


def replay_erasures(lines: Iterable[str], *, now: datetime) -> int:
    """After a restore and before serving: erase again what the list says was erased; returns how many.

    Needs a context that holds every organisation of the list. What is no longer there, or
    came after the backup, is passed over; so the list may be replayed twice.
    """
    grounds: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    for line in lines:
        row = json.loads(line)
        grounds[row["organisation"], row["ground"]].append(bytes.fromhex(row["leaf"]))
    return sum(
        _erase_again(leaves, organisation=organisation, ground=ground, now=now)
        for (organisation, ground), leaves in grounds.items()
    )


def _erase_again(leaves: list[bytes], *, organisation: str, ground: str, now: datetime) -> int:
    found = Entry.objects.filter(organisation=organisation, leaf_hash__in=leaves, payload__isnull=False)
    again = list(found.values_list("id", flat=True))
    return erase(again, organisation=organisation, ground=ground, now=now) if again else 0


def _erased(entry: Entry, *, ground: str, now: datetime, actor: WhoActed | None) -> Happened:
    return Happened(
        verb="payload.erased",
        organisation=entry.organisation,
        service=entry.service,
        channel="system" if actor is None else "desk",
        actor=actor,
        details={"erased": bytes(entry.leaf_hash).hex(), "ground": ground},
        at=now,
    )


def _erase_on_postgresql(found: list[Entry], said: list[Entry], *, ground: str, now: datetime) -> int:
    # The application's role may delete no payload; the owner's function does, inside the wall.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT record_erase(%s, %s, %s, %s)",
            [[entry.pk for entry in found], [entry.pk for entry in said], ground, now],
        )
        return cursor.fetchone()[0]
