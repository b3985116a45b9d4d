"""What doors may ask about requests for correction, and about decisions that stand on what was corrected."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from moothall.ground.subjects.models import Fact
from moothall.work.cases.models import Case, Correction, Decision


def corrections_in(case: Case) -> QuerySet[Correction]:
    """Every request for correction of this case, the newest first."""
    found = case.corrections.select_related("organisation", "task", "of__subject")
    return found.order_by("-asked_at", "id")


def where_it_went(asked: UUID) -> QuerySet[Correction]:
    """One asking of hers: the request at each body in context."""
    found = Correction.objects.filter(asked=asked)
    found = found.select_related("organisation", "task", "of__subject", "case__edition")
    return found.defer("case__edition__files").order_by("case__opened_at", "case__reference")


def correction_of(correction_id: UUID) -> Correction | None:
    """The request with this id in context; not yet permission to read its case."""
    return Correction.objects.select_related("task", "of__subject").filter(pk=correction_id).first()


def corrected_since(decision: Decision) -> list[Fact]:
    """The statements that the decision stood on and that are not held as right any more.

    Where there is one, somebody has to look at the decision again.
    """
    stood_on = Fact.objects.filter(pk__in=decision.facts, known_until__isnull=False)
    return list(stood_on.select_related("subject").order_by("known_until", "name"))
