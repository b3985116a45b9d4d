"""Forget what somebody typed, when the time that the first page names is over. Due work runs this."""

from __future__ import annotations

from datetime import datetime

from moothall.work.applications.models import Draft


def forget_draft(*, organisation: str, payload: dict, now: datetime) -> None:
    """Delete an interview that was never sent; of one that was, keep the row and none of its answers.

    The answers that were sent stay where they belong: as facts, at each body that was told.
    """
    draft = (
        Draft.objects.select_related("application").filter(id=payload["draft"], expires_at__lte=now).first()
    )
    if draft is None:
        return
    if hasattr(draft, "application"):
        draft.answers, draft.seen = {}, []
        draft.save(update_fields=["answers", "seen"])
    else:
        draft.delete()
