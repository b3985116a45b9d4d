"""Send a queued notice. Due work may run it twice; a person is told once."""

from __future__ import annotations

from datetime import datetime

from moothall.ground.record import Happened, write
from moothall.work.notices.models import Notice


def send_notice(*, organisation: str, payload: dict, now: datetime) -> None:
    """Mark the notice as sent and write that into the record.

    Until a council wires a mail connector, sending is the outbox page of the
    demonstration and the case page of the resident.
    """
    sent = Notice.objects.filter(id=payload["notice"], status="queued").update(status="sent", sent_at=now)
    if not sent:
        return
    notice = Notice.objects.get(id=payload["notice"])
    write(
        Happened(
            verb="notice.sent",
            organisation=organisation,
            channel="system",
            case=notice.about,
            details={"kind": notice.kind.split(".")[0], "language": notice.language},
            payload={"notice": str(notice.id)},
        )
    )
