"""One of the two households that are compared: what each benefit comes to, and all of it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from moothall.doors.frontdoor.interview.everything import PERIODS, rows_here
from moothall.doors.frontdoor.interview.people import CLAIMANT, name_of
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.kit import current_language
from moothall.engines.facts import Circumstances, read_answer
from moothall.engines.rules import NotCovered, Outcome, Reason, Rules, Settled
from moothall.engines.rules.axis import Axis
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS
from moothall.ground.catalogue.marks import mark_of_goal

# Pence over a year for each goal; None where it is not covered, or no amount.
Amounts = Mapping[str, float | None]


@dataclass(frozen=True)
class Side:
    """`day` is the day whose rules and rates count in it."""

    way: Way
    day: date

    @property
    def definition(self):
        return self.way.draft.edition.definition

    @cached_property
    def plan(self) -> dict:
        """What the service says about changing one answer."""
        return self.definition.service["what_if"]

    @cached_property
    def rows(self) -> dict:
        return rows_here(self.way)

    @cached_property
    def rules(self) -> Rules:
        return self.definition.rules_on(self.day)

    @property
    def known(self) -> Circumstances:
        return self.way.walk.used

    @cached_property
    def goals(self) -> list[str]:
        return [goal for goal in self.definition.goals if goal in self.rows]

    def axis(self) -> Axis:
        """The household along her own earnings, with what the service says may be assumed."""
        vocabulary = self.definition.vocabulary
        assumed = {
            fact: read_answer(vocabulary[fact], typed, today=self.day, language="en")
            for fact, typed in self.plan["assumed"].items()
        }
        goals = [*self.goals, self.plan["income"]]
        return Axis(
            self.rules, self.known, goals, person=CLAIMANT, assumed=assumed, follows=self.plan["follows"]
        )

    @cached_property
    def outcome(self) -> Outcome:
        """Every benefit, and what is left of pay and pensions."""
        return self.rules.work_out(self.goals, self.known)

    @cached_property
    def income_outcome(self) -> Outcome:
        """What is left of pay and pensions, with what was assumed for it stated."""
        axis = Axis(
            self.rules, self.known, [self.plan["income"]], person=CLAIMANT, assumed=self.axis().assumed
        )
        return self.rules.work_out([self.plan["income"]], axis.circumstances_at({}))

    @cached_property
    def amounts(self) -> dict[str, float | None]:
        return {goal: self.a_year(self.outcome, goal) for goal in self.goals}

    @cached_property
    def income(self) -> float | None:
        return self.a_year(self.income_outcome, self.plan["income"])

    @property
    def benefits(self) -> float:
        return together(self.amounts, self.rows)

    @property
    def forecasts(self) -> bool:
        """Whether a figure of the law that was read is a forecast. An unadopted scheme says so itself."""
        answers = [self.outcome[goal] for goal in self.goals]
        return any(isinstance(one, Settled) and set(one.forecasts) - RATES_OF_SHEETS for one in answers)

    @property
    def not_adopted(self) -> str | None:
        return self.way.not_adopted(today=self.day)

    def reasons(self, goal: str) -> Reason:
        outcome = self.income_outcome if goal == self.plan["income"] else self.outcome
        return outcome.reasons(goal, language=current_language(), names=self.names)

    def tree(self, goal: str) -> dict:
        """The reasons as a page shows them; where a scheme is not adopted, they say so."""
        tree = self.reasons(goal).to_dict()
        mark = mark_of_goal(self.definition, self.outcome, goal, on=self.day) if goal in self.goals else None
        return {**tree, "not_adopted": mark[current_language()]} if mark else tree

    @cached_property
    def names(self) -> dict[str, str]:
        """What to call each person, so that two of them are told apart in the words."""
        vocabulary, language = self.definition.vocabulary, current_language()
        people = list(self.known.people())
        if len(people) < 2:
            return {}
        return {one.id: name_of(one.id, self.known, vocabulary, language=language) for one in people}

    def a_year(self, outcome: Outcome, goal: str) -> float | None:
        """Pence over a year; None for what is not covered, or no amount of money over a period."""
        answer = outcome[goal]
        if isinstance(answer, NotCovered) or not isinstance(answer, Settled) or answer.unit not in PERIODS:
            return None
        return float(answer.value) * PERIODS[answer.unit]


def together(amounts: Amounts, rows: Mapping[str, Mapping]) -> float:
    """All benefits of a year. One that others count in full as income adds only what it is more than they."""
    total = 0.0
    for goal, amount in amounts.items():
        counted = sum(amounts.get(other) or 0.0 for other in rows[goal].get("counts_in", ()))
        total += max(0.0, (amount or 0.0) - counted)
    return total
