from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.subjects.actions import AlreadySuperseded, Source, state_all, supersede
from moothall.ground.subjects.models import Subject
from moothall.ground.subjects.queries import every_statement_of_case, facts_of_case

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
CASE = uuid4()


def said(now: datetime) -> Source:
    return Source(
        said_by="resident",
        channel="web",
        purpose="council_tax_reduction",
        true_from=date(2026, 11, 1),
        now=now,
        case=CASE,
    )


@pytest.fixture
def savings(db):
    Organisation.objects.create(
        key="avon",
        prefix="AVO",
        name_en="Avon",
        kind="district",
        nation="england",
        homepage="https://a.example",
    )
    with acting_for({"avon"}):
        joan = Subject.objects.create(
            organisation_id="avon", kind="person", place="family1/joan", known_since=MONDAY
        )
        yield state_all([(joan, "savings", "9000.00")], source=said(MONDAY))[0]


def test_a_correction_names_what_it_replaces_and_both_stay(savings):
    correction = supersede(savings, "9500.00", source=said(MONDAY + timedelta(days=1)))
    assert correction.supersedes == savings
    assert [fact.value for fact in facts_of_case(CASE)] == ["9500.00"]
    assert [fact.value for fact in every_statement_of_case(CASE)] == ["9000.00", "9500.00"]


def test_what_was_known_on_a_day_is_still_known_of_that_day(savings):
    supersede(savings, "9500.00", source=said(MONDAY + timedelta(days=1)))
    assert [fact.value for fact in facts_of_case(CASE, as_at=MONDAY)] == ["9000.00"]


def test_two_corrections_of_one_statement_do_not_both_win(savings):
    supersede(savings, "9500.00", source=said(MONDAY + timedelta(days=1)))
    with pytest.raises(AlreadySuperseded):
        supersede(savings, "9900.00", source=said(MONDAY + timedelta(days=2)))
