"""Say that an interview which is kept for later will be deleted soon. Due work runs this."""

from __future__ import annotations

from datetime import datetime

from moothall.ground.due_work import enqueue_all
from moothall.work.applications.actions.save_draft import MAIL
from moothall.work.applications.mails import mail_about
from moothall.work.applications.models import DraftLink
from moothall.work.notices.actions import queue_notice
from moothall.work.notices.queries import told_about

REMINDER = f"{MAIL}.reminder"


def remind_of_draft(*, organisation: str, payload: dict, now: datetime) -> None:
    """Mail the link once more, unless the interview was sent or forgotten, or she was told already."""
    links = DraftLink.objects.select_related("draft__application")
    link = links.filter(id=payload["link"], draft__expires_at__gt=now, draft__application=None).first()
    if link is None or not link.send_to or told_about([link.id]).filter(kind=REMINDER).exists():
        return
    _, due = queue_notice(
        organisation=organisation,
        about=link.id,
        kind=REMINDER,
        words=mail_about(link, "reminder"),
        send_to=link.send_to,
        now=now,
        on_paper=False,
    )
    enqueue_all(due)
