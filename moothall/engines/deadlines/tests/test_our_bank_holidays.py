"""Our dated facts against the reference file that they were taken from."""

from __future__ import annotations

import json

import pytest

from moothall.engines.deadlines.tests.calendars import our_calendars
from tests.kit.shared import shared


def test_the_three_calendars_cover_2024_to_2028() -> None:
    calendars = our_calendars()
    assert sorted(calendars) == ["england-and-wales", "northern-ireland", "scotland"]
    for calendar in calendars.values():
        assert (calendar.first_day.year, calendar.last_day.year) == (2024, 2028)


@pytest.mark.shared
@pytest.mark.parametrize("nation", sorted(our_calendars()))
def test_every_date_and_name_is_that_of_the_reference(nation: str) -> None:
    calendar = our_calendars()[nation]
    file = shared("data/standards/bank_holidays/bank-holidays.json")
    reference = {
        event["date"]: event["title"] + (" (substitute day)" if event["notes"] else "")
        for event in json.loads(file.read_text())[nation]["events"]
        if "2024-01-01" <= event["date"] <= "2028-12-31"
    }
    assert {day.isoformat(): name for day, name in calendar.bank_holidays.items()} == reference
