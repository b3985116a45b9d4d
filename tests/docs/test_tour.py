"""The tour leaves out no file that a claim really touches."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache

from tests.docs.walking import walk_a_claim
from tests.kit import claims
from tests.kit.places import ROOT


@pytest.fixture
def stage(db, settings):
    cache.clear()
    settings.TODAY = claims.TODAY.isoformat()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    claims.set_the_stage()


def test_every_file_that_acts_for_a_claim_is_on_the_tour(stage):
    told = set(re.findall(r"`(moothall/[\w./]+)`", (ROOT / "docs" / "tour.md").read_text("utf-8")))
    acted = [path for path in walk_a_claim() if not path.endswith("/__init__.py")]
    forgotten = [path for path in acted if path not in told]
    assert not forgotten, "docs/tour.md leaves out, in this order:\n" + "\n".join(forgotten)
