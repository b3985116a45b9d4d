import pytest

from moothall.ground.organisations.acting import (
    OutsideTheWall,
    WiderThanAllowed,
    acting_for,
    organisations_in_context,
)
from moothall.ground.organisations.models import Organisation
from moothall.ground.subjects.models import Subject

NOW = "2026-11-23T10:00:00Z"


@pytest.fixture(autouse=True)
def two_bodies(db):
    for key in ("avon", "mere"):
        Organisation.objects.create(
            key=key,
            prefix=key[:3].upper(),
            name_en=key,
            kind="district",
            nation="england",
            homepage="https://a.example",
        )
        with acting_for({key}):
            Subject.objects.create(organisation_id=key, kind="person", place="claimant", known_since=NOW)


def test_a_row_is_found_only_by_its_own_body():
    with acting_for({"avon"}):
        assert [subject.organisation_id for subject in Subject.objects.all()] == ["avon"]


def test_a_set_of_bodies_sees_the_rows_of_each():
    with acting_for({"avon", "mere"}):
        assert Subject.objects.count() == 2


def test_nobody_sees_nothing():
    with acting_for(set()):
        assert not Subject.objects.exists()


def test_asking_outside_any_context_is_an_error_and_not_an_empty_list():
    with pytest.raises(OutsideTheWall):
        Subject.objects.count()


def test_a_context_never_grows():
    with acting_for({"avon"}), pytest.raises(WiderThanAllowed), acting_for({"avon", "mere"}):
        pass


def test_a_narrower_context_ends_where_it_began():
    with acting_for({"avon", "mere"}):
        with acting_for({"avon"}):
            assert Subject.objects.count() == 1
        assert organisations_in_context() == {"avon", "mere"}
        assert Subject.objects.count() == 2


def test_what_fails_inside_leaves_no_row():
    with pytest.raises(RuntimeError), acting_for({"avon"}):
        Subject.objects.create(organisation_id="avon", kind="person", known_since=NOW)
        raise RuntimeError
    with acting_for({"avon"}):
        assert Subject.objects.count() == 1
