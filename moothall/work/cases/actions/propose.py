"""A decision as it would be, before anybody signs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from moothall.ground.subjects.models import Fact
from moothall.work.cases.award import NOT_ADOPTED, Award, award_of
from moothall.work.cases.letters import letters_for
from moothall.work.cases.models import Case


class FactMissing(Exception):
    """The rules cannot answer yet, and nobody departs from an answer that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Departure:
    """An officer's own answer in the place of the rules': outcome, amounts, why, and on what law."""

    outcome: str
    results: Mapping[str, dict]  # goal -> {value, unit, text: {en, cy}}
    why: str
    law: str


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A decision as it would be: what the officer sees before she signs, letter and all."""

    award: Award
    outcome: str
    results: Mapping[str, dict]
    reasons: Mapping[str, dict]
    law: list[str]
    departure: Departure | None
    letters: Mapping[str, dict]


def propose(
    case: Case,
    *,
    today: date,
    departure: Departure | None = None,
    facts: Iterable[Fact] | None = None,
    outcome: str | None = None,
) -> Proposal:
    """Work the case out and write its letter, deciding nothing. Raises FactMissing.

    `facts` are those of a case that is just being opened; `outcome` is one that the process gives where the
    rules give another, such as a report that joins an earlier one.
    """
    award = award_of(case, facts)
    if departure is None and award.recommends == "not_known":
        raise FactMissing
    outcome = outcome or (departure.outcome if departure else award.recommends)
    results = _departed(award.results(), departure.results if departure else {})
    reasons = award.reasons()
    letters = letters_for(
        _letter_name(case, outcome),
        case=case,
        definition=award.edition.definition,
        body=case.organisation,
        today=today,
        results=results,
        reasons=reasons,
        why=departure.why if departure else "",
        law=departure.law if departure else "",
    )
    law = sorted(laws_in(reasons["en"])) + ([departure.law] if departure else [])
    return Proposal(
        award=award,
        outcome=outcome,
        results=results,
        reasons=reasons,
        law=law,
        departure=departure,
        letters=letters,
    )


def _departed(results: Mapping[str, dict], own: Mapping[str, dict]) -> dict[str, dict]:
    """An officer's own results in their place. The letter gives the rules' reasons too, so marks stay."""
    kept = {goal: results[goal][NOT_ADOPTED] for goal in own if NOT_ADOPTED in results.get(goal, {})}
    return {**results, **own} | {goal: {**own[goal], NOT_ADOPTED: mark} for goal, mark in kept.items()}


def _letter_name(case: Case, outcome: str) -> str:
    return "review_decided" if case.status == "under_review" else outcome


def laws_in(reasons: Mapping) -> set[str]:
    """Every provision named anywhere in trees of reasons."""
    found: set[str] = set()
    waiting = list(reasons.values())
    while waiting:
        tree = waiting.pop()
        if tree.get("law"):
            found.add(tree["law"])
        waiting.extend(tree.get("children", ()))
    return found
