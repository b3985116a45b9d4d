"""What the interval reading says of a rule book before anything is known: is everything finite, is no award
below 0?

A finding is a warning to the author, not a refusal: the view can be wider than the truth, because the walk
does not see that two readings of one fact are the same.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from moothall.engines.facts.circumstances import Circumstances
from moothall.engines.rules import units
from moothall.engines.rules.errors import RuleError
from moothall.engines.rules.intervals import Walk
from moothall.engines.rules.world import World

if TYPE_CHECKING:
    from moothall.engines.rules.book import Rules


def find(rules: Rules) -> list[RuleError]:
    """Rules in force whose amount could be endless, or money that could be below 0."""
    world = World(
        Circumstances(roster_known=False), rules.vocabulary, rules.book.numbers.facts, today=rules.day
    )
    walk = Walk(rules, world)
    findings = []
    for rule in rules.versions.values():
        bounds = walk.of(rule.name)
        if bounds.low is None:
            continue
        if not (isfinite(bounds.low) and isfinite(bounds.high)):
            message, instead = (
                f"{rule.name} could be endless",
                "divide by max(1, x), or give the facts a tighter range",
            )
        elif units.is_money(rule.unit) and bounds.low < 0:
            message, instead = f"{rule.name} could be below 0", "max(0, ...)"
        else:
            continue
        findings.append(RuleError(rule.file, rule.line, message, instead))
    return findings
