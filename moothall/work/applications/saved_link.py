"""The mailed link of an interview that is kept for later: what its address holds.

It names a row, the body that it belongs to and its last moment, and is signed, so that nobody can make one.
It holds nothing about her, and opens nothing without her postcode. That its last moment is in it lets a page
say kindly that the time is over when the row is long forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.core import signing

from moothall.work.applications.models import DraftLink

# Where the residents' door answers to it. Due work mails links and knows no door.
WAY_BACK = "/continue/"
_signer = signing.Signer(salt="moothall.saved_link", sep=".")


class NotALink(Exception):
    """Cut off on its way, or never one of ours."""


@dataclass(frozen=True)
class Named:
    """What a link names: a row of that body, until when."""

    link: UUID
    organisation: str
    until: datetime


def token_of(link: DraftLink) -> str:
    """What stands in the address of the link."""
    until = int(link.draft.expires_at.timestamp())
    return _signer.sign(f"{link.id.hex}.{link.organisation_id}.{until:x}")


def read_token(token: str) -> Named:
    """What the address names. Raises NotALink."""
    try:
        link, organisation, until = _signer.unsign(token).split(".")
    except (signing.BadSignature, ValueError):
        raise NotALink from None
    return Named(UUID(link), organisation, datetime.fromtimestamp(int(until, 16), UTC))


def address_of(link: DraftLink) -> str:
    """The whole link, as it is mailed."""
    return f"{settings.ADDRESS}{WAY_BACK}{token_of(link)}"


def path_in(text: str) -> str | None:
    """The part of a mailed link that is the same wherever the site is reached; None without a link."""
    found = re.search(rf"{re.escape(settings.ADDRESS)}({WAY_BACK}[\w.-]+)", text)
    return found[1] if found else None
