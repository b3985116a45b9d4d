"""One household worked out again and again, with other values of some facts of one person.

It stands beside `Rules.work_out` and gives the same numbers. It keeps the household and forgets only what
the changed facts can reach, so that a line of some hundred points costs little. It explains nothing: whoever
wants reasons works out `circumstances_at`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from moothall.engines.facts.circumstances import Circumstances, Value
from moothall.engines.rules import lazy
from moothall.engines.rules.book import NoSuchSubject, Rules
from moothall.engines.rules.world import Subject, World

# None: it is not covered there, or a fact is missing that nobody assumed.
Figure = float | int | bool | str | None


class Axis:
    """The goals along changes to one person's facts, which must not be facts that a group is made of.

    `assumed` says what to take where a rule asks for a fact that nobody stated; `taken` names those that were
    needed. `follows` names facts of the person that a rule works out anew at each point, such as the tax on
    her pay; where that rule has no answer, what was stated or assumed stays. Raises `NoSuchSubject` when
    nobody has that id, and `KeyError` for a fact or rule that there is not.
    """

    def __init__(
        self,
        rules: Rules,
        circumstances: Circumstances,
        goals: Sequence[str],
        *,
        person: str,
        assumed: Mapping[str, Value] | None = None,
        follows: Mapping[str, str] | None = None,
    ):
        self.rules, self.goals, self.person = rules, list(goals), person
        self.assumed, self.follows = dict(assumed or {}), dict(follows or {})
        self.taken: dict[str, Value] = {}
        self._circumstances, self._numbers = circumstances, rules.book.numbers
        self._world = World(circumstances, rules.vocabulary, self._numbers.facts, today=rules.day)
        whom = self._world.subject("person", person)
        if whom is None:
            raise NoSuchSubject(f"nobody in this household has the id {person}")
        self._whom: Subject = whom
        self._names = list(self._numbers.facts)
        self._assumed_of: list[tuple[str, Subject]] = []
        self._reached: dict[frozenset[str], list[int]] = {}

    def at(self, changes: Mapping[str, Value]) -> dict[str, Figure]:
        """Each goal's value with these facts of the person; money in pence over the goal's own period."""
        self._change(changes)
        rules = self._numbers.rules
        return {goal: self._value(self.rules.subject(self._world, goal), rules[goal]) for goal in self.goals}

    def circumstances_at(self, changes: Mapping[str, Value]) -> Circumstances:
        """The household as `at` works it out there, with all that was assumed or worked out stated in it."""
        self.at(changes)
        there = deepcopy(self._circumstances)
        people = {person.id: person.facts for person in there.people()}
        for fact in (*changes, *self.follows):
            if self._numbers.facts[fact] in self._whom.facts:
                people[self.person][fact] = self._whom.facts[self._numbers.facts[fact]]
        for fact, subject in self._assumed_of:
            holder = people.get(subject.id, there.household)
            holder.setdefault(fact, self.assumed[fact])
        return there

    def _change(self, changes: Mapping[str, Value]) -> None:
        forgotten = self._reached_by(frozenset(changes) | frozenset(self.follows))
        household = self._world.household
        for subject in (household, household.case, *household.families, *household.people):
            for rule in forgotten:
                subject.memo.pop(rule, None)
        for fact, value in changes.items():
            self._whom.facts[self._numbers.facts[fact]] = value
        for fact, rule in self.follows.items():
            value = self._value(self._whom, self._numbers.rules[rule])
            if value is not None:
                self._whom.facts[self._numbers.facts[fact]] = value

    def _value(self, subject: Subject, rule: int) -> Figure:
        # Each turn states one fact more, so it ends.
        while True:
            try:
                return self.rules.doubles.value(subject, rule)
            except lazy.NotCovered:
                return None
            except lazy.Needed as needed:
                fact = None if needed.fact is None else self._names[needed.fact]
                if fact not in self.assumed:
                    return None
                needed.subject.facts[needed.fact] = self.taken[fact] = self.assumed[fact]
                self._assumed_of.append((fact, needed.subject))

    def _reached_by(self, facts: frozenset[str]) -> list[int]:
        """The numbers of the rules in force that these facts can change, directly or through other rules."""
        if facts not in self._reached:
            versions = self.rules.versions
            readers: dict[str, list[str]] = {}
            for name, rule in versions.items():
                for read in rule.rules:
                    readers.setdefault(read, []).append(name)
            reached = {name for name, rule in versions.items() if facts & set(rule.facts)}
            open_ = list(reached)
            while open_:
                further = set(readers.get(open_.pop(), ())) - reached
                reached |= further
                open_ += further
            self._reached[facts] = [self._numbers.rules[name] for name in reached]
        return self._reached[facts]
