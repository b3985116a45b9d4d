"""What is known, as at any moment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from moothall.ground.subjects.models import Fact


def facts_of_case(case: UUID, *, as_at: datetime | None = None) -> QuerySet[Fact]:
    """The statements that stood for a case at `as_at` (now, when not given), with their subjects."""
    facts = Fact.objects.filter(case=case).select_related("subject").order_by("subject__place", "name")
    if as_at is None:
        return facts.filter(known_until__isnull=True)
    return facts.filter(known_from__lte=as_at).filter(Q(known_until__isnull=True) | Q(known_until__gt=as_at))


def every_statement_of_case(case: UUID) -> QuerySet[Fact]:
    """All of them, the superseded too, oldest first."""
    return Fact.objects.filter(case=case).select_related("subject").order_by("known_from", "name")
