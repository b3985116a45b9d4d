"""The answers to some goals for one household, and their reasons for whoever looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from moothall.engines.rules import lazy
from moothall.engines.rules.answers import Answer, Needs, NotCovered, Settled
from moothall.engines.rules.reasons import Reason, Teller
from moothall.engines.rules.world import Subject, World

if TYPE_CHECKING:
    from moothall.engines.rules.book import Rules


class Endless(ArithmeticError):
    """A rule multiplied more than a number can hold: the rule is at fault, and no answer is better than a
    wrong one.
    """


class Outcome:
    """`outcome[goal]` is a `Settled`, a `NotCovered` or a `Needs`. Goals are worked out once, in their order.

    A goal about a family or a person is about the first one; `of(goal, id)` asks about another.
    """

    def __init__(self, rules: Rules, world: World, goals: Sequence[str], reading: lazy.Reading | None = None):
        self.rules, self.world = rules, world
        self._reading = reading or rules.doubles
        self.answers: dict[str, Answer] = {goal: self.of(goal) for goal in goals}

    def __getitem__(self, goal: str) -> Answer:
        return self.answers[goal]

    def __iter__(self) -> Iterator[str]:
        return iter(self.answers)

    @property
    def needs(self) -> Needs | None:
        """The fact needed next by the first goal that is not settled; None when all are."""
        return next((answer for answer in self.answers.values() if isinstance(answer, Needs)), None)

    def of(self, goal: str, id: str | None = None) -> Answer:
        """The goal's answer about that family or person. Raises `NoSuchSubject`, and `Endless` for an amount
        without end.
        """
        rule = self.rules.rule(goal)
        if rule.entity == "person" and not self.world.household.roster_known:
            return Needs(lazy.PEOPLE, "household", self.world.household.id)
        subject = self.rules.subject(self.world, goal, id)
        number = self.rules.book.numbers.rules[goal]
        try:
            value = self._reading.value(subject, number)
        except lazy.Needed as needed:
            return self.needed(needed)
        except lazy.NotCovered as refusal:
            return self.refused(refusal)
        if isinstance(value, float) and not isfinite(value):
            raise Endless(f"{goal} came to an amount without end")
        forecasts = self.forecasts(subject, number) if self.rules.has_forecasts else ()
        return Settled(value, rule.unit, forecasts)

    def needed(self, needed: lazy.Needed) -> Needs:
        subject = needed.subject
        fact = lazy.PEOPLE if needed.fact is None else list(self.rules.book.numbers.facts)[needed.fact]
        return Needs(fact, subject.kind, subject.id)

    def refused(self, refusal: lazy.NotCovered) -> NotCovered:
        rule = self.rules.rule(self.rules.book.names[refusal.rule])
        return NotCovered(Teller(self).sentence(refusal.subject, rule, "en"), rule.name, rule.law)

    def forecasts(self, subject: Subject, number: int) -> tuple[str, ...]:
        """The forecast rates that were read on the way, each once."""
        rates = list(self.rules.book.rates)
        found: dict[str, None] = {}
        seen, open_ = set(), [(subject, number)]
        while open_:
            about, rule = open_.pop()
            if (about, rule) in seen or rule not in about.ways:
                continue
            seen.add((about, rule))
            for kind, read, whose in about.ways[rule][0]:
                if kind == lazy.RULE:
                    open_.append((whose, read))
                elif kind == lazy.RATE and self.rules.rows[rates[read]].is_forecast:
                    found[rates[read]] = None
        return tuple(sorted(found))

    def reasons(
        self, goal: str, language: str = "en", id: str | None = None, names: Mapping[str, str] | None = None
    ) -> Reason:
        """The tree of reasons behind an answer, built now. Raises `NotWorkedOut` while a fact is still
        needed.

        `names` says what to call each person, by id; without it a stated fact of the kind `name` is used.
        """
        return Teller(self, names).tell(self.rules.subject(self.world, goal, id), goal, language)
