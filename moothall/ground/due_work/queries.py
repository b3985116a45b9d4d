"""What the desk and the operator ask about work."""

from __future__ import annotations

from django.db.models import QuerySet

from moothall.ground.due_work.models import Work


def given_up() -> QuerySet[Work]:
    """Work that failed as often as it may, for the organisations in context: a person must look."""
    return Work.objects.filter(given_up_at__isnull=False, done_at__isnull=True).order_by("given_up_at", "id")


def waiting() -> QuerySet[Work]:
    """Work not yet done, for the organisations in context."""
    return Work.objects.filter(done_at__isnull=True, given_up_at__isnull=True).order_by("due_at", "id")
