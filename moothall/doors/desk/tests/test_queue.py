"""Meena sees what waits in her organisation, the most overdue first, and nothing of another's."""

from __future__ import annotations

import html
import re
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.cases import queries
from moothall.work.cases.models import Task
from tests.kit import claims, moves


def test_joans_claim_waits_in_canterbury(joan, meena):
    page = meena.get("/desk/").content.decode()
    assert "Joan Whitlock" in page
    assert joan.reference in page
    assert "Decide the application" in page
    assert "7 December 2026" in page


def test_an_officer_of_thanet_sees_none_of_it(joan, tom):
    page = tom.get("/desk/").content.decode()
    assert "Joan" not in page
    assert joan.reference not in page
    assert "Nothing is waiting" in page


def test_the_landlord_and_the_council_see_nothing_of_each_others_part_of_a_move(stage, meena):
    told = {one["organisation"]: one for one in moves.told().told}
    leila = signed_in(officer("Leila Stone", at="southern_housing"))
    hers, councils = told["southern_housing"], told["canterbury"]
    for browser, own, foreign in ((leila, hers, councils), (meena, councils, hers)):
        queue = browser.get("/desk/").content.decode()
        assert own["reference"] in queue and foreign["reference"] not in queue
        assert browser.get(f"/desk/case/{own['case']}").status_code == 200
        assert browser.get(f"/desk/case/{foreign['case']}").status_code == 404


def test_nobody_is_sent_away(joan, client):
    assert client.get("/desk/").status_code == 302


def test_reading_the_list_is_one_entry_that_names_whose_cases_it_showed(joan, meena):
    meena.get("/desk/")
    with acting_for(BODIES):
        entry = Entry.objects.get(verb="case.listed")
    assert entry.details == {"cases": 1, "page": "team", "roles": ["caseworker"]}
    assert len(entry.subjects) == 1


def test_what_is_late_says_by_how_much(joan, meena, settings):
    settings.TODAY = (claims.TODAY + timedelta(days=16)).isoformat()
    page = meena.get("/desk/").content.decode()
    assert "2 days late" in page
    assert "16 days" in page


def test_an_empty_list_of_ones_own_helps(joan, meena):
    page = meena.get("/desk/?show=mine").content.decode()
    assert "You have taken nothing" in page
    assert 'href="/desk/"' in page


def test_a_long_list_is_read_page_by_page_and_shows_everything_once(joan, meena, monkeypatch):
    claims.submitted()
    monkeypatch.setattr(queries, "PAGE", 1)
    first = meena.get("/desk/").content.decode()
    following = html.unescape(re.search(r'rel="next" href="([^"]+)"', first).group(1))
    second = meena.get(following).content.decode()
    references = [set(re.findall(r"CAN-\w{4}-\w{4}", page)) for page in (first, second)]
    assert len(references[0]) == len(references[1]) == 1
    assert references[0] != references[1]
    assert 'rel="next"' not in second


def test_work_without_a_due_day_is_paged_too(joan, monkeypatch):
    ama = signed_in(officer("Ama Boateng", at="kent"))
    claims.submitted()
    monkeypatch.setattr(queries, "PAGE", 1)
    first = ama.get("/desk/").content.decode()
    assert "No date is set" in first
    second = ama.get(html.unescape(re.search(r'rel="next" href="([^"]+)"', first).group(1))).content.decode()
    assert len(set(re.findall(r"KEN-\w{4}-\w{4}", first + second))) == 2


def test_a_mark_that_is_not_ours_begins_at_the_start(joan, meena):
    for mark in ("x", "2026-13-40.1", "2026-11-23.not-an-id", "\x00"):
        assert "Joan Whitlock" in meena.get("/desk/", {"after": mark}).content.decode()


def test_what_a_resident_typed_is_shown_as_text(stage, meena):
    claims.submitted(said={"full_name": "Joan <b>Whitlock</b>"})
    page = meena.get("/desk/").content.decode()
    assert "<b>Whitlock" not in page
    assert "Joan &lt;b&gt;Whitlock" in page


def test_taking_a_task_makes_it_mine(joan, meena):
    with acting_for(BODIES):
        task = Task.objects.get(case=joan, node="decide")
    assert meena.post(f"/desk/task/{task.pk}/take").status_code == 302
    assert "Joan Whitlock" in meena.get("/desk/?show=mine").content.decode()
    assert "taken by somebody" in meena.get("/desk/?show=untaken").content.decode()
    assert meena.post(f"/desk/task/{task.pk}/put-back").status_code == 302
    assert "Joan Whitlock" not in meena.get("/desk/?show=mine").content.decode()


def test_a_link_takes_nothing(joan, meena):
    with acting_for(BODIES):
        task = Task.objects.get(case=joan, node="decide")
    assert meena.get(f"/desk/task/{task.pk}/take").status_code == 405


def test_a_stranger_takes_nothing_and_learns_nothing(joan, tom):
    with acting_for(BODIES):
        task = Task.objects.get(case=joan, node="decide")
    assert tom.post(f"/desk/task/{task.pk}/take").status_code == 404
    with acting_for(BODIES):
        task.refresh_from_db()
    assert task.taken_by == ""


def test_a_longer_list_costs_no_more_statements(joan, meena):
    with CaptureQueriesContext(connection) as one:
        meena.get("/desk/")
    for _ in range(3):
        claims.submitted()
    with CaptureQueriesContext(connection) as four:
        page = meena.get("/desk/").content.decode()
    assert page.count("Joan Whitlock</a>") == 4
    assert len(four) == len(one)
