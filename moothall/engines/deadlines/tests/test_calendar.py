from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.deadlines import BadCalendar, CalendarRunsOut, read_calendars
from moothall.engines.deadlines.tests.calendars import our_calendars

NATIONS = st.sampled_from(sorted(our_calendars()))
# Far enough inside the calendars that no sum below leaves them.
DAYS = st.dates(date(2024, 6, 1), date(2028, 6, 30))
COUNTS = st.integers(1, 90)
ENGLAND = "england-and-wales"


def test_three_nations_differ_on_the_days_that_only_one_of_them_keeps() -> None:
    working = {
        name: [nation for nation, calendar in our_calendars().items() if calendar.is_working_day(day)]
        for name, day in (
            ("easter monday", date(2026, 4, 6)),
            ("second of january", date(2026, 1, 2)),
            ("st patrick", date(2026, 3, 17)),
        )
    }
    assert working["easter monday"] == ["scotland"]
    assert working["second of january"] == [ENGLAND, "northern-ireland"]
    assert working["st patrick"] == [ENGLAND, "scotland"]


def test_ten_working_days_across_the_christmas_of_2026() -> None:
    # 25 December is a Friday, Boxing Day is kept on Monday 28 December, New Year's Day is a Friday.
    assert our_calendars()[ENGLAND].add_working_days(date(2026, 12, 18), 10) == date(2027, 1, 6)


def test_twelve_working_days_before_a_poll() -> None:
    # The poll of 6 May 2027 with the bank holiday of 3 May before it.
    assert our_calendars()[ENGLAND].add_working_days(date(2027, 5, 6), -12) == date(2027, 4, 19)


def test_one_working_day_after_a_saturday_is_monday_and_none_is_the_day_itself() -> None:
    calendar = our_calendars()[ENGLAND]
    assert calendar.add_working_days(date(2026, 6, 6), 1) == date(2026, 6, 8)
    assert calendar.add_working_days(date(2026, 6, 6), 0) == date(2026, 6, 6)
    assert calendar.working_day_on_or_after(date(2026, 6, 6)) == date(2026, 6, 8)


@given(nation=NATIONS, start=DAYS, days=COUNTS)
def test_adding_working_days_lands_on_a_working_day_that_is_so_many_away(nation, start, days) -> None:
    calendar = our_calendars()[nation]
    end = calendar.add_working_days(start, days)
    assert calendar.is_working_day(end)
    assert calendar.working_days_between(start, end) == days


@given(nation=NATIONS, start=DAYS, days=COUNTS)
def test_going_back_undoes_going_forward_from_a_working_day(nation, start, days) -> None:
    calendar = our_calendars()[nation]
    start = calendar.working_day_on_or_after(start)
    assert calendar.add_working_days(calendar.add_working_days(start, days), -days) == start


@given(nation=NATIONS, start=DAYS, days=COUNTS)
def test_beginning_with_a_day_counts_it_when_it_is_a_working_day(nation, start, days) -> None:
    calendar = our_calendars()[nation]
    end = calendar.working_days_beginning_with(start, days)
    counted = sum(calendar.is_working_day(start + timedelta(n)) for n in range((end - start).days + 1))
    assert counted == days


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2029, 1, 1)])
def test_a_year_that_is_not_known_is_refused_and_not_guessed(day) -> None:
    with pytest.raises(CalendarRunsOut, match="2024-01-01 to 2028-12-31"):
        our_calendars()[ENGLAND].is_working_day(day)


def test_a_period_that_would_leave_the_calendar_is_refused() -> None:
    with pytest.raises(CalendarRunsOut):
        our_calendars()[ENGLAND].add_working_days(date(2028, 12, 20), 10)


GOOD = """
nation: utopia
source: a test
covers: {first_day: 2026-01-01, last_day: 2026-12-31}
bank_holidays:
  - {date: 2026-01-01, name: First}
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("source: a test\n", "", "expected `source:`"),
        ("date: 2026-01-01", "date: first", "bank holiday 1: expected `date:`"),
        ("date: 2026-01-01", "date: 2027-01-01", "outside 2026-01-01 to 2026-12-31"),
        ("last_day: 2026-12-31", "last_day: 2027-12-31", "covers 2027 but names no bank holiday"),
        ("last_day: 2026-12-31", "last_day: never", "expected `covers:`"),
        ("name: First}", "name: First}\n  - {date: 2026-01-01, name: Again}", "there twice"),
        ("nation: utopia", "nation: [", "utopia.yaml: "),
        (GOOD, "just text", "expected nation, source, covers"),
    ],
)
def test_a_wrong_calendar_file_says_what_was_expected(old, new, says) -> None:
    with pytest.raises(BadCalendar) as refused:
        read_calendars({"utopia.yaml": GOOD.replace(old, new).encode()})
    assert says in str(refused.value)


def test_two_calendars_for_one_nation_are_refused() -> None:
    with pytest.raises(BadCalendar, match="second calendar for utopia"):
        read_calendars({"a.yaml": GOOD.encode(), "b.yaml": GOOD.encode()})
