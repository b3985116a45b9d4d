"""Counts in the interval reading: over people who are, or may be, in a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from moothall.engines.facts.vocabulary import Group
from moothall.engines.rules import ir, spans
from moothall.engines.rules.lazy import PEOPLE
from moothall.engines.rules.spans import NO, OPEN, YES, Either, Possible, Span, join
from moothall.engines.rules.world import HOUSEHOLD_ID, Subject

# Before we know who lives there, a group can hold from nobody to this many.
MOST_IN_GROUP = 20


class Refused(Exception):
    """What is being read is certainly not covered, so no value comes of it."""


@dataclass
class Walked:
    """What came of one rule about one subject: values, ways to "not covered", and the open facts it met."""

    value: Possible | None = None
    refusals: dict[tuple[str, int], str] = field(default_factory=dict)
    touched: int = 0

    @property
    def is_settled(self) -> bool:
        """One value and no way to "not covered", or one way to it and no value."""
        if self.value is None:
            return len(self.refusals) == 1
        return self.value.is_single and not self.refusals


class Frame:
    """One rule's walk: its subject, the one that a count is looking at, and what came of it so far."""

    def __init__(self, subject: Subject):
        self.subject = subject
        self.each: Subject | None = None
        self.walked = Walked()


class Counts:
    """The part of a walk that counts. `value` gives the possible values of an expression."""

    def count(self, node: ir.Count, names: dict, frame: Frame) -> Possible:
        """What a count can come to, over each that is or may be in the group."""
        counted = list(self.counted(node, names, frame))
        if node.function in ("any", "all"):
            wanted = node.function == "any"
            decided = [value.yes if wanted else value.no for value, _ in counted]
            surely = [sure and value.is_single and value.yes is wanted for value, sure in counted]
            found = Either(not any(surely), any(decided))
            return found if wanted else spans.negate(found)
        if node.function == "max":
            return _largest(counted)
        total = Span(0.0, 0.0)
        for value, sure in counted:
            value = Span(1.0, 1.0) if node.function == "count" else value
            total = spans.add(total, value if sure else join(value, Span(0.0, 0.0)))
        return total

    def counted(self, node: ir.Count, names: dict, frame: Frame) -> Iterator[tuple[Possible, bool]]:
        """The possible values of each that may count, and whether it surely does."""
        for member, sure, times in self.members(node.group, frame):
            frame.each = member
            try:
                condition = YES if node.condition is None else self.value(node.condition, names, frame)
                if not condition.yes:
                    continue
                sure = sure and condition.is_single
                value = YES if node.value is None else self.value(node.value, names, frame)
            except Refused:
                if sure and node.function in ("sum", "max", "count"):
                    raise
                if node.function in ("any", "all"):
                    yield OPEN, False
                continue
            finally:
                frame.each = None
            for _ in range(times):
                yield value, sure

    def members(self, name: str, frame: Frame) -> Iterator[tuple[Subject, bool, int]]:
        """Each that may be in the group, whether it surely is, and how many like it there may be."""
        group, subject = self.vocabulary.groups[name], frame.subject
        if not self.world.household.roster_known:
            self.touch(PEOPLE, HOUSEHOLD_ID, frame)
            unknown = self.unknown_person(subject)
            yield (unknown.family if group.among == "families" else unknown), False, MOST_IN_GROUP
            return
        if group.among == "families":
            yield from ((family, True, 1) for family in subject.families)
            return
        people = subject.people
        if group.among == "other_people":
            people = [person for person in subject.household.people if person.family is not subject]
        for person in people:
            known = YES if group.fact is None else self.in_group(group, person, frame)
            if known.yes:
                yield person, known.is_single, 1

    def in_group(self, group: Group, person: Subject, frame: Frame) -> Either:
        number = self.numbers.facts[group.fact]
        if number in person.facts:
            return YES if person.facts[number] in group.codes else NO
        self.touch(group.fact, person.id, frame)
        return OPEN

    def unknown_person(self, subject: Subject) -> Subject:
        """Somebody of whom nothing is known, standing for everybody who may live there."""
        if subject not in self.nobody_known:
            household = self.world.household
            family, person = Subject("family", "", {}), Subject("person", "", {})
            for unknown in (family, person):
                unknown.family, unknown.household, unknown.case = family, household, household.case
            self.nobody_known[subject] = person
        return self.nobody_known[subject]


def _largest(counted: list[tuple[Span, bool]]) -> Span:
    """0 over nobody; at least the largest of those who surely count."""
    if not counted:
        return Span(0.0, 0.0)
    sure = [value for value, certainly in counted if certainly]
    low = max(value.low for value in sure) if sure else min(0.0, *[value.low for value, _ in counted])
    high = max(value.high for value, _ in counted)
    return Span(low, high if sure else max(0.0, high))
