"""Publishing is an approved act: whose, why and for which body must be known before anything is kept."""

from __future__ import annotations

import pytest
from django.conf import settings

from moothall.ground.catalogue.actions import NotApproved, publish
from moothall.ground.catalogue.models import Edition
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.record.models import Entry
from tests.kit import claims

ACT = {
    "organisation": "kent",
    "services": settings.SERVICES,
    "approved_by": "Ama Boateng",
    "why": "It was agreed on 3 November.",
    "now": claims.NOW,
}


@pytest.fixture(autouse=True)
def bodies(db):
    load_organisations(settings.SERVICES / "organisations")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"approved_by": "  "}, "no name or no reason"),
        ({"why": ""}, "no name or no reason"),
        ({"organisation": "canterburry"}, "no organisation 'canterburry'. .* like it: canterbury"),
        ({"organisation": "xyz"}, "no organisation 'xyz'. .* like it: nothing"),
    ],
)
def test_nobodys_act_publishes_nothing(said, found):
    with pytest.raises(NotApproved, match=found):
        publish("older_persons_bus_pass", **ACT | said)
    assert not Edition.objects.exists() and not Entry.objects.exists()


def test_the_same_files_are_one_edition():
    first = publish("older_persons_bus_pass", **ACT)
    assert publish("older_persons_bus_pass", **ACT) == first
    assert Entry.objects.filter(verb="edition.published").count() == 1
