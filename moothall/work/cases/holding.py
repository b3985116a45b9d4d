"""A case as an action takes it: locked until the transaction ends, with its body and its edition."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from moothall.work.cases.models import Case


def cases() -> QuerySet[Case]:
    """Cases with their body and edition, whose files stay in the database until they are compiled."""
    return Case.objects.select_related("organisation", "edition").defer("edition__files")


def hold(case_id: UUID | str) -> Case:
    """The case, held so that nobody else acts on it meanwhile."""
    return cases().select_for_update(of=("self",)).get(id=case_id)
