"""What rooms above ask of the record."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from moothall.ground.record.models import Entry
from moothall.ground.record.pseudonyms import pseudonym


def entries_about(case: UUID | str, *, organisation: str) -> QuerySet[Entry]:
    """All that happened to a case of this organisation, in the order in which it was written.

    An organisation must be named: the record lies beneath the first wall and has no
    context of its own.
    """
    entries = Entry.objects.filter(case=pseudonym("case", case), organisation=organisation)
    return entries.select_related("payload").order_by("id")


def readings_of(case: UUID | str, *, organisation: str) -> QuerySet[Entry]:
    """Each time that somebody read a page of this case, the newest first."""
    viewed = Entry.objects.filter(case=pseudonym("case", case), organisation=organisation, verb="case.viewed")
    return viewed.order_by("-at", "-id")


def listings_of(subject: UUID | str, *, organisation: str, since: datetime) -> QuerySet[Entry]:
    """Each time since then that this subject's case stood in a list that somebody read, the newest first."""
    listed = Entry.objects.filter(organisation=organisation, verb="case.listed", at__gte=since)
    stand_in = pseudonym("subject", subject)
    if connection.vendor == "postgresql":  # which has an index of them
        listed = listed.filter(subjects__contains=[stand_in])
    else:
        written = Cast("subjects", TextField())
        listed = listed.alias(written=written).filter(written__contains=stand_in)
    return listed.order_by("-at", "-id")


def payload_of(entry: Entry) -> dict[str, Any] | None:
    """What was personal about an entry; None when there was nothing, or when it has been erased."""
    payload = getattr(entry, "payload", None)
    return json.loads(payload.content) if payload else None
