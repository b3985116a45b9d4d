from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.deadlines import Clock, ClockOutOfOrder
from moothall.engines.deadlines.tests.calendars import our_calendars

OPENED = date(2026, 6, 1)


@st.composite
def clocks(draw) -> Clock:
    """A clock with up to four stops, perhaps still standing at the end."""
    clock, day = Clock(started=draw(st.dates(date(2025, 1, 1), date(2026, 12, 31)))), None
    day = clock.started
    for ahead in draw(st.lists(st.integers(0, 30), max_size=8)):
        day += timedelta(ahead)
        clock = clock.start_again(day) if clock.is_stopped else clock.stop(day)
    return clock


def test_a_fortnight_with_a_week_of_waiting_for_a_payslip() -> None:
    clock = Clock(started=OPENED)
    assert clock.last_day(14) == date(2026, 6, 15)
    clock = clock.stop(date(2026, 6, 5))
    assert clock.last_day(14) is None
    assert clock.last_day(3) == date(2026, 6, 4)
    assert clock.days_elapsed(date(2026, 6, 30)) == 3
    clock = clock.start_again(date(2026, 6, 12))
    assert clock.last_day(14) == date(2026, 6, 22)


def test_it_counts_dates_across_the_change_of_the_clocks() -> None:
    assert Clock(started=date(2026, 3, 28)).days_elapsed(date(2026, 3, 30)) == 2


def test_with_a_calendar_it_counts_working_days() -> None:
    calendar = our_calendars()["england-and-wales"]
    clock = Clock(started=date(2026, 12, 18))
    assert clock.last_day(10, calendar) == calendar.add_working_days(date(2026, 12, 18), 10)


def test_stopping_and_starting_on_one_day_leaves_nothing_out() -> None:
    clock = Clock(started=OPENED).stop(date(2026, 6, 5)).start_again(date(2026, 6, 5))
    assert clock.last_day(14) == Clock(started=OPENED).last_day(14)


def test_moves_out_of_order_are_refused_by_name() -> None:
    clock = Clock(started=OPENED)
    with pytest.raises(ClockOutOfOrder, match="is running"):
        clock.start_again(OPENED)
    with pytest.raises(ClockOutOfOrder, match="after"):
        clock.stop(OPENED - timedelta(1))
    stopped = clock.stop(date(2026, 6, 5))
    with pytest.raises(ClockOutOfOrder, match="stood still since 2026-06-05"):
        stopped.stop(date(2026, 6, 6))
    with pytest.raises(ClockOutOfOrder, match="after"):
        stopped.start_again(date(2026, 6, 4))


@given(clock=clocks(), limit=st.integers(1, 60))
def test_the_last_day_is_the_first_on_which_the_limit_has_elapsed(clock, limit) -> None:
    last = clock.last_day(limit)
    if last is None:
        assert clock.is_stopped
        assert clock.days_elapsed(clock.stops[-1].on + timedelta(365)) < limit
    else:
        assert clock.days_elapsed(last) == limit
        assert clock.days_elapsed(last - timedelta(1)) == limit - 1


@given(clock=clocks(), ahead=st.integers(0, 300))
def test_elapsed_and_stopped_days_add_up_to_all_days(clock, ahead) -> None:
    today = clock.started + timedelta(ahead)
    still = {
        stop.on + timedelta(n)
        for stop in clock.stops
        for n in range(((stop.until or today + timedelta(1)) - stop.on).days)
    }
    still = {day for day in still if clock.started < day <= today}
    assert clock.days_elapsed(today) + len(still) == ahead
