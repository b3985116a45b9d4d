"""A bar chart as plain numbers: the page draws it with attributes alone, as its policy allows no styles.

The words stand above each bar and not beside it, so that the chart fits a telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 360
LONGEST = 250  # of the bars, so that each has room for its amount after it
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
    value_across: int  # where the amount begins, after its bar
    value_down: int


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
    most = max((bar.amount for bar in bars), default=0) or 1
    drawn = tuple(_drawn(bar, top=place * ROW_HEIGHT, most=most) for place, bar in enumerate(bars))
    return Chart(title=title, told=told, height=len(drawn) * ROW_HEIGHT, bars=drawn)


def _drawn(bar: Bar, *, top: int, most: float) -> Drawn:
    width = max(LEAST, round(LONGEST * bar.amount / most)) if bar.amount else 0
    bar_at = top + BASELINE + 8
    return Drawn(
        label=bar.label,
        value=bar.value,
        width=width,
        words_at=top + BASELINE,
        bar_at=bar_at,
        value_across=width + 8,
        value_down=bar_at + BASELINE,
    )
