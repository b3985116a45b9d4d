"""How long things took: the one in the middle, and the one that nine in ten were not slower than.

A mean hides the cases that waited longest, so neither measure is one. Both are values that occurred
(nearest rank), so that an officer can find the case behind the figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from typing import TypeVar

Long = TypeVar("Long", int, float, timedelta)


def middle(values: Iterable[Long]) -> Long | None:
    """The median by nearest rank: the smallest that at least half do not exceed. None of nothing."""
    return _ranked(values, 0.5)


def ninetieth(values: Iterable[Long]) -> Long | None:
    """The smallest that at least nine in ten do not exceed, by nearest rank. None of nothing."""
    return _ranked(values, 0.9)


def _ranked(values: Iterable[Long], part: float) -> Long | None:
    ordered = sorted(values)
    return ordered[ceil(part * len(ordered)) - 1] if ordered else None
