"""A bar chart as plain numbers: the page draws it with attributes alone, as its policy allows no styles.

The words stand above each bar and not beside it, so that the chart fits a telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 360
BAR_HEIGHT = 20
ROW_HEIGHT = 56
BASELINE = 16  # of the words of a row, below its top
LEAST = 2  # an amount above nothing is seen, however small beside the others


@dataclass(frozen=True)
class Bar:
    label: str
    amount: float
    value: str  # the amount in words


@dataclass(frozen=True)
class Drawn:
    """One bar in its place."""

    label: str
    value: str
    width: int
    words_at: int
    bar_at: int


@dataclass(frozen=True)
class Chart:
    title: str
    told: str
    height: int
    bars: tuple[Drawn, ...]
    width: int = WIDTH
    bar_height: int = BAR_HEIGHT


def chart_of(bars: Sequence[Bar], *, title: str, told: str) -> Chart:
    """Bars from a common nought, their lengths as their amounts. `told` is the chart in words."""
    most = max(bar.amount for bar in bars)
    drawn = tuple(
        Drawn(
            label=bar.label,
            value=bar.value,
            width=max(LEAST, round(WIDTH * bar.amount / most)),
            words_at=place * ROW_HEIGHT + BASELINE,
            bar_at=place * ROW_HEIGHT + BASELINE + 8,
        )
        for place, bar in enumerate(bars)
    )
    return Chart(title=title, told=told, height=len(drawn) * ROW_HEIGHT, bars=drawn)
