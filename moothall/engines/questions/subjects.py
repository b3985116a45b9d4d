"""Whom a screen concerns, and which of its facts are not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from moothall.engines.facts import Circumstances, Family, Person, Vocabulary
from moothall.engines.questions.plan import Condition, Question

# Facts about the home and about the case have one subject each; families and people go by their ids.
HOUSEHOLD, CASE = "household", "case"


class Gap(NamedTuple):
    """One fact of one subject that is not known: the fact's name and the subject's id."""

    fact: str
    whom: str


def facts_about(circumstances: Circumstances, about: str, whom: str) -> dict | None:
    """The known facts of that subject, or None when the household has nobody with that id."""
    if about == HOUSEHOLD:
        return circumstances.household
    if about == CASE:
        return circumstances.case
    holders = circumstances.families if about == "family" else circumstances.people()
    return next((holder.facts for holder in holders if holder.id == whom), None)


def concerned(question: Question, circumstances: Circumstances, vocabulary: Vocabulary) -> list[str]:
    """The ids of those whom a screen concerns: its group, less those whose known facts rule it out.

    Somebody whose deciding fact is not known yet is left out as well; the screen of that fact comes first.
    """
    if question.about in (HOUSEHOLD, CASE):
        subjects = [(question.about, _chain(circumstances))]
    elif question.about == "family":
        subjects = [(family.id, _chain(circumstances, family)) for family in circumstances.families]
    else:
        subjects = [
            (person.id, _chain(circumstances, family, person))
            for family, person in _members(question.group, circumstances, vocabulary)
        ]
    return [
        whom for whom, known in subjects if all(holds(condition, known) for condition in question.depends)
    ]


def chain_of(circumstances: Circumstances, about: str, whom: str) -> tuple[Mapping, ...]:
    """The known facts of a subject, then of its family, the household and the case."""
    if about in (HOUSEHOLD, CASE):
        return _chain(circumstances)
    for family in circumstances.families:
        if about == "family" and family.id == whom:
            return _chain(circumstances, family)
        for person in family.people:
            if about == "person" and person.id == whom:
                return _chain(circumstances, family, person)
    return _chain(circumstances)


def holder_of(circumstances: Circumstances, whom: str, about: str) -> str:
    """The id of the family that a person is in, or of the household or the case."""
    if about != "family":
        return about
    return next(
        family.id for family in circumstances.families if any(person.id == whom for person in family.people)
    )


def holds(condition: Condition, known: tuple[Mapping, ...]) -> bool:
    """Whether the nearest known value is one of those the condition names; not known is no."""
    return next(
        (facts[condition.fact] in condition.values for facts in known if condition.fact in facts), False
    )


def is_known(fact: str, known: tuple[Mapping, ...]) -> bool:
    return any(fact in facts for facts in known)


def _chain(circumstances: Circumstances, family: Family | None = None, person: Person | None = None):
    nearest = [holder.facts for holder in (person, family) if holder is not None]
    return (*nearest, circumstances.household, circumstances.case)


def _members(
    name: str, circumstances: Circumstances, vocabulary: Vocabulary
) -> Iterator[tuple[Family, Person]]:
    """The people of a group, with the family of each. A screen asks the whole household, so whose family
    they are in matters only where the group is of the others, outside the first family."""
    group = vocabulary.groups[name]
    families = circumstances.families[1:] if group.among == "other_people" else circumstances.families
    for family in families:
        for person in family.people:
            if group.fact is None or person.facts.get(group.fact) in group.codes:
                yield family, person
