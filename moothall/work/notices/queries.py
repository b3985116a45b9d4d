"""What people have been told."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from moothall.work.notices.models import Notice


def told_about(things: Iterable[UUID]) -> QuerySet[Notice]:
    """The notices about these cases, newest first."""
    return Notice.objects.filter(about__in=list(things)).order_by("-queued_at")
