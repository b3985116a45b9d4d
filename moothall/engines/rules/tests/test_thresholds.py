"""Cliffs are found to the penny, and stretches of which little is kept."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from moothall.engines.rules.thresholds import LEAST_FALL, TOLERANCE, TooLittleWork, walk_line

TOP, STEP = 60_000, 1_000


def walked(money, *, most: int = 2_000):
    return walk_line(money, top=TOP, step=STEP, most=most)


def test_a_straight_line_has_two_points_and_costs_a_step_and_its_middle():
    asked = []
    line = walked(lambda at: asked.append(at) or 0.5 * at)
    assert line.points == ((0, 0.0), (TOP, 30_000.0)) and line.cliffs == () and line.complete
    assert len(asked) == len(set(asked)) == 2 * TOP // STEP + 1


@given(
    at=st.integers(1, TOP - 2),
    lost=st.floats(LEAST_FALL + 1.1, 20_000),
    kept=st.floats(0, 1, exclude_min=True),
)
def test_a_cliff_is_found_to_the_penny_wherever_it_is(at, lost, kept):
    line = walked(lambda earned: kept * earned - (lost if earned > at else 0))
    (cliff,) = line.cliffs
    assert cliff.at == at
    assert cliff.lost == pytest.approx(lost - kept, abs=0.01)


@given(at=st.integers(3, TOP - 3))
@example(at=7_124)  # A penny below where the halves end.
def test_a_corner_between_two_straight_lines_is_in_the_line(at):
    line = walked(lambda earned: min(earned, at) + 0.45 * max(0, earned - at))
    for earned, money in line.points:
        assert money == pytest.approx(min(earned, at) + 0.45 * max(0, earned - at))
    nearest = min(abs(earned - at) for earned, _ in line.points)
    # A corner nearer than this to the edge of a step bends the line by less than the tolerance.
    assert nearest == 0 or min(at % STEP, -at % STEP) < 4 * TOLERANCE / 0.55


def test_a_rise_by_a_jump_is_no_cliff():
    line = walked(lambda earned: earned + (500 if earned > 12_345 else 0))
    assert line.cliffs == () and (12_345, 12_345) in line.points and (12_346, 12_846) in line.points


def test_where_little_is_kept_is_one_stretch_with_what_is_kept_over_it():
    def money(earned: int) -> float:
        """All of the first 100 pounds, 20p of each of the next 100, nothing of 100 more, then half."""
        parts = ((10_000, 1.0), (10_000, 0.2), (10_000, 0.0), (30_000, 0.5))
        total, begins = 0.0, 0
        for length, kept in parts:
            total += kept * max(0, min(earned - begins, length))
            begins += length
        return total

    (stretch,) = walked(money).stretches_below(0.3, least=100)
    assert (stretch.start, stretch.end) == (10_000, 30_000)
    assert stretch.kept == pytest.approx(0.1)


def test_when_no_more_may_be_asked_the_line_says_that_it_is_not_complete():
    line = walked(lambda earned: float(earned % 777), most=70)
    assert not line.complete
    assert walked(lambda earned: float(earned), most=200).complete


def test_too_few_answers_for_the_steps_are_refused():
    with pytest.raises(TooLittleWork):
        walked(lambda earned: 0.0, most=10)
