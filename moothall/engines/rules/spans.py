"""The values of the interval reading: what something can still be.

A `Span` is all numbers, amounts or days between two ends; an `Either` says which of no and yes are possible;
a `OneOf` holds the codes that are. Every operation gives a value that holds each result of values it was
given. IEEE operations are monotone, so the ends are exact and nothing is widened.
"""

from __future__ import annotations

from math import inf, isnan
from typing import NamedTuple


class Span(NamedTuple):
    low: float
    high: float

    @property
    def is_single(self) -> bool:
        return self.low == self.high

    @property
    def single(self) -> float:
        return self.low


class Either(NamedTuple):
    no: bool
    yes: bool

    @property
    def is_single(self) -> bool:
        return self.no != self.yes

    @property
    def single(self) -> bool:
        return self.yes


class OneOf(NamedTuple):
    codes: tuple[str, ...]

    @property
    def is_single(self) -> bool:
        return len(self.codes) == 1

    @property
    def single(self) -> str:
        return self.codes[0]


Possible = Span | Either | OneOf
YES, NO, OPEN = Either(False, True), Either(True, False), Either(True, True)


def certain(value: object) -> Possible:
    """The possible values of something known."""
    if isinstance(value, bool):
        return YES if value else NO
    return OneOf((value,)) if isinstance(value, str) else Span(value, value)


def join(first: Possible | None, second: Possible | None) -> Possible | None:
    """Either of the two; None is "no value comes this way"."""
    if first is None or second is None:
        return first if second is None else second
    if isinstance(first, Span):
        return Span(min(first.low, second.low), max(first.high, second.high))
    if isinstance(first, Either):
        return Either(first.no or second.no, first.yes or second.yes)
    return OneOf(tuple(dict.fromkeys(first.codes + second.codes)))


def add(a: Span, b: Span) -> Span:
    return _span(a.low + b.low, a.high + b.high)


def take(a: Span, b: Span) -> Span:
    return _span(a.low - b.high, a.high - b.low)


def _span(low: float, high: float) -> Span:
    """Where two endless ends leave nothing known, anything is possible."""
    return Span(-inf if isnan(low) else low, inf if isnan(high) else high)


def times(a: Span, b: Span) -> Span:
    ends = [_product(x, y) for x in a for y in b]
    return Span(min(ends), max(ends))


def _product(x: float, y: float) -> float:
    product = x * y
    return 0.0 if isnan(product) else product  # 0 times an endless end is 0


def over(a: Span, b: Span) -> Span:
    if b.low <= 0 <= b.high:
        # The rule proved that it is not 0, but not how near to 0 it can come.
        return Span(-inf, inf)
    ends = [x / y for x in a for y in b]
    return Span(min(ends), max(ends)) if not any(isnan(end) for end in ends) else Span(-inf, inf)


def compare(op: str, a: Possible, b: Possible) -> Either:
    if isinstance(a, OneOf | Either):
        return _same(a, b) if op == "==" else _opposite(_same(a, b))
    if op in ("==", "!="):
        same = Either(not (a.is_single and b.is_single and a == b), a.low <= b.high and b.low <= a.high)
        return same if op == "==" else _opposite(same)
    if op == "<":
        return Either(a.high >= b.low, a.low < b.high)
    if op == "<=":
        return Either(a.high > b.low, a.low <= b.high)
    return compare({">": "<", ">=": "<="}[op], b, a)


def _same(a: OneOf, b: OneOf) -> Either:
    shared = [code for code in a.codes if code in b.codes]
    return Either(not (a.is_single and b.is_single and shared), bool(shared))


def _opposite(either: Either) -> Either:
    return Either(either.yes, either.no)


negate = _opposite
