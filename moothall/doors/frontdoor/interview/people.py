"""What a person of the household is called on the page, before anybody has given a name."""

from __future__ import annotations

from moothall.doors.kit import t
from moothall.engines.facts import Circumstances, Person, Vocabulary, write_answer

ROLE = "role"  # the fact that says what somebody is in the household
CLAIMANT = "claimant"  # the id of the person who asks, in every household


def name_of(whom: str, known: Circumstances, vocabulary: Vocabulary, *, language: str) -> str:
    """You, your partner, or a name; else what is known: a child, born 3 May 2015."""
    person = next((one for one in known.people() if one.id == whom), None)
    role = person.facts.get(ROLE) if person else None
    if role in ("claimant", "partner"):
        return t(f"frontdoor.person.{role}")
    return _named(person, vocabulary, language=language) if person else t("frontdoor.person.someone")


def _named(person: Person, vocabulary: Vocabulary, *, language: str) -> str:
    if name := person.facts.get("first_name") or person.facts.get("full_name"):
        return str(name)
    role, born = person.facts.get(ROLE), person.facts.get("date_of_birth")
    called = t("frontdoor.person.child" if role == "child" else "frontdoor.person.adult")
    if born is None:
        return called
    return t(
        "frontdoor.person.born", called=called, date=write_answer(vocabulary["date_of_birth"], born, language)
    )
