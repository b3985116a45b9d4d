"""A line of money against money as plain numbers: the page draws it with attributes alone.

Whoever cannot see it reads `told` and the table that belongs beside it; nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 480, 340
LEFT, RIGHT, TOP, BOTTOM = 66, 18, 40, 58
MOST_TICKS = 6
# Steps between ticks that people count in, in pence; the first that gives few enough is taken.
STEPS = (1_000, 2_000, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
ABOVE, BELOW = -12, 24  # of a mark's word, from its point


@dataclass(frozen=True)
class Mark:
    """One point with a word beside it; `hollow` tells two of them apart without colour."""

    label: str
    across: float
    up: float
    hollow: bool = False


@dataclass(frozen=True)
class Tick:
    at: int
    text: str


@dataclass(frozen=True)
class DrawnMark:
    label: str
    x: int
    y: int
    hollow: bool
    words_x: int
    words_y: int
    anchor: str


@dataclass(frozen=True)
class Fall:
    """Where the line falls within a penny: a dashed line from its upper to its lower end."""

    x: int
    from_y: int
    to_y: int


@dataclass(frozen=True)
class LineChart:
    title: str
    told: str
    across_label: str
    up_label: str
    line: str  # the points as an svg polyline wants them
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    marks: tuple[DrawnMark, ...]
    falls: tuple[Fall, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def line_chart(
    points: Sequence[tuple[float, float]],
    *,
    title: str,
    told: str,
    across_label: str,
    up_label: str,
    write: Callable[[float], str],
    marks: Sequence[Mark] = (),
    falls: Sequence[float] = (),
) -> LineChart:
    """A line through the points, both axes from nought. `write` says an amount; `falls` are places across.

    Points are in the order of the line. Raises ValueError when there are fewer than two.
    """
    if len(points) < 2:
        raise ValueError("a line has two points at least")
    widest = max([*(x for x, _ in points), *(mark.across for mark in marks)])
    highest = max([*(y for _, y in points), *(mark.up for mark in marks), 1.0])
    scale = _Scale(widest, _rounded_up(highest))
    return LineChart(
        title=title,
        told=told,
        across_label=across_label,
        up_label=up_label,
        line=" ".join(f"{scale.x(x)},{scale.y(y)}" for x, y in points),
        across=tuple(Tick(scale.x(at), write(at)) for at in _ticks(widest)),
        up=tuple(Tick(scale.y(at), write(at)) for at in _ticks(scale.highest)),
        marks=tuple(_drawn(marks, scale)),
        falls=tuple(_fall(points, at, scale) for at in falls),
    )


@dataclass(frozen=True)
class _Scale:
    widest: float
    highest: float

    def x(self, across: float) -> int:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * across / self.widest)

    def y(self, up: float) -> int:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * up / self.highest)


def _step(most: float) -> int:
    return next((step for step in STEPS if most / step <= MOST_TICKS), STEPS[-1])


def _ticks(most: float) -> range:
    return range(0, int(most) + 1, _step(most))


def _rounded_up(most: float) -> float:
    """The next tick, so that the line stays below the top."""
    step = _step(most)
    return step * -(-most // step)


def _drawn(marks: Sequence[Mark], scale: _Scale):
    """Each mark with its word above it, and below where a word of another would be in the way."""
    taken: list[tuple[int, int]] = []
    for mark in marks:
        x, y = scale.x(mark.across), scale.y(mark.up)
        crowded = any(abs(x - other_x) < 90 and abs(y - other_y) < 30 for other_x, other_y in taken)
        taken.append((x, y))
        early = x < WIDTH / 2
        yield DrawnMark(
            label=mark.label,
            x=x,
            y=y,
            hollow=mark.hollow,
            words_x=x + (10 if early else -10),
            words_y=y + (BELOW if crowded else ABOVE),
            anchor="start" if early else "end",
        )


def _fall(points: Sequence[tuple[float, float]], at: float, scale: _Scale) -> Fall:
    before = next(up for across, up in points if across == at)
    after = next(up for across, up in points if across > at)
    return Fall(scale.x(at), scale.y(before), scale.y(after))
