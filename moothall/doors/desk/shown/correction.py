"""A request for correction as an officer reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from moothall.doors.desk.shown.facts import source_of
from moothall.doors.kit.languages import current_language
from moothall.engines.facts import write_plain
from moothall.work.cases.models import Correction
from moothall.work.cases.queries import newest_decision


@dataclass(frozen=True, slots=True)
class Shown:
    """What is held and where it comes from, what she says is right, and whether a decision stands on it."""

    label: str
    held: str
    source: str
    wanted: str
    why: str
    asked_at: datetime
    due_on: date
    decided: bool


def correction_shown(correction: Correction) -> Shown:
    """The request in words. Its values are written as its fact's own values are."""
    vocabulary, fact = correction.case.edition.definition.vocabulary, correction.of
    language, decision = current_language(), newest_decision(correction.case)
    known = fact.name in vocabulary
    return Shown(
        label=vocabulary[fact.name].words(language).label if known else fact.name,
        held=write_plain(vocabulary, fact.name, fact.value, language),
        source=source_of(fact),
        wanted=write_plain(vocabulary, fact.name, correction.value, language),
        why=correction.why,
        asked_at=correction.asked_at,
        due_on=correction.due_on,
        decided=decision is not None and str(fact.pk) in decision.facts,
    )
