"""Which papers there are."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from moothall.work.evidence.models import Attachment


def papers_of(telling: UUID, *, service: str) -> QuerySet[Attachment]:
    """The papers that were given for that service in one telling, without their bytes, the oldest first."""
    return Attachment.objects.filter(telling=telling, service=service).order_by("added_at", "id")
