"""Where a line of money against earnings falls, and where little of each further pound is kept.

The line is given as a function from whole pence to pence. The laws of benefits make it straight between
thresholds, so it is walked in steps, and a step whose middle does not lie on the straight line is halved
until it does, or until its ends are a penny apart: then it is a jump. What may escape is two jumps within
one step that undo each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

# A fall of this many pence within one penny is a cliff.
LEAST_FALL = 50.0
# Pence by which the middle of a straight piece may be off. An odd step is halved unevenly, and then only a
# third of a jump may show there; so every cliff is found.
TOLERANCE = LEAST_FALL / 3 - 1
# Amounts are rounded to a penny a month or a year; what is less than this is no change of direction.
ROUNDING = 1.0
SAME_SLOPE = 0.004


@dataclass(frozen=True)
class Cliff:
    """At one penny more than `at`, the line falls by `lost` pence."""

    at: int
    lost: float


@dataclass(frozen=True)
class Stretch:
    """From `start` to `end` pence, this share of each further pound is kept; below 0 the line falls."""

    start: int
    end: int
    kept: float


@dataclass(frozen=True)
class Line:
    """The corners of the line in order, what was found on it, and whether the walk came to its end."""

    points: tuple[tuple[int, float], ...]
    cliffs: tuple[Cliff, ...]
    pieces: tuple[Stretch, ...]
    complete: bool

    def stretches_below(self, share: float, *, least: int) -> tuple[Stretch, ...]:
        """Where less than `share` of each further pound is kept, for `least` pence or longer, joined up."""
        found: list[Stretch] = []
        for piece in self.pieces:
            if piece.kept >= share:
                continue
            if found and found[-1].end + 1 >= piece.start:
                found[-1] = _joined(found[-1], piece)
            else:
                found.append(piece)
        return tuple(one for one in found if one.end - one.start >= least)


class TooLittleWork(ValueError):
    """The walk was not allowed even the ends of its steps."""


def walk_line(money: Callable[[int], float], *, top: int, step: int, most: int) -> Line:
    """The line from 0 to `top` pence, asked for in steps of `step` and where it bends, `most` times in all.

    When `most` is used up the rest of the line stays as coarse as it is then, and `complete` is false. Raises
    `TooLittleWork`.
    """
    edges = [*range(0, top, step), top]
    if len(edges) > most:
        raise TooLittleWork(f"{len(edges)} steps and only {most} answers")
    walk = _Walk(money, most)
    for edge in edges:
        walk.ask(edge)
    for low, high in pairwise(edges):
        walk.refine(low, high)
    walk.sharpen()
    return walk.line()


class _Walk:
    def __init__(self, money: Callable[[int], float], most: int):
        self.money, self.left = money, most
        self.known: dict[int, float] = {}
        self.complete = True

    def ask(self, at: int) -> float | None:
        """The money there; None when no more may be asked."""
        if at not in self.known:
            if not self.left:
                self.complete = False
                return None
            self.left -= 1
            self.known[at] = self.money(at)
        return self.known[at]

    def refine(self, low: int, high: int) -> None:
        if high - low <= 1:
            return
        middle = (low + high) // 2
        found = self.ask(middle)
        if found is None or abs(found - self.between(low, high, middle)) <= TOLERANCE:
            return
        self.refine(low, middle)
        self.refine(middle, high)

    def between(self, low: int, high: int, at: float) -> float:
        """Where the straight line between two known points is."""
        first, last = self.known[low], self.known[high]
        return first + (last - first) * (at - low) / (high - low)

    def sharpen(self) -> None:
        """Where a piece turns from the line before to the line after, ask at the very corner."""
        corners = sorted(self.known)
        for before, low, high, after in zip(corners, corners[1:], corners[2:], corners[3:], strict=False):
            if min(low - before, high - low, after - high) <= 1:
                continue
            rising, falling = self.slope(before, low), self.slope(high, after)
            if abs(rising - falling) <= SAME_SLOPE:
                continue
            corner = round(
                (self.known[high] - self.known[low] + rising * low - falling * high) / (rising - falling)
            )
            if low < corner < high:
                self.ask(corner)

    def slope(self, low: int, high: int) -> float:
        return (self.known[high] - self.known[low]) / (high - low)

    def line(self) -> Line:
        at = sorted(self.known)
        cliffs = tuple(
            Cliff(low, self.known[low] - self.known[high])
            for low, high in pairwise(at)
            if high - low == 1 and self.known[low] - self.known[high] >= LEAST_FALL
        )
        corners = self.corners(at)
        pieces = tuple(
            Stretch(low, high, self.slope(low, high)) for low, high in pairwise(corners) if high - low > 1
        )
        points = tuple((one, self.known[one]) for one in corners)
        return Line(points, cliffs, pieces, self.complete)

    def corners(self, at: list[int]) -> list[int]:
        """Known points whose straight lines pass every other by no more than rounding.

        Of each piece the point farthest from its straight line is the corner: its neighbour a penny on, where
        a walk in halves often ends, lies nearly on that line too and would hide it.
        """
        kept, pieces = {0, len(at) - 1}, [(0, len(at) - 1)]
        while pieces:
            first, last = pieces.pop()
            off = [
                (abs(self.known[at[one]] - self.between(at[first], at[last], at[one])), one)
                for one in range(first + 1, last)
            ]
            farthest, corner = max(off, default=(0.0, first))
            if farthest > ROUNDING:
                kept.add(corner)
                pieces += [(first, corner), (corner, last)]
        return [at[one] for one in sorted(kept)]


def _joined(first: Stretch, second: Stretch) -> Stretch:
    """Two stretches as one, with what is kept over both together."""
    long, short = first.end - first.start, second.end - second.start
    kept = (first.kept * long + second.kept * short) / (long + short)
    return Stretch(first.start, second.end, kept)
