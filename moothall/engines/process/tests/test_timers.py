from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.deadlines.tests.calendars import our_calendars
from moothall.engines.process import DueRule, due_date
from moothall.engines.process.timers import BadPeriod, DateMissing, read_period

ENGLAND = our_calendars()["england-and-wales"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P14D", (0, 14)),
        ("P2W", (0, 14)),
        ("P2M", (2, 0)),
        ("P1Y", (12, 0)),
        ("P1Y6M", (18, 0)),
        (" P1D\n", (0, 1)),
    ],
)
def test_periods_are_read(text, period) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    "text",
    ["", "P", "14D", "PT1H", "P1DT1H", "-P1D", "P1.5D", "P0D", "P1M1D", "P1W1D", "P１D", "P99999D", "R3/P1D"],
)
def test_what_is_no_period_is_refused(text) -> None:
    with pytest.raises(BadPeriod):
        read_period(text)


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [
        (DueRule(months=0, days=14), date(2026, 12, 15)),
        (DueRule(months=0, days=14, beginning_with=True), date(2026, 12, 14)),
        (DueRule(months=2, days=0), date(2027, 2, 1)),
        (DueRule(months=2, days=0, beginning_with=True), date(2027, 1, 31)),
        (DueRule(months=0, days=20, working=True), date(2026, 12, 31)),
        (DueRule(months=0, days=20, working=True, beginning_with=True), date(2026, 12, 30)),
        (DueRule(months=0, days=14, starts_from="complete"), date(2026, 12, 24)),
    ],
)
def test_the_last_day_of_each_kind_of_period(rule, last_day) -> None:
    dates = {"opened": date(2026, 12, 1), "complete": date(2026, 12, 10)}
    due = due_date(rule, dates=dates, calendar=ENGLAND)
    assert due.last_day == last_day
    # What may be done on the last day is not late until that day is over.
    assert due.over_on == last_day + timedelta(1)


def test_a_date_that_the_case_does_not_have_is_asked_for() -> None:
    with pytest.raises(DateMissing, match='runs from "complete"'):
        due_date(
            DueRule(months=0, days=14, starts_from="complete"),
            dates={"opened": date(2026, 1, 1)},
            calendar=ENGLAND,
        )


@given(
    start=st.dates(date(2024, 2, 1), date(2027, 6, 1)),
    days=st.integers(1, 60),
    working=st.booleans(),
    beginning_with=st.booleans(),
)
def test_a_longer_period_never_ends_earlier(start, days, working, beginning_with) -> None:
    ends = [
        due_date(
            DueRule(months=0, days=count, working=working, beginning_with=beginning_with),
            dates={"opened": start},
            calendar=ENGLAND,
        ).last_day
        for count in (days, days + 1)
    ]
    assert start <= ends[0] < ends[1]
