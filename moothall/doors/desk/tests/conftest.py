"""The stage of the desk's tests: the demonstration's bodies, and Joan's claim sent to two of them."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.models import Case
from tests.kit import claims

BODIES = {"canterbury", "thanet", "kent"}


@pytest.fixture(autouse=True)
def quick_and_clean(settings):
    """Passwords checked quickly, no code used before, and the legal date of the claim."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.TODAY = claims.TODAY.isoformat()


@pytest.fixture
def stage(db):
    claims.set_the_stage()


@pytest.fixture
def joan(stage) -> Case:
    """Joan's case at Canterbury."""
    reference = claims.submitted().reference
    with acting_for(BODIES):
        return Case.objects.get(reference=reference)


@pytest.fixture
def meena(stage):
    """A browser of Canterbury's caseworker, signed in."""
    return signed_in(officer("Meena Rao"))


@pytest.fixture
def tom(stage):
    """A browser of Thanet's caseworker: here always the stranger."""
    return signed_in(officer("Tom Ashdown", at="thanet"))
