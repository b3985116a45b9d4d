"""What is left a week for each amount of pay, and where more pay leaves less.

The work is bounded: at most MOST_ANSWERS households, each some hundredths of a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from moothall.doors.frontdoor.interview.everything import PERIODS, WEEKS
from moothall.doors.frontdoor.interview.people import CLAIMANT
from moothall.doors.frontdoor.interview.what_if.side import Side, together
from moothall.engines.facts.circumstances import Value
from moothall.engines.rules.axis import Axis
from moothall.engines.rules.thresholds import Cliff, Line, walk_line
from moothall.work.applications.actions.imagine import EARNINGS, PROFIT, WORKS

MOST_ANSWERS = 600
STEP = 1_000  # pence of pay a week between two answers where nothing bends
TOPS = (60_000, 80_000, 100_000, 120_000, 160_000, 200_000)
ROOM = 1.2  # her own pay stands well inside the line
# Of each further pound; less than this is said in words.
LITTLE = 0.30
LEAST_STRETCH = 500


@dataclass(frozen=True)
class Point:
    """One amount of pay a week in pence, and what comes of it a week; `income` is after tax."""

    earnings: int
    income: float
    benefits: float

    @property
    def left(self) -> float:
        return self.income + self.benefits


@dataclass
class EarningsLine:
    """The line of one household along her own pay."""

    side: Side
    top: int = TOPS[0]
    line: Line | None = None
    left_out: set[str] = field(default_factory=set)  # goals that cannot be worked out all along it
    axis: Axis | None = None

    def point(self, earnings: int) -> Point | None:
        """What comes of that pay; None when what is left of it cannot be worked out."""
        found = self.axis.at(self.changes(earnings))
        amounts = {}
        for goal in self.side.goals:
            if goal in self.left_out:
                continue
            unit = self.side.rules.rule(goal).unit
            if unit in PERIODS and found[goal] is not None:
                amounts[goal] = float(found[goal]) * PERIODS[unit]
            elif unit in PERIODS:
                self.left_out.add(goal)
        income = self.side.plan["income"]
        if found[income] is None:
            return None
        a_year = float(found[income]) * PERIODS[self.side.rules.rule(income).unit]
        return Point(earnings, a_year / WEEKS, together(amounts, self.side.rows) / WEEKS)

    def changes(self, earnings: int) -> dict[str, Value]:
        """What her pay carries with it: whether she works, and whose profit it is."""
        facts = next(one.facts for one in self.side.known.people() if one.id == CLAIMANT)
        changed: dict[str, Value] = {EARNINGS: float(earnings), WORKS: earnings > 0}
        if profit := facts.get(PROFIT):
            changed[PROFIT] = float(earnings) if profit == facts.get(EARNINGS) else min(profit, earnings)
        return changed

    def regained_at(self, cliff: Cliff) -> int | None:
        """The pay at which she has as much again as at the edge; None when that is beyond the line."""
        before = self.point(cliff.at).left
        for (low, first), (high, last) in pairwise(self.line.points):
            if low > cliff.at and last >= before:
                return low + round((before - first) * (high - low) / (last - first)) if last > first else high
        return None

    def table(self, *also: int) -> Iterator[Point]:
        """Round amounts of pay, both sides of each cliff, and hers."""
        edges = [at for cliff in self.line.cliffs for at in (cliff.at, cliff.at + 1)]
        wanted = {*range(0, self.top + 1, self.top // 10), *edges, *also}
        yield from (self.point(earnings) for earnings in sorted(wanted) if earnings <= self.top)


def earnings_line(side: Side, *, earnings: int) -> EarningsLine | None:
    """The line for that household, which has these earnings; None when its income cannot be worked out.

    A benefit that cannot be worked out somewhere is left out everywhere: its end would look like a cliff.
    """
    drawn = EarningsLine(side, axis=side.axis())
    drawn.top = _top(drawn, earnings)
    while True:
        left_out = set(drawn.left_out)
        if any(drawn.point(at) is None for at in (0, earnings, drawn.top)):
            return None
        drawn.line = walk_line(
            lambda at: drawn.point(at).left, top=drawn.top, step=STEP * 2, most=MOST_ANSWERS
        )
        if drawn.left_out == left_out:
            return drawn


def _top(drawn: EarningsLine, earnings: int) -> int:
    """The first round amount that has room for her pay and after which no benefit changes soon."""
    fit = [top for top in TOPS if top >= ROOM * earnings] or [_round(ROOM * earnings)]
    for top, following in pairwise(fit):
        here, further = drawn.point(top), drawn.point(following)
        if here is None or further is None or abs(here.benefits - further.benefits) < 1:
            return top
    return fit[-1]


def _round(earnings: float) -> int:
    return -(-int(earnings) // 50_000) * 50_000
