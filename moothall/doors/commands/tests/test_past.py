"""The invented past of the demonstration: lived once, by real actions, with something for each page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from moothall.doors.commands.past import FILE, live_through_the_past
from moothall.doors.kit.clock import today
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.demonstration import demo_people
from moothall.work.measures.figures import Period
from moothall.work.measures.queries import figures
from tests.kit import claims

pytestmark = pytest.mark.django_db


def test_it_is_lived_once_and_every_figure_has_something_to_count():
    claims.set_the_stage()
    demo_people()
    assert live_through_the_past(now=timezone.now()) == FILE.read_text().count("full_name")
    assert live_through_the_past(now=timezone.now()) == 0
    with acting_for({"canterbury"}):
        told = figures(
            claims.SERVICE, organisation="canterbury", period=Period(today() - timedelta(days=90), today())
        )
    assert told.cases.decided == 6 and told.cases.open_at_end == 1 and told.cases.late == 1
    assert told.interviews.forgotten == 3 and told.interviews.started == 10
    assert {one.key: one.left for one in told.screens if one.left} == {"savings": 2, "council-tax-bill": 1}
    assert told.time.middle is not None and told.facts.asked > 100
