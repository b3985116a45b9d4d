"""The figures of one service of one body over one period, worked out from envelopes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.engines.indicators import middle, ninetieth, share


@dataclass(frozen=True)
class Period:
    """From the beginning of one legal day to the end of another."""

    since: date
    until: date


@dataclass(frozen=True)
class Interviews:
    """What became of those begun in the period. Those neither sent nor forgotten are still under way."""

    started: int
    sent: int
    forgotten: int

    @property
    def completion(self) -> float | None:
        """Sent of those that ended, in per cent: one under way is neither a success nor a failure."""
        return share(self.sent, self.sent + self.forgotten)


@dataclass(frozen=True)
class Screen:
    """One question: how many interviews came to it, and how many ended there."""

    key: str
    reached: int
    left: int

    @property
    def drop_out(self) -> float | None:
        return share(self.left, self.reached)


@dataclass(frozen=True)
class Cases:
    """Cases opened and first decided in the period, and those open at its end."""

    opened: int
    decided: int
    open_at_end: int
    late: int
    days: tuple[int, ...]  # from asking to the first decision, of each case decided
    outcomes: tuple[tuple[str, int], ...]

    @property
    def in_time(self) -> float | None:
        return share(self.decided - self.late, self.decided)

    @property
    def middle_days(self) -> int | None:
        return middle(self.days)

    @property
    def ninetieth_days(self) -> int | None:
        return ninetieth(self.days)


@dataclass(frozen=True)
class Time:
    """Officers' time on the cases decided in the period: measured, and beside it what was entered."""

    measured: tuple[timedelta, ...]  # of each case
    entered: tuple[tuple[str, int], ...]  # channel -> minutes

    @property
    def middle(self) -> timedelta | None:
        return middle(self.measured)

    @property
    def total(self) -> timedelta:
        return sum(self.measured, timedelta())


@dataclass(frozen=True)
class Facts:
    """Facts that this service's own question list asks for: asked here, and answered by what was known."""

    asked: int
    reused: int

    @property
    def reuse(self) -> float | None:
        return share(self.reused, self.asked + self.reused)


@dataclass(frozen=True)
class Reviews:
    """Decisions that people asked to have looked at again, and what came of it."""

    asked: int
    answered: int
    changed: int


@dataclass(frozen=True)
class Figures:
    """All that a page of one service shows."""

    service: str
    organisation: str
    period: Period
    interviews: Interviews
    screens: tuple[Screen, ...]
    channels: tuple[tuple[str, int], ...]
    cases: Cases
    time: Time
    facts: Facts
    reviews: Reviews

    @property
    def empty(self) -> bool:
        return not (self.interviews.started or self.cases.opened or self.cases.decided)


def screens_of(walked: Iterable[Sequence[str]], left: Iterable[str]) -> tuple[Screen, ...]:
    """Every screen that somebody came to, in the order in which people come to them.

    `walked` are the screens answered in each interview that ended; `left` the one at which it was given up.
    """
    answered = list(walked)
    gave_up = Counter(left)
    reached = Counter(key for screens in answered for key in set(screens)) + gave_up
    places: dict[str, list[int]] = {}
    for screens in answered:
        for place, key in enumerate(screens):
            places.setdefault(key, []).append(place)
    last = len(reached)
    order = sorted(reached, key=lambda key: (middle(places.get(key, [last])) or 0, key))
    return tuple(Screen(key=key, reached=reached[key], left=gave_up[key]) for key in order)
