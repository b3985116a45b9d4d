"""What a person is told about her request for correction, in the language of her case."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path

from moothall.engines.deadlines.legal import legal_date
from moothall.engines.facts import write_plain
from moothall.engines.facts.dates import to_number
from moothall.engines.facts.writing import write_date
from moothall.ground.catalogue.letters import Letter, read_letter
from moothall.ground.due_work import Due
from moothall.work.cases.models import Case, Correction
from moothall.work.cases.queries import newest_decision
from moothall.work.notices.actions import Words, queue_notice

TEXTS = Path(__file__).parent
# The part of the letter for somebody whose decision stood on what is corrected.
RESTS_ON_IT = "rests_on_it"


def tell_result(correction: Correction, *, case: Case, now: datetime) -> list[Due]:
    """Queue the letter that says how the body answered, and return the due work that sends and prints it.

    A refusal gives the reason and says where she may complain (UK GDPR Art 12(4)). Call it in the
    transaction of the answer, when the case already has the name and address that the answer corrected.
    """
    _, sending = queue_notice(
        organisation=case.organisation_id,
        about=case.pk,
        kind=f"correction.{correction.pk}",
        words=_words(correction, case, now=now),
        send_to=case.send_to,
        now=now,
    )
    return sending


def _words(correction: Correction, case: Case, *, now: datetime) -> Words:
    language, vocabulary = case.language, case.edition.definition.vocabulary
    name = correction.of.name
    subject_line, text = _letter(correction.status, language).filled(
        {
            "what": vocabulary[name].words(language).label if name in vocabulary else name,
            "held": write_plain(vocabulary, name, correction.of.value, language),
            "right": write_plain(vocabulary, name, correction.value, language),
            "answer": correction.answer,
            "decision": _letter(RESTS_ON_IT, language).text if _rests_on(correction, case) else "",
            "asked_on": _day(correction.asked_at, language),
            "date": _day(now, language),
            "name": case.known_as,
            "reference": case.reference,
            "organisation": case.organisation.name(language),
            "homepage": case.organisation.homepage,
        }
    )
    # An answer that adds nothing, and a decision that is not touched, leave no hole behind.
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    return Words(subject_line=subject_line, text="\n\n".join(paragraphs), language=language)


def _rests_on(correction: Correction, case: Case) -> bool:
    decision = newest_decision(case)
    return decision is not None and str(correction.of_id) in decision.facts


def _day(moment: datetime, language: str) -> str:
    return write_date(to_number(legal_date(moment)), language)


@cache
def _letter(name: str, language: str) -> Letter:
    path = f"{language}/{name}.txt"
    return read_letter((TEXTS / path).read_text("utf-8"), path=f"mails/{path}")
