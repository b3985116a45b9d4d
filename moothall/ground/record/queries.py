"""What rooms above ask of the record."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from moothall.ground.record.models import Entry
from moothall.ground.record.pseudonyms import pseudonym


def entries_about(case: UUID | str, *, organisation: str) -> QuerySet[Entry]:
    """All that happened to a case of this organisation, in the order in which it was written.

    An organisation must be named: the record lies beneath the first wall and has no
    context of its own.
    """
    entries = Entry.objects.filter(case=pseudonym("case", case), organisation=organisation)
    return entries.select_related("payload").order_by("id")


def payload_of(entry: Entry) -> dict[str, Any] | None:
    """What was personal about an entry; None when there was nothing, or when it has been erased."""
    payload = getattr(entry, "payload", None)
    return json.loads(payload.content) if payload else None
