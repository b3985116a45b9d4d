from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.deadlines import day_begins, legal_date

INSTANTS = st.datetimes(datetime(1998, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


def at(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (at(2026, 3, 29, 0, 59, 59), date(2026, 3, 29)),  # the last second of winter
        (at(2026, 3, 29, 22, 59, 59), date(2026, 3, 29)),
        (at(2026, 3, 29, 23, 0), date(2026, 3, 30)),  # midnight in London is 23:00 in Greenwich
        (at(2026, 6, 30, 23, 30), date(2026, 7, 1)),
        (at(2026, 10, 24, 23, 0), date(2026, 10, 25)),
        (at(2026, 10, 25, 0, 30), date(2026, 10, 25)),  # 1.30 in the morning, for the first time
        (at(2026, 10, 25, 1, 30), date(2026, 10, 25)),  # and again, an hour later
        (at(2026, 10, 25, 23, 59, 59), date(2026, 10, 25)),  # a day of 25 hours
        (at(2026, 10, 26, 0, 0), date(2026, 10, 26)),
    ],
)
def test_the_legal_date_around_both_changes_of_the_clocks(instant, day) -> None:
    assert legal_date(instant) == day


def test_the_same_instant_written_in_another_zone_has_the_same_legal_date() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert legal_date(datetime(2026, 7, 1, 7, 59, tzinfo=tokyo)) == date(2026, 6, 30)
    assert legal_date(datetime(2026, 7, 1, 8, 0, tzinfo=tokyo)) == date(2026, 7, 1)


def test_an_instant_without_a_zone_or_before_the_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        legal_date(datetime(2026, 7, 1))
    with pytest.raises(ValueError, match="known from 1998"):
        legal_date(at(1996, 7, 1))


def test_days_have_23_24_or_25_hours() -> None:
    hours = {
        day: (day_begins(day + timedelta(1)) - day_begins(day)).total_seconds() / 3600
        for day in (date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25))
    }
    assert list(hours.values()) == [23, 24, 25]


@given(instant=INSTANTS)
def test_it_agrees_with_the_time_zone_files(instant) -> None:
    try:
        london = ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        pytest.skip("this machine has no time-zone files")
    assert legal_date(instant) == instant.astimezone(london).date()


@given(day=st.dates(date(1998, 1, 2), date(2099, 12, 31)))
def test_a_day_begins_where_its_legal_date_begins(day) -> None:
    assert legal_date(day_begins(day)) == day
    assert legal_date(day_begins(day) - timedelta(microseconds=1)) == day - timedelta(1)
