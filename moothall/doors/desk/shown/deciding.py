"""What an officer has before her when she decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from moothall.doors.desk.shown.award import Answer, answers
from moothall.doors.desk.shown.case import DECISIONS, open_review, outcome_name
from moothall.doors.kit.languages import current_language
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import require
from moothall.work.cases import queries
from moothall.work.cases.award import award_of
from moothall.work.cases.models import Case, Decision, Review


@dataclass(frozen=True, slots=True)
class Deciding:
    """The open decision: the answer of the rules, what was decided before, and what is asked now."""

    answers: list[Answer]
    results: Mapping[str, Mapping]
    recommends: str
    outcomes: Mapping[str, str]
    review: Review | None
    earlier: Decision | None

    @property
    def known(self) -> bool:
        """False while a fact is missing: then there is nothing to accept."""
        return self.recommends != "not_known"

    @property
    def outcome(self) -> str:
        return self.outcomes.get(self.recommends, self.recommends)

    def money(self) -> list[tuple[Answer, str]]:
        """The goals that are amounts, each with its unit: those that a departure can change."""
        units = {goal: result.get("unit") or "" for goal, result in self.results.items()}
        return [(one, units[one.goal]) for one in self.answers if units[one.goal].startswith("GBP")]

    def pounds(self) -> dict[str, str]:
        """What the rules give for each amount, as it would be typed."""
        return {one.goal: f"{self.results[one.goal]['value'] / 100:.2f}" for one, _ in self.money()}


def deciding(case: Case, *, actor: Actor) -> Deciding | None:
    """The decision that is open on this case, or None. Raises NotPermitted."""
    task = next((one for one in queries.open_tasks(case) if one.node in DECISIONS), None)
    if task is None:
        return None
    require(actor, "case.look_again" if task.node == "look_again" else "case.decide", case)
    award = award_of(case)
    results, outcomes = award.results(), case.edition.definition.service["outcomes"]
    return Deciding(
        answers=answers(results, award.reasons()),
        results=results,
        recommends=award.recommends,
        outcomes={code: outcome_name(outcomes, code) for code in outcomes},
        review=open_review(case),
        earlier=queries.newest_decision(case),
    )


def outcome_words(case: Case, code: str) -> str:
    """The outcome in the reader's language."""
    return case.edition.definition.service["outcomes"].get(code, {}).get(current_language(), code)
