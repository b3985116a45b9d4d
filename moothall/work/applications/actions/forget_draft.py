"""Forget what somebody typed, when the time that the first page names is over. Due work runs this."""

from __future__ import annotations

from datetime import datetime

from moothall.engines.deadlines import legal_date
from moothall.ground.record import Happened, write
from moothall.work.applications.actions.save_draft import end_link
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import interview, open_screen_of
from moothall.work.evidence.actions import forget_evidence

# All was answered, and she went no further than the estimate or the page that checks the answers.
ALL_ANSWERED = "all_answered"


def forget_draft(*, organisation: str, payload: dict, now: datetime) -> None:
    """Delete an interview that was never sent; of one that was, keep the row and none of its answers.

    The way back to it goes with it, and where that was mailed. What was sent stays where it belongs: the
    answers as facts at each body that was told, the papers with the case. Of one that was not sent the papers
    go too, and the record keeps which screen was open, so that whoever answers for the questions can mend it.
    """
    draft = (
        Draft.objects.select_related("application", "edition")
        .filter(id=payload["draft"], expires_at__lte=now)
        .first()
    )
    if draft is None:
        return
    for link in DraftLink.objects.filter(draft=draft):
        end_link(link)
    if hasattr(draft, "application"):
        draft.answers, draft.seen = {}, []
        draft.save(update_fields=["answers", "seen"])
        return
    left = Happened(
        verb="application.left",
        organisation=organisation,
        service=draft.service,
        step=_left_at(draft, now),
        channel="system",
        edition=draft.edition.content_hash,
        details={"screens": list(draft.seen)},
        at=now,
    )
    forget_evidence(telling=draft.id)
    draft.delete()
    write(left)


def _left_at(draft: Draft, now: datetime) -> str:
    """The screen that was open, by the rules of the day on which the interview was begun."""
    screen = open_screen_of(draft, interview(draft, today=legal_date(draft.started_at)))
    return screen.key if screen else ALL_ANSWERED
