"""Write down what was said, seen or found out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from moothall.ground.subjects.models import Fact, Subject


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact comes from: who said it, how, for what, and on which day it became true."""

    said_by: str
    channel: str
    purpose: str
    true_from: date
    now: datetime
    provenance: str = "stated"
    case: UUID | None = None


def state_all(statements: list[tuple[Subject, str, Any]], *, source: Source) -> list[Fact]:
    """Write each (subject, fact, value) down, in one statement to the database."""
    return Fact.objects.bulk_create(
        [statement(subject, name, value, source) for subject, name, value in statements]
    )


def statement(subject: Subject, name: str, value: Any, source: Source) -> Fact:
    """One of them as a row, unsaved, for a caller that writes those of several cases together."""
    return Fact(
        organisation_id=subject.organisation_id,
        subject=subject,
        name=name,
        value=value,
        true_from=source.true_from,
        known_from=source.now,
        provenance=source.provenance,
        said_by=source.said_by,
        channel=source.channel,
        purpose=source.purpose,
        case=source.case,
    )
