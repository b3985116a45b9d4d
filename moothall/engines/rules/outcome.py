"""The answers to some goals for one household, and their reasons for whoever looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING

from moothall.engines.rules import lazy
from moothall.engines.rules.answers import Answer, Needs, NotCovered, Settled
from moothall.engines.rules.reasons import Reason
from moothall.engines.rules.telling import Teller
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

    Of a sparing household a fact is not needed when no answer to it can change any of the goals, by their
    bounds: a stand-in takes its place, and the reasons say that it was not asked. `matters` says whether an
    open fact of a subject can; an interview, which knows it already, puts its own there.
    """

    def __init__(self, rules: Rules, world: World, goals: Sequence[str], reading: lazy.Reading | None = None):
        self.rules, self.world, self.goals = rules, world, list(goals)
        self._reading = reading or rules.doubles
        # What was told of one goal is not told anew of the next one, which mostly read the same.
        self._tellers: dict[tuple, Teller] = {}
        self.matters: Callable[[str, str], bool] = self._is_touched
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
        sparing = self.world.circumstances.sparing and goal in self.goals and id is None
        if self.world.left_open and not sparing:
            return self.strictly(goal, id)
        try:
            while True:
                try:
                    value = self._reading.value(subject, number)
                    break
                except lazy.Needed as needed:
                    if not (sparing and self.leaves_open(needed)):
                        return self.needed(needed)
        except lazy.NotCovered as refusal:
            return self.refused(refusal)
        if isinstance(value, float) and not isfinite(value):
            raise Endless(f"{goal} came to an amount without end")
        forecasts = self.forecasts(subject, number) if self.rules.has_forecasts else ()
        return Settled(value, rule.unit, forecasts)

    def strictly(self, goal: str, id: str | None) -> Answer:
        """The answer about what is no goal here: nothing may stand in for a fact that only it leans on."""
        known = replace(self.world.circumstances, sparing=False)
        world = World(known, self.rules.vocabulary, self.rules.book.numbers.facts, today=self.rules.day)
        return Outcome(self.rules, world, [], self._reading).of(goal, id)

    def leaves_open(self, needed: lazy.Needed) -> bool:
        """Whether no answer can change a goal; then a stand-in takes the place of the fact."""
        fact = self.needed(needed).fact
        if needed.fact is None or self.matters(fact, needed.subject.id):
            return False
        self.world.left_open.add((needed.subject, needed.fact))
        value, convert = self.rules.stand_in(fact), self.world.convert
        needed.subject.facts[needed.fact] = convert(value) if convert else value
        return True

    def _is_touched(self, fact: str, whom: str) -> bool:
        return (fact, whom) in self._touched

    @cached_property
    def _touched(self) -> set[tuple[str, str]]:
        found = self.rules.bounds(self.goals, self.world.circumstances)
        return {fact for goal in self.goals for fact in found[goal].touched}

    def needed(self, needed: lazy.Needed) -> Needs:
        subject = needed.subject
        fact = lazy.PEOPLE if needed.fact is None else self.rules.book.fact_names[needed.fact]
        return Needs(fact, subject.kind, subject.id)

    def refused(self, refusal: lazy.NotCovered) -> NotCovered:
        rule = self.rules.rule(self.rules.book.names[refusal.rule])
        return NotCovered(Teller(self, "en").sentence(refusal.subject, rule), rule.name, rule.law)

    def forecasts(self, subject: Subject, number: int) -> tuple[str, ...]:
        """The forecast rates that were read on the way, each once."""
        rates = self.rules.book.rate_names
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
        key = (language, tuple((names or {}).items()))
        if key not in self._tellers:
            self._tellers[key] = Teller(self, language, names)
        return self._tellers[key].tell(self.rules.subject(self.world, goal, id), goal)
