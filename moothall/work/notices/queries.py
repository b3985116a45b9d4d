"""What people have been told."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from moothall.work.notices.models import Notice, Printed


def told_about(things: Iterable[UUID]) -> QuerySet[Notice]:
    """The notices about these cases, newest first."""
    return Notice.objects.filter(about__in=list(things)).order_by("-queued_at")


def letters_about(thing: UUID) -> QuerySet[Notice]:
    """The notices about one case, newest first, each with what is known of its PDF but not the PDF."""
    return told_about([thing]).select_related("printed").defer("text", "printed__pdf")


def paper_of(notice: UUID, *, about: UUID) -> Printed | None:
    """The PDF of a notice about that case; None while it is being made, or when it is about another."""
    return Printed.objects.filter(notice=notice, notice__about=about).first()
