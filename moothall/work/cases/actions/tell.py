"""Send the letter that a finished task names: what was done, without a new decision."""

from __future__ import annotations

from datetime import date, datetime

from moothall.ground.due_work import Due
from moothall.work.cases.letters import letters_for
from moothall.work.cases.models import Case
from moothall.work.cases.queries import newest_decision
from moothall.work.notices.actions import Words, queue_notice


def tell(case: Case, letter: str, *, number: str, today: date, now: datetime) -> list[Due]:
    """Queue the letter of that name about the task `number`, and return the due work that sends it."""
    decision = newest_decision(case)
    letters = letters_for(
        letter,
        case=case,
        definition=case.edition.definition,
        body=case.organisation,
        today=today,
        results=decision.results if decision else {},
        reasons=decision.reasons if decision else {language: {} for language in ("en", "cy")},
    )
    words = letters[case.language]
    _, sending = queue_notice(
        organisation=case.organisation_id,
        about=case.id,
        kind=f"{letter}.{number}",
        words=Words(subject_line=words["subject"], text=words["text"], language=case.language),
        send_to=case.send_to,
        now=now,
    )
    return sending
