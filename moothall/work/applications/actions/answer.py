"""Take the answers of one screen.

Each act reads the newest answers and changes only the facts of its own screen, inside
one transaction: two tabs lose nothing of each other's, and of the same screen the later wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from moothall.engines.facts import Circumstances, Family, Misread, Person, read_answer
from moothall.engines.questions import Gap, Question
from moothall.work.applications.checks import forget_answers_about
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import AlreadySent, circumstances_of, draft_for_update

# What was typed for one fact of one subject: text, or the parts of a date.
Raw = str | Mapping[str, str]
Typed = Mapping[tuple[str, str], Raw]  # (fact, id of whom it is about) -> what was typed

HOME = "household"


class NotUnderstood(Exception):
    """Some answers of the screen could not be read. Nothing was changed; show it again as it was typed."""

    def __init__(self, problems: Mapping[tuple[str, str], Misread]) -> None:
        super().__init__(f"{len(problems)} answers could not be read.")
        self.problems = dict(problems)


class NoSuchPerson(Exception):
    """An answer is about somebody who does not live in this household."""


def answer(
    draft_id: UUID,
    *,
    screen: str,
    typed: Typed,
    today: date,
    language: str | None = None,
    confirmed: Iterable[str] = (),
) -> Draft:
    """Read every answer of a screen and keep them. Raises NotUnderstood with all that is wrong.

    `language` is the one she reads in now; letters go out in the last one. `confirmed` are the keys of
    unusual answers that she says are right. Answers that do not fit together are kept too, and asked again.
    """
    draft = draft_for_update(draft_id)
    draft.language = language or draft.language
    definition = draft.edition.definition
    question = definition.plan.screens[screen]
    circumstances = circumstances_of(draft)
    left_empty = {about for about, raw in typed.items() if about[0] in question.optional and _is_empty(raw)}
    values = _read_all(
        {about: raw for about, raw in typed.items() if about not in left_empty},
        definition.vocabulary,
        today=today,
        language=draft.language,
    )
    changed = []
    for (fact, whom), value in values.items():
        facts = _facts_about(circumstances, definition.vocabulary[fact].about, whom)
        if facts.get(fact) != value:
            changed.append(Gap(fact, whom))
        facts[fact] = value
    definition.contradictions.confirm(circumstances, confirmed, changed=changed)
    forget_answers_about([gap.fact for gap in changed], circumstances, definition)
    for fact, whom in left_empty:
        _facts_about(circumstances, definition.vocabulary[fact].about, whom).pop(fact, None)
    return _keep(draft, circumstances, question)


def answer_roster(
    draft_id: UUID,
    *,
    screen: str,
    people: Mapping[str, Mapping[str, Raw]],
    today: date,
    language: str | None = None,
    confirmed: Iterable[str] = (),
) -> Draft:
    """Keep who lives here: id of the person -> fact -> what was typed. Raises NotUnderstood.

    Somebody already known keeps the answers given about them; somebody left out goes with theirs.
    """
    draft = draft_for_update(draft_id)
    draft.language = language or draft.language
    definition = draft.edition.definition
    circumstances = circumstances_of(draft)
    typed = {(fact, whom): raw for whom, facts in people.items() for fact, raw in facts.items()}
    values = _read_all(typed, definition.vocabulary, today=today, language=draft.language)
    known = {person.id: person.facts for person in circumstances.people()}
    facts = {whom: dict(known.get(whom, {})) for whom in people}
    for (fact, whom), value in values.items():
        facts[whom][fact] = value
    changed = [
        Gap(fact, whom) for (fact, whom), value in values.items() if known.get(whom, {}).get(fact) != value
    ]
    definition.contradictions.confirm(circumstances, confirmed, changed=changed)
    circumstances.families = _families(facts)
    circumstances.roster_known = True
    return _keep(draft, circumstances, definition.plan.screens[screen])


def _is_empty(raw: Raw) -> bool:
    return not any(part.strip() for part in ([raw] if isinstance(raw, str) else raw.values()))


def _read_all(typed: Typed, vocabulary, *, today: date, language: str) -> dict:
    values, problems = {}, {}
    for (fact, whom), raw in typed.items():
        try:
            values[fact, whom] = read_answer(vocabulary[fact], raw, today=today, language=language)
        except Misread as misread:
            problems[fact, whom] = misread
    if problems:
        raise NotUnderstood(problems)
    return values


def _facts_about(circumstances: Circumstances, about: str, whom: str) -> dict:
    if about == "household":
        return circumstances.household
    if about == "case":
        return circumstances.case
    holders = circumstances.families if about == "family" else circumstances.people()
    for holder in holders:
        if holder.id == whom:
            return holder.facts
    raise NoSuchPerson(f"No {about} {whom!r} in this household.")


def _families(facts: Mapping[str, dict]) -> list[Family]:
    """The claimant's family first; every other adult is a family of their own, as benefits count them."""
    own = [Person(whom, known) for whom, known in facts.items() if known.get("role") != "other_adult"]
    others = [Person(whom, known) for whom, known in facts.items() if known.get("role") == "other_adult"]
    return [Family("family1", people=own)] + [
        Family(f"family{number}", people=[person]) for number, person in enumerate(others, start=2)
    ]


def _keep(draft: Draft, circumstances: Circumstances, question: Question) -> Draft:
    draft.answers = circumstances.to_dict(draft.edition.definition.vocabulary)
    if question.key not in draft.seen:
        draft.seen = [*draft.seen, question.key]
    draft.revision += 1
    draft.save(update_fields=["answers", "seen", "language", "revision"])
    return draft


__all__ = ["AlreadySent", "NoSuchPerson", "NotUnderstood", "answer", "answer_roster"]
