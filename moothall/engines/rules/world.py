"""A household as the lazy and exact readings walk it: subjects with their facts by number, and what was
worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from moothall.engines.facts.circumstances import Circumstances, Value
from moothall.engines.facts.limits import check_value
from moothall.engines.facts.vocabulary import Vocabulary

HOUSEHOLD_ID = "household"
CASE_ID = "case"
# The family that is asked about while nobody knows who lives there.
FIRST_FAMILY = "family1"


class Subject:
    """A person, family, household or case. `memo` holds rules' values, `ways` how each was come by."""

    __slots__ = (
        "case",
        "facts",
        "families",
        "family",
        "groups",
        "household",
        "id",
        "kind",
        "memo",
        "people",
        "roster_known",
        "ways",
    )

    def __init__(self, kind: str, id: str, facts: dict[int, Value]):
        self.kind, self.id, self.facts = kind, id, facts
        self.memo: dict[int, object] = {}
        self.ways: dict[int, tuple] = {}
        self.groups: dict[int, list[Subject]] = {}
        self.people: list[Subject] = []
        self.families: list[Subject] = []
        self.family = self.household = self.case = None
        self.roster_known = True


class World:
    """The subjects of one household. Raises `NotAValue` for a fact outside the vocabulary's kind or range."""

    def __init__(
        self,
        circumstances: Circumstances,
        vocabulary: Vocabulary,
        numbers: Mapping[str, int],
        *,
        today: date | None,
        convert: Callable[[Value], object] | None = None,
    ):
        self.circumstances = circumstances
        self.vocabulary, self.numbers, self.today, self.convert = vocabulary, numbers, today, convert
        # Facts that were needed and left open, because no answer changes a result: each holds a stand-in.
        self.left_open: set[tuple[Subject, int]] = set()
        self.household = Subject("household", HOUSEHOLD_ID, self.facts(circumstances.household))
        self.household.household = self.household
        self.household.roster_known = circumstances.roster_known
        self.household.case = Subject("case", CASE_ID, self.facts(circumstances.case))
        for family in circumstances.families:
            self.add_family(family.id, family.facts, family.people)
        if not self.household.families:
            self.add_family(FIRST_FAMILY, {}, [])

    def add_family(self, id: str, facts: Mapping[str, Value], people) -> None:
        household = self.household
        family = Subject("family", id, self.facts(facts))
        family.household, family.case, family.family = household, household.case, family
        household.families.append(family)
        for plain in people:
            person = Subject("person", plain.id, self.facts(plain.facts))
            person.family, person.household, person.case = family, household, household.case
            family.people.append(person)
            household.people.append(person)

    def facts(self, plain: Mapping[str, Value]) -> dict[int, Value]:
        facts = {}
        for name, value in plain.items():
            check_value(self.vocabulary[name], value, self.today)
            facts[self.numbers[name]] = value if self.convert is None else self.convert(value)
        return facts

    def tell(self, kind: str, id: str, plain: Mapping[str, Value]) -> None:
        """More facts of a subject, none of which anything was worked out with. What was worked out stays."""
        subject = self.household.case if kind == "case" else self.subject(kind, id)
        subject.facts.update(self.facts(plain))

    def subject(self, kind: str, id: str | None = None) -> Subject | None:
        """That subject; without an id the household, its first family, or the first person of that family."""
        household = self.household
        if kind == "household":
            return household
        if kind == "family":
            return next((f for f in household.families if id in (None, f.id)), None)
        return next((p for p in household.people if id in (None, p.id)), None)
