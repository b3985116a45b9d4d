"""What the rules give in a case, before anybody decides it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.engines.facts import Circumstances
from moothall.engines.rules import NotCovered, Outcome, Settled
from moothall.engines.rules.answers import show
from moothall.ground.catalogue.marks import mark_of_goal, reasons_of
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import current
from moothall.ground.subjects.models import Fact
from moothall.ground.subjects.queries import facts_of_case
from moothall.work.cases.models import Case
from moothall.work.cases.told import circumstances_from

LANGUAGES = ("en", "cy")
# Beside a result: language -> the sentence that its scheme was adopted by no council.
NOT_ADOPTED = "not_adopted"


@dataclass(frozen=True)
class Award:
    """The answer of the rules, the statements it stands on, and the edition that gave it.

    `about` is the legal date whose rules and rates were used: the day on which she asked.
    """

    edition: Edition
    about: date
    outcome: Outcome
    facts: tuple[Fact, ...]
    circumstances: Circumstances

    @property
    def goals(self) -> list[str]:
        return self.edition.definition.goals

    @property
    def recommends(self) -> str:
        """What the rules point to; `not_known` when a fact is missing."""
        answer = self.outcome[self.goals[0]]
        if isinstance(answer, Settled):
            return "award" if answer.value else "no_award"
        return "not_covered" if isinstance(answer, NotCovered) else "not_known"

    def results(self) -> dict[str, dict]:
        """Goal -> what the rules give, as JSON and in words; `not_adopted` beside an illustration."""
        return {goal: self._result(goal) | self._mark(goal) for goal in self.goals}

    def _mark(self, goal: str) -> dict[str, dict]:
        mark = mark_of_goal(self.edition.definition, self.outcome, goal, on=self.about)
        return {NOT_ADOPTED: dict(mark)} if mark else {}

    def _result(self, goal: str) -> dict:
        answer, vocabulary = self.outcome[goal], self.edition.definition.vocabulary
        if isinstance(answer, Settled):
            text = {language: show(answer.value, answer.unit, language, vocabulary) for language in LANGUAGES}
            return {"value": answer.value, "unit": answer.unit, "text": text}
        if isinstance(answer, NotCovered):
            return {"not_covered": {language: self._sentence(goal, language) for language in LANGUAGES}}
        return {"needs": answer.fact}

    def _sentence(self, goal: str, language: str) -> str:
        return self.outcome.reasons(goal, language=language).refusal or self.outcome[goal].sentence

    def reasons(self) -> dict[str, dict]:
        """Language -> goal -> the tree of reasons, as JSON."""
        return {
            language: {
                goal: reasons_of(self.edition.definition, self.outcome, goal, language, on=self.about)
                for goal in self.goals
            }
            for language in LANGUAGES
        }


def award_of(case: Case, facts: Iterable[Fact] | None = None) -> Award:
    """Work the case out by the newest approved edition, for the date that the case is about.

    `facts` are its statements where they are not in the database yet: a case that is just being opened.
    """
    edition = current(case.service, organisation=case.organisation_id)
    definition = edition.definition
    facts = tuple(facts_of_case(case.id) if facts is None else facts)
    circumstances = circumstances_from(facts, definition.vocabulary, today=case.claimed_on)
    outcome = definition.rules_on(case.claimed_on).work_out(definition.goals, circumstances)
    return Award(
        edition=edition, about=case.claimed_on, outcome=outcome, facts=facts, circumstances=circumstances
    )
