"""A line chart keeps its line within its frame, and says at the axes what people count in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.doors.kit.line_chart import Mark, line_chart

POINTS = [(0, 5_000.0), (20_400, 30_000.0), (20_401, 21_300.0), (60_000, 50_900.0)]


def drawn(points=POINTS, **more):
    words = {"title": "Left", "told": "A line", "across_label": "Pay", "up_label": "Left a week"}
    return line_chart(points, write=lambda pence: f"£{pence / 100:.0f}", **words, **more)


def places(chart) -> list[tuple[int, int]]:
    return [tuple(int(part) for part in point.split(",")) for point in chart.line.split()]


@given(
    st.lists(
        st.tuples(st.integers(0, 500_000), st.floats(0, 500_000)), min_size=2, unique_by=lambda one: one[0]
    )
)
def test_the_line_stays_within_the_frame(points):
    chart = drawn(sorted(points))
    assert all(chart.left <= x <= chart.right and chart.top <= y <= chart.bottom for x, y in places(chart))
    assert len(chart.across) <= 8 and len(chart.up) <= 8


def test_more_is_further_right_and_higher_up():
    (first, *_, last) = places(drawn())
    assert last[0] > first[0] and last[1] < first[1]


def test_the_axes_count_in_round_pounds():
    chart = drawn()
    assert [tick.text for tick in chart.across][:3] == ["£0", "£100", "£200"]


def test_a_fall_is_drawn_from_its_upper_to_its_lower_end():
    (fall,) = drawn(falls=[20_400]).falls
    assert fall.from_y < fall.to_y


def test_two_words_beside_each_other_are_not_one_on_the_other():
    marks = [Mark("Now", 15_000, 24_000, hollow=True), Mark("Then", 18_000, 26_000)]
    now, then = drawn(marks=marks).marks
    assert now.words_y < now.y and then.words_y > then.y


def test_one_point_is_no_line():
    with pytest.raises(ValueError, match="two points"):
        drawn([(0, 1.0)])
