"""Come back to an interview that was kept for later, with something that only she knows: her postcode."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from moothall.ground.places.postcodes import BadPostcode, read_postcode
from moothall.ground.record import Happened, write
from moothall.work.applications.actions.save_draft import MOST_WRONG
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import AlreadySent, DraftGone, circumstances_of


class TriedTooOften(Exception):
    """Too many wrong postcodes: this link opens nothing any more. Saving again makes a new one."""


def link_for(link_id: UUID, *, now: datetime) -> DraftLink:
    """The link, while it opens something. Raises DraftGone, AlreadySent or TriedTooOften. Uses nothing up."""
    return _open(_without_words().filter(id=link_id).first(), now=now)


def link_by_reference(reference: str, *, now: datetime) -> DraftLink:
    """The same by its reference, for somebody who wrote it down. Raises as `link_for` does."""
    return _open(_without_words().filter(reference=reference).first(), now=now)


def continue_draft(link_id: UUID, *, postcode: str, now: datetime) -> Draft | None:
    """The interview when the postcode is that of its home. Otherwise None, and the try is counted.

    A wrong postcode is no exception, because the transaction of an exception would take the count back.
    What is no postcode at all is not counted: nobody finds one so. It works again until the interview is
    sent or its time is over. Raises DraftGone, AlreadySent, TriedTooOften or BadPostcode.
    """
    typed = read_postcode(postcode)
    held = DraftLink.objects.select_for_update(of=("self",)).filter(id=link_id).first()
    link = _open(held, now=now)
    right = typed == _home_of(link.draft)
    link.wrong_tries = 0 if right else link.wrong_tries + 1
    link.save(update_fields=["wrong_tries"])
    if not right:
        return None
    draft = link.draft
    came_back = Happened(
        verb="application.continued",
        organisation=draft.organisation_id,
        service=draft.service,
        channel="web",
        edition=draft.edition.content_hash,
        at=now,
    )
    write(came_back)
    return draft


def _without_words() -> QuerySet[DraftLink]:
    """Links and their interviews without what she said: a link alone has the database hand out none of it."""
    links = DraftLink.objects.select_related("draft__application", "draft__organisation", "draft__edition")
    return links.defer("send_to", "draft__answers", "draft__edition__files")


def _open(link: DraftLink | None, *, now: datetime) -> DraftLink:
    if link is None or link.draft.expires_at <= now:
        raise DraftGone
    if hasattr(link.draft, "application"):
        raise AlreadySent(link.draft.application)
    if link.wrong_tries >= MOST_WRONG:
        raise TriedTooOften
    return link


def _home_of(draft: Draft) -> str | None:
    """The postcode of the home as it was last said; None when a household without one was kept."""
    try:
        return read_postcode(str(circumstances_of(draft).household.get("postcode", "")))
    except BadPostcode:
        return None
