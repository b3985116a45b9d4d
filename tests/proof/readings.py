"""Readings: lazy Python in doubles and exact rationals agree to the penny, on every rule of every service.

The households are those of the oracle, as each service's comparison reads them, and of every worked case. The
rationals have no rounding but the law's, so a penny of difference would be the doubles' fault.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

from moothall.engines.rules import NotCovered, Settled
from tests.proof.oracle_rows import rows, worked_cases
from tests.proof.report import Progress, Result, Sabotage

NAME = "readings"
SAYS = "lazy Python and exact rationals agree to the penny"
SABOTAGE = Sabotage(
    file="moothall/engines/rules/functions.py",
    line="    return (math.floor(x / step + 0.5 + NUDGE) + 0.0) * step\n",
    replacement="    return (math.floor(x / step + 0.4) + 0.0) * step\n",
    why="rounding that is not half up differs from the exact reading on some row",
)

EVERY = {False: 1, True: 40}
# Where nothing is rounded, doubles may be off in their last digits: far below what could turn a penny.
CLOSE = Fraction(1, 10_000)


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result = Result()
    for service, name, rules, household in chain(rows(EVERY[short]), worked_cases()):
        goals = [rule.name for rule in rules.versions.values() if rule.entity == "household"]
        lazy, exact = rules.work_out(goals, household), rules.exact(goals, household)
        result.count("households")
        result.count(f"households of {service}")
        for goal in goals:
            result.count("values")
            what = f"{service}, {name} {goal}: {lazy[goal]} and {exact[goal]}"
            result.expect(_same(lazy[goal], exact[goal]), what)
        if result.counts["households"] % 2000 == 0:
            progress(f"{result.counts['households']:,} households")
    return result


def _same(lazy, exact) -> bool:
    if not isinstance(lazy, Settled) or isinstance(exact, NotCovered):
        return type(lazy) is type(exact) and getattr(lazy, "sentence", None) == getattr(
            exact, "sentence", None
        )
    if isinstance(lazy.value, bool | str) or isinstance(exact, bool | str):
        return lazy.value == exact
    # In pence: the same penny when shown, and no further apart than doubles must be.
    return abs(Fraction(lazy.value) - exact) <= CLOSE
