"""Put a letter in the outbox, in the transaction of whatever it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from moothall.ground.due_work import Due
from moothall.work.notices.models import Notice


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a letter says, and in which language."""

    subject_line: str
    text: str
    language: str


def queue_notice(
    *,
    organisation: str,
    about: UUID,
    kind: str,
    words: Words,
    send_to: str,
    now: datetime,
    on_paper: bool = True,
) -> tuple[Notice, list[Due]]:
    """Freeze the words, and return the due work that sends and prints them, for the caller to enqueue.

    What is not `on_paper` is a mail and no letter: it is sent and never printed.
    """
    notice = Notice.objects.create(
        organisation_id=organisation,
        about=about,
        kind=kind,
        language=words.language,
        subject_line=words.subject_line,
        text=words.text,
        send_to=send_to,
        queued_at=now,
    )
    kinds = ["notice.send", "notice.print"] if on_paper else ["notice.send"]
    return notice, [_later(kind, notice, now) for kind in kinds]


def _later(kind: str, notice: Notice, now: datetime) -> Due:
    return Due(
        kind=kind,
        key=str(notice.id),
        organisation=notice.organisation_id,
        due_at=now,
        payload={"notice": str(notice.id)},
    )
