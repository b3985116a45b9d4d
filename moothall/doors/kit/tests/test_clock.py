"""A fixed legal date moves the instants with it, in winter and in summer."""

from datetime import UTC, date, datetime

import pytest

from moothall.doors.kit import clock
from moothall.engines.deadlines.legal import legal_date

HALF_PAST_MIDNIGHT_IN_SUMMER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


def test_without_a_fixed_date_the_clock_is_the_machines(settings, monkeypatch):
    settings.TODAY = None
    monkeypatch.setattr(clock.timezone, "now", lambda: HALF_PAST_MIDNIGHT_IN_SUMMER)
    assert clock.now() == HALF_PAST_MIDNIGHT_IN_SUMMER
    assert clock.today() == date(2026, 7, 2)


@pytest.mark.parametrize("fixed", ["2026-11-23", "2027-06-01", "2027-03-28"])
def test_instants_are_moved_to_the_fixed_date(settings, monkeypatch, fixed):
    settings.TODAY = fixed
    monkeypatch.setattr(clock.timezone, "now", lambda: HALF_PAST_MIDNIGHT_IN_SUMMER)
    assert legal_date(clock.now()) == clock.today() == date.fromisoformat(fixed)
    assert clock.now().tzinfo is UTC
