"""Which body did on a day what another does: for every body there is, on any day."""

from datetime import date

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.actions.load_organisations import read_organisations
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import bodies_on

pytestmark = pytest.mark.django_db
FILES = settings.SERVICES / "organisations"
KEYS = sorted(read_organisations(FILES))


@pytest.fixture(autouse=True)
def loaded(db):
    load_organisations(FILES)


def keys(key: str, on: date) -> list[str]:
    return [one.key for one in bodies_on(Organisation.objects.get(pk=key), on)]


@given(st.sampled_from(KEYS), st.dates(date(2015, 1, 1), date(2030, 12, 31)))
@how(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_is_named_was_there_or_nobody_knows_of_one_before(key, on):
    body = Organisation.objects.get(pk=key)
    found = bodies_on(body, on)
    assert found
    assert all(one.exists(on) for one in found) or found == (body,)
    # Nobody is lost after a merger: somebody always came after.
    assert body.until is None or on <= body.until or all(one.exists(on) for one in found)


@pytest.mark.parametrize(
    ("key", "on", "found"),
    [
        (
            "somerset",
            date(2022, 1, 1),
            ["mendip", "sedgemoor", "somerset_west_and_taunton", "south_somerset"],
        ),
        ("taunton_deane", date(2020, 1, 1), ["somerset_west_and_taunton"]),
        ("taunton_deane", date(2026, 1, 1), ["somerset"]),
        ("cumbria_county", date(2026, 1, 1), ["cumberland", "westmorland_and_furness"]),
        ("north_yorkshire_county", date(2026, 1, 1), ["north_yorkshire"]),
        ("north_of_tyne_combined", date(2026, 1, 1), ["north_east_combined"]),
        (
            "dorset",
            date(2019, 3, 31),
            ["east_dorset", "north_dorset", "purbeck", "west_dorset", "weymouth_and_portland"],
        ),
        ("fife", date(1990, 1, 1), ["fife"]),
    ],
)
def test_mergers_that_everybody_knows(key, on, found):
    assert keys(key, on) == found
