"""Make the PDF of a letter. Due work may run it twice; the paper is made once."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from moothall.ground.record import Happened, write
from moothall.work.notices.models import Notice, Printed
from moothall.work.notices.paper import Sheet, put_on_paper

MARKED = {
    "en": "This letter was made in a demonstration. The people in it are invented.",
    "cy": "Gwnaed y llythyr hwn mewn arddangosiad. Mae'r bobl ynddo wedi'u dyfeisio.",
}


def print_notice(*, organisation: str, payload: dict, now: datetime) -> None:
    """Keep the PDF beside the notice and write into the record that it was made.

    Raises CannotPrint where the machine lacks what is needed: the work is then tried
    again, given up, and stands on the desk's page of work that stopped, with the reason.
    """
    notice = Notice.objects.select_related("organisation").get(id=payload["notice"])
    if Printed.objects.filter(notice=notice).exists():
        return
    paper = put_on_paper(sheet_of(notice))
    Printed.objects.create(
        notice=notice,
        organisation_id=organisation,
        pdf=paper.pdf,
        digest=paper.digest,
        pages=paper.pages,
        made_at=now,
    )
    write(
        Happened(
            verb="notice.printed",
            organisation=organisation,
            channel="system",
            case=notice.about,
            details={"kind": notice.kind.split(".")[0], "language": notice.language, "pages": paper.pages},
            payload={"notice": str(notice.id), "digest": paper.digest},
        )
    )


def sheet_of(notice: Notice) -> Sheet:
    """What the paper of this notice says: its frozen words, under the name of the body that sends it."""
    return Sheet(
        body=notice.organisation.name(notice.language),
        homepage=notice.organisation.homepage,
        language=notice.language,
        subject_line=notice.subject_line,
        text=notice.text,
        marked=MARKED[notice.language] if settings.DEMONSTRATION else "",
    )
