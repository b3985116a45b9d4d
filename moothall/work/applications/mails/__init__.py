"""What is mailed about an interview that is kept for later, in the language that she reads."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from moothall.engines.facts import dates
from moothall.engines.facts.writing import write_date
from moothall.ground.catalogue.letters import Letter, read_letter
from moothall.work.applications.models import DraftLink
from moothall.work.applications.saved_link import address_of
from moothall.work.notices.actions import Words

TEXTS = Path(__file__).parent
LONDON = ZoneInfo("Europe/London")


def mail_about(link: DraftLink, name: str) -> Words:
    """The mail of that name: `saved` or `reminder`."""
    draft = link.draft
    subject, text = _letter(name, draft.language).filled(
        {
            "service": _in(draft.language, draft.edition.card["name"]),
            "body": draft.organisation.name(draft.language),
            "link": address_of(link),
            "until": _moment(draft),
            "reference": link.reference,
        }
    )
    return Words(subject_line=subject, text=text, language=draft.language)


@cache
def _letter(name: str, language: str) -> Letter:
    path = f"{language}/{name}.txt"
    return read_letter((TEXTS / path).read_text("utf-8"), path=f"mails/{path}")


def _in(language: str, words: dict) -> str:
    """Words of service.yaml; what has no Welsh is read in English."""
    return str(words.get(language) or words["en"])


def _moment(draft) -> str:
    ends = draft.expires_at.astimezone(LONDON)
    return f"{write_date(dates.to_number(ends.date()), draft.language)}, {ends:%H:%M}"
