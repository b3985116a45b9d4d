"""Keep a paper, take it away again, and forget all of a telling that was never sent."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Count, Sum

from moothall.work.evidence.kinds import kind_of
from moothall.work.evidence.models import Attachment

MOST_BYTES = 10 * 1024 * 1024
MOST_PAPERS = 20
MOST_TOGETHER = 60 * 1024 * 1024  # bytes of one telling, so that nobody fills the disk with one interview
LONGEST_NAME = 120


@dataclass(frozen=True)
class Given:
    """A file as it came. `content` is None when it was too big, and then it was not kept in memory either."""

    name: str
    content: bytes | None


class Refused(Exception):
    """This file is not kept. `why` names the sentence that she reads; nothing else of the form is lost."""

    def __init__(self, why: Literal["empty", "too_big", "kind"], name: str) -> None:
        super().__init__(f"A file was refused: {why}.")
        self.why, self.name = why, name


class TooManyPapers(Exception):
    """No more files, or no more bytes, are kept of one telling."""


def attach(
    given: Given, *, telling: UUID, service: str, supports: str, organisation: str, now: datetime
) -> Attachment:
    """Keep the bytes as they came. The same file again is the same attachment. Raises Refused, TooManyPapers.

    Call inside `acting_for` the body whose service asked for it, and hold the interview meanwhile: two
    tabs at once would otherwise count the papers both.
    """
    name = shown_name(given.name)
    if given.content is None or len(given.content) > MOST_BYTES:
        raise Refused("too_big", name)
    if not given.content:
        raise Refused("empty", name)
    kind = kind_of(given.content)
    if kind is None:
        raise Refused("kind", name)
    digest = hashlib.sha256(given.content).hexdigest()
    of_telling = Attachment.objects.filter(telling=telling)
    known = of_telling.filter(supports=supports, digest=digest).first()
    if known:
        return known
    kept = of_telling.aggregate(papers=Count("id"), size=Sum("size", default=0))
    if kept["papers"] >= MOST_PAPERS or kept["size"] + len(given.content) > MOST_TOGETHER:
        raise TooManyPapers
    return Attachment.objects.create(
        organisation_id=organisation,
        telling=telling,
        service=service,
        supports=supports,
        name=name,
        kind=kind,
        size=len(given.content),
        digest=digest,
        content=given.content,
        added_at=now,
    )


def remove(attachment: UUID, *, telling: UUID) -> None:
    """Take it away, when it is of that telling. What is gone already is no error: she pressed twice."""
    Attachment.objects.filter(id=attachment, telling=telling).delete()


def forget_evidence(*, telling: UUID) -> None:
    """None of the papers of this telling stays."""
    Attachment.objects.filter(telling=telling).delete()


def shown_name(raw: str) -> str:
    """The last part of a name, without what cannot be seen: no path, no control or direction marks."""
    last = re.split(r"[/\\]", raw)[-1]
    seen = "".join(mark for mark in last if unicodedata.category(mark)[0] != "C").strip()
    return seen[:LONGEST_NAME] or "?"
