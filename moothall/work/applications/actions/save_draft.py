"""Keep an interview for later: make the link that opens it on another device, and mail it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from moothall.ground.due_work import Due, enqueue_all
from moothall.ground.record import Happened, write
from moothall.work.applications.mails import mail_about
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import DraftGone, draft_for_update
from moothall.work.cases.references import new_reference
from moothall.work.notices.actions import queue_notice
from moothall.work.notices.actions.forget_notices import forget_notices

# What is mailed about it is a notice of a kind that begins so: staff do not read it, see `officers.cedar`.
MAIL = "draft"
REMINDED_BEFORE = timedelta(days=3)
# Wrong postcodes in a row, after which a link is ended. A district has some thousands of postcodes.
MOST_WRONG = 10


def save_draft(draft_id: UUID, *, send_to: str, language: str, now: datetime) -> DraftLink:
    """The one link of this interview, mailed to that address when there is one.

    Saved again it is the same link, mailed again. It is a new one, and the old one opens nothing any more,
    when it goes to another address than before (the first may have been somebody else's) or when the old
    one was ended by wrong postcodes. Call inside `acting_for` the body of the draft.
    Raises DraftGone or AlreadySent.
    """
    draft = draft_for_update(draft_id)
    if draft.expires_at <= now:
        raise DraftGone
    draft.language = language
    draft.save(update_fields=["language"])
    link = _link_of(draft, send_to=send_to, now=now)
    if send_to:
        link.send_to, link.mails = send_to, link.mails + 1
    link.saved_at, link.draft = now, draft
    link.save()
    if send_to:
        enqueue_all([*_mailed(link, now=now), *_reminder(link, now=now)])
    saved = Happened(
        verb="application.saved",
        organisation=draft.organisation_id,
        service=draft.service,
        channel="web",
        edition=draft.edition.content_hash,
        details={"mailed": bool(send_to)},
        at=now,
    )
    write(saved)
    return link


def _link_of(draft: Draft, *, send_to: str, now: datetime) -> DraftLink:
    link = DraftLink.objects.filter(draft=draft).first()
    if link and (link.wrong_tries >= MOST_WRONG or (link.send_to and send_to not in ("", link.send_to))):
        end_link(link)
        link = None
    return link or DraftLink(
        organisation_id=draft.organisation_id,
        draft=draft,
        reference=new_reference(draft.organisation.prefix),
        saved_at=now,
    )


def end_link(link: DraftLink) -> None:
    """It opens nothing any more, and what was mailed about it is forgotten here."""
    forget_notices(about=link.id)
    link.delete()


def _mailed(link: DraftLink, *, now: datetime) -> list[Due]:
    _, due = queue_notice(
        organisation=link.organisation_id,
        about=link.id,
        kind=f"{MAIL}.saved.{link.mails}",
        words=mail_about(link, "saved"),
        send_to=link.send_to,
        now=now,
        on_paper=False,
    )
    return due


def _reminder(link: DraftLink, *, now: datetime) -> list[Due]:
    """None where the whole time is shorter than the warning: an estimate is kept for one day."""
    at = link.draft.expires_at - REMINDED_BEFORE
    if at <= now:
        return []
    return [
        Due(
            kind="draft.remind",
            key=str(link.id),
            organisation=link.organisation_id,
            due_at=at,
            payload={"link": str(link.id)},
        )
    ]
