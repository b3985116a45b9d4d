"""Who read of a case: found for that case, of that organisation, and for nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from moothall.ground.record import Happened, write_all
from moothall.ground.record.queries import listings_of, readings_of

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
OFFICER = SimpleNamespace(kind="officer", id="17")
JOANS, GWENS = uuid4(), uuid4()


def viewed(case, *, organisation="canterbury", at=MONDAY, **details) -> Happened:
    return Happened(
        verb="case.viewed", organisation=organisation, case=case, actor=OFFICER, at=at, details=details
    )


def listed(*subjects, organisation="canterbury", at=MONDAY) -> Happened:
    return Happened(
        verb="case.listed", organisation=organisation, actor=OFFICER, subjects=subjects, at=at, details={}
    )


def test_readings_are_of_one_case_and_the_newest_comes_first():
    write_all(
        [
            viewed(JOANS, page="case"),
            viewed(GWENS, page="case"),
            viewed(JOANS, page="letter", at=MONDAY + timedelta(hours=1)),
            viewed(JOANS, organisation="kent", page="case"),
        ]
    )
    assert [entry.details["page"] for entry in readings_of(JOANS, organisation="canterbury")] == [
        "letter",
        "case",
    ]


def test_a_list_is_found_by_each_of_those_who_stood_in_it():
    write_all(
        [
            listed(JOANS, GWENS),
            listed(GWENS),
            listed(JOANS, organisation="kent"),
            listed(JOANS, at=MONDAY - timedelta(days=1)),
        ]
    )

    def found(subject):
        return listings_of(subject, organisation="canterbury", since=MONDAY).count()

    assert (found(JOANS), found(GWENS), found(uuid4())) == (1, 2, 0)
