"""What a name means in rule text: a fact, a rate, a rule or a group; and whose it is, seen from a rule."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from moothall.engines.facts.vocabulary import Fact, Group, Vocabulary
from moothall.engines.rules import units
from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.rates import Rate
from moothall.engines.rules.signatures import ON_DATE, Signature

# From each subject upwards: whose names it may read without counting.
UPWARD = {
    "person": {"person": "own", "family": "family", "household": "household", "case": "case"},
    "family": {"family": "own", "household": "household", "case": "case"},
    "household": {"household": "own", "case": "case"},
}
PLURAL = {"person": "people", "family": "families"}


class Symbols:
    """All names of a rule book."""

    def __init__(self, vocabulary: Vocabulary, rates: Mapping[str, Rate], rules: Mapping[str, Signature]):
        self.vocabulary, self.rates, self.rules = vocabulary, rates, rules

    def knows(self, name: str) -> bool:
        return (
            name in self.rules or name in self.rates or name in self.vocabulary or self.is_group(name)
            or name == ON_DATE
        )  # fmt: skip

    def is_group(self, name: str) -> bool:
        return name in self.vocabulary.groups

    def get(self, name: str) -> Fact | Rate | Signature | Group | None:
        for names in (self.vocabulary.facts, self.rates, self.rules, self.vocabulary.groups):
            if name in names:
                return names[name]
        return None

    def close_to(self, name: str, also: list[str]) -> str | None:
        known = [*self.vocabulary.facts, *self.rates, *self.rules, *self.vocabulary.groups, *also]
        found = get_close_matches(name, known, n=1)
        return found[0] if found else "a name of the vocabulary, of rates.yaml or of another rule"

    def unit_of(self, thing: Fact | Rate | Signature, line: int) -> str:
        if isinstance(thing, Rate):
            return thing.type
        if isinstance(thing, Signature):
            return thing.unit
        unit = units.unit_of_fact(thing)
        if unit is None:
            raise Wrong(
                line,
                f"{thing.name} is {thing.kind}, which no rule can read",
                "a fact that is an amount, a date, a choice or yes or no",
            )
        return unit

    def whose(self, name: str, about: str, entity: str, counted: str | None, line: int) -> str:
        """Where to find a name about `about` from a rule about `entity`, inside a count over `counted` or
        not.
        """
        if counted is None:
            if about in UPWARD[entity]:
                return UPWARD[entity][about]
            group = PLURAL.get(about, "people")
            message = f"{name} belongs to a {about}; this rule is about a {entity}"
            raise Wrong(line, message, f"sum({name} for {about} in {group})")
        if about == counted:
            return "each"
        if about in ("household", "case"):
            return UPWARD[entity][about]
        message = f"{name} belongs to a {about}; this counts each {counted}"
        instead = (
            f"x = {name} above, and x here" if about in UPWARD[entity] else f"a @{counted} rule that reads it"
        )
        raise Wrong(line, message, instead)
