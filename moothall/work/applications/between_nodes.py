"""What two nodes say to each other about a promise: plain values on the way, and their strict reading.

What does not look as it must is refused as a whole. No reading repeats a value: it may be an answer of hers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from math import isfinite
from uuid import UUID

# Why a body may refuse. Any other word that a node sends is read as the last.
NOT_OFFERED, NOT_ITS_BODY, NOT_UNDERSTOOD, OTHER = "not_offered", "not_its_body", "not_understood", "other"
REFUSALS = (NOT_OFFERED, NOT_ITS_BODY, NOT_UNDERSTOOD, OTHER)
# How a promise may stand there. `unanswered` is never said: it is what we make of no answer.
KEPT, REFUSED, UNKNOWN, UNANSWERED = "kept", "refused", "unknown", "unanswered"
CASE_STATUSES = ("open", "decided", "under_review", "closed")

LONGEST_TEXT, MOST_FACTS = 1_000, 2_000
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_PLACE = re.compile(r"[a-z0-9_-]{1,40}(/[a-z0-9_-]{1,40})?")
_REFERENCE = re.compile(r"[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
_FACT = re.compile(r"[a-z][a-z0-9_]{0,59}")


class NotUnderstandable(ValueError):
    """What another node said cannot be read. The message names the field and no value."""


@dataclass(frozen=True)
class Message:
    """What goes to the other node: one promise, and what its body must know to open the case."""

    promise: UUID
    node: str  # whom it is for
    organisation: str
    service: str
    reference: str
    submission: UUID
    language: str
    channel: str
    asked_on: str  # the legal date on which she told it, as 2026-11-23
    claimant: str  # the place of whom or what it is about
    worked_out: tuple[str, ...]  # names of the facts that nobody was asked: read from a postcode
    facts: Mapping[str, Mapping]  # place -> fact -> its plain value

    def as_json(self) -> dict[str, object]:
        plain = {**asdict(self), "worked_out": list(self.worked_out)}
        return plain | {"promise": str(self.promise), "submission": str(self.submission)}


@dataclass(frozen=True)
class Question:
    """Asks the other node how a promise stands that it has kept."""

    promise: UUID
    node: str
    organisation: str

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "promise": str(self.promise)}


@dataclass(frozen=True)
class Answer:
    """How a promise stands at its body, as that body's node says it; or that nothing was said that counts."""

    status: str  # kept, refused, unknown or unanswered
    reference: str = ""  # of the case there
    case: str = ""  # how that case stands
    decided_on: str = ""  # a legal date, as 2026-11-23
    refused_for: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def read_message(said: object) -> Message:
    """Raises NotUnderstandable."""
    row = _row(said, Message)
    return Message(
        promise=_id(row, "promise"),
        node=_word(row, "node", _KEY),
        organisation=_word(row, "organisation", _KEY),
        service=_word(row, "service", _KEY),
        reference=_word(row, "reference", _REFERENCE),
        submission=_id(row, "submission"),
        language=_word(row, "language", re.compile("en|cy")),
        channel=_word(row, "channel", re.compile("web|desk|phone|post|visit")),
        asked_on=_day(row, "asked_on"),
        claimant=_word(row, "claimant", _PLACE),
        worked_out=_names(row["worked_out"]),
        facts=_facts(row["facts"]),
    )


def read_question(said: object) -> Question:
    """Raises NotUnderstandable."""
    row = _row(said, Question)
    return Question(_id(row, "promise"), _word(row, "node", _KEY), _word(row, "organisation", _KEY))


def read_answer(said: object) -> Answer:
    """Raises NotUnderstandable."""
    row = _row(said, Answer)
    status = _word(row, "status", re.compile("|".join((KEPT, REFUSED, UNKNOWN))))
    if status == KEPT:
        return Answer(
            status,
            reference=_word(row, "reference", _REFERENCE),
            case=_word(row, "case", re.compile("|".join(CASE_STATUSES))),
            decided_on=_day(row, "decided_on") if row["decided_on"] else "",
        )
    why = row["refused_for"] if row["refused_for"] in REFUSALS else OTHER
    return Answer(status, refused_for=why if status == REFUSED else "")


def _row(said: object, kind: type) -> Mapping:
    wanted = {field.name for field in fields(kind)}
    if not isinstance(said, dict) or said.keys() != wanted:
        raise NotUnderstandable(f"expected {', '.join(sorted(wanted))}")
    return said


def _word(row: Mapping, name: str, form: re.Pattern) -> str:
    if not isinstance(row[name], str) or not form.fullmatch(row[name]):
        raise NotUnderstandable(name)
    return row[name]


def _id(row: Mapping, name: str) -> UUID:
    try:
        return UUID(row[name] if isinstance(row[name], str) else "")
    except ValueError:
        raise NotUnderstandable(name) from None


def _day(row: Mapping, name: str) -> str:
    try:
        return date.fromisoformat(row[name]).isoformat()
    except (TypeError, ValueError):
        raise NotUnderstandable(name) from None


def _names(said: object) -> tuple[str, ...]:
    if not isinstance(said, list) or len(said) > MOST_FACTS:
        raise NotUnderstandable("worked_out")
    if not all(isinstance(name, str) and _FACT.fullmatch(name) for name in said):
        raise NotUnderstandable("worked_out")
    return tuple(said)


def _facts(said: object) -> dict[str, dict]:
    if not isinstance(said, dict):
        raise NotUnderstandable("facts")
    for place, told in said.items():
        if not _PLACE.fullmatch(place) or not isinstance(told, dict):
            raise NotUnderstandable("facts")
        if not all(_FACT.fullmatch(name) and _is_plain(value) for name, value in told.items()):
            raise NotUnderstandable("facts")
    if sum(len(told) for told in said.values()) > MOST_FACTS:
        raise NotUnderstandable("facts")
    return said


def _is_plain(value: object) -> bool:
    """Yes, no, a finite number, or a text that a page can show."""
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and all(mark.isprintable() or mark in "\r\n" for mark in value)
    return isinstance(value, bool | int) or (isinstance(value, float) and isfinite(value))
