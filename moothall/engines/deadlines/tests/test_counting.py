from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.deadlines import (
    add_days,
    add_months,
    clear_days_after,
    days_after,
    days_beginning_with,
    months_after,
    months_beginning_with,
)

DAYS = st.dates(date(1999, 1, 1), date(2090, 12, 31))
COUNTS = st.integers(1, 400)


def test_fourteen_days_after_and_beginning_with_the_first_of_june_are_a_day_apart() -> None:
    assert days_after(date(2026, 6, 1), 14) == date(2026, 6, 15)
    assert days_beginning_with(date(2026, 6, 1), 14) == date(2026, 6, 14)
    assert clear_days_after(date(2026, 6, 1), 14) == date(2026, 6, 16)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(1978, 9, 30), 4, date(1979, 1, 30)),  # Dodds v Walker: 31 January was a day too late
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_go_by_the_corresponding_date(start, months, last) -> None:
    assert add_months(start, months) == last


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2026, 3, 1), 1, date(2026, 3, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 29), 1, date(2026, 2, 28)),
        (date(2026, 1, 28), 1, date(2026, 2, 27)),
        (date(2026, 4, 1), 12, date(2027, 3, 31)),
    ],
)
def test_months_beginning_with_end_the_day_before(start, months, last) -> None:
    assert months_beginning_with(start, months) == last


@given(start=DAYS, days=COUNTS)
def test_beginning_with_a_day_is_after_the_day_before(start, days) -> None:
    assert days_beginning_with(start, days) == days_after(add_days(start, -1), days)
    assert (days_beginning_with(start, days) - start).days + 1 == days


@given(start=DAYS, months=st.integers(1, 60))
def test_a_period_of_months_ends_in_the_right_month_by_the_corresponding_date(start, months) -> None:
    last = months_after(start, months)
    assert (last.year * 12 + last.month) - (start.year * 12 + start.month) == months
    assert last.day <= start.day
    assert last.day == start.day or (last + timedelta(1)).day == 1
    assert months_beginning_with(start, months) in (last, last - timedelta(1))


@given(start=DAYS, months=st.integers(1, 60))
def test_a_later_start_never_ends_earlier(start, months) -> None:
    for count in (months_after, months_beginning_with):
        assert count(start, months) <= count(start + timedelta(1), months)


@pytest.mark.parametrize(
    "count", [days_after, days_beginning_with, clear_days_after, months_after, months_beginning_with]
)
def test_a_period_of_nothing_is_refused(count) -> None:
    with pytest.raises(ValueError, match="at least one"):
        count(date(2026, 1, 1), 0)
