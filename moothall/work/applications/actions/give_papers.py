"""Give a paper with an interview that is not sent yet, or take it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from moothall.work.applications.papers import papers_named
from moothall.work.applications.queries import DraftGone, draft_for_update
from moothall.work.evidence.actions import Given, attach, remove
from moothall.work.evidence.models import Attachment


class NotAskedFor(Exception):
    """The service asks for no paper of that name."""


def give_paper(draft_id: UUID, *, paper: str, given: Given, now: datetime) -> Attachment:
    """Keep one file with the interview, for the body whose service asks for it and for no other.

    Raises Refused or TooManyPapers when it is not kept, and DraftGone, AlreadySent or NotAskedFor when none
    can be.
    """
    draft = draft_for_update(draft_id)
    if draft.expires_at <= now:
        raise DraftGone
    if paper not in papers_named(draft):
        raise NotAskedFor
    return attach(
        given,
        telling=draft.id,
        service=draft.service,
        supports=paper,
        organisation=draft.organisation_id,
        now=now,
    )


def take_paper_back(draft_id: UUID, *, attachment: UUID) -> None:
    """Remove one file of this interview. Raises DraftGone, or AlreadySent: what was sent stays."""
    remove(attachment, telling=draft_for_update(draft_id).id)
