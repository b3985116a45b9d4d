import pytest
from django.core.cache import cache

from moothall.doors.frontdoor.tests.resident import Resident
from tests.kit import claims


@pytest.fixture(autouse=True)
def stage(db):
    """The demonstration's bodies, places and services, and nobody who has tried any key yet."""
    cache.clear()
    claims.set_the_stage()


@pytest.fixture
def joan() -> Resident:
    return Resident()
