"""The demonstration's own pages work there, show no one else's data, and exist nowhere else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time

import pytest
from django.core.cache import cache
from django.test import Client

from moothall.doors.demonstration.codes import codes_at, seconds_left
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.demonstration import NotADemonstration, demo_people, demo_secret
from moothall.ground.people.held_cases import _SESSION_KEY
from moothall.ground.people.models import Account, Role
from moothall.ground.people.second_factor import use_code
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case
from tests.kit import claims

BODIES = {"canterbury", "thanet", "kent", "southern_housing"}


@pytest.fixture(autouse=True)
def quick_and_clean(settings):
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def stage(db):
    claims.set_the_stage()
    return demo_people()


def test_a_newcomer_signs_in_with_what_the_page_shows(stage):
    browser = Client()
    page = browser.get("/demonstration/authenticator").content.decode()
    meena = stage[0]
    assert meena.email in page
    assert meena.password in page
    code = re.search(rf'data-code="{re.escape(meena.email)}">(\d{{6}})<', page).group(1)
    browser.post("/accounts/sign-in", {"login": meena.email, "password": meena.password})
    assert browser.post("/accounts/code", {"code": code}).status_code == 302
    assert browser.get("/desk/").status_code == 200


def test_there_are_officers_of_four_bodies_and_a_team_leader(stage):
    assert {one.organisation for one in stage} == BODIES
    assert {one.role for one in stage} == {"caseworker", "team_leader"}


def test_making_them_twice_is_making_them_once(stage):
    before = {one.who.email: one.codes for one in codes_at(90)}
    demo_people()
    assert Account.objects.count() == Role.objects.count() == 5
    assert {one.who.email: one.codes for one in codes_at(90)} == before, "their authenticators still work"


def test_every_installation_has_secrets_of_its_own(stage):
    assert len({demo_secret(one.email) for one in stage}) == 5


def test_no_real_persons_code_can_be_had(stage):
    Account.objects.create_user(email="real@example.com", name="Real Person")
    with pytest.raises(NotADemonstration):
        demo_secret("real@example.com")


def test_codes_follow_one_another_every_half_minute(stage):
    now, later = codes_at(59), codes_at(60)
    assert now[0].codes[1] == later[0].codes[0]
    assert seconds_left(59) == 1
    assert seconds_left(60) == 30


def test_a_used_code_is_not_shown_again_and_the_next_one_works(stage):
    for _ in range(2):
        _signed_in("meena.rao@canterbury.example")


def test_when_every_code_is_used_the_page_says_how_long_to_wait(stage):
    account = Account.objects.get(email="meena.rao@canterbury.example")
    for away in (-30, 0, 30, 60):
        for code in codes_at(int(time.time()) + away)[0].codes:
            use_code(account.pk, code)
    assert "All are used. Wait" in Client().get("/demonstration/authenticator").content.decode()


def test_outside_the_demonstration_nobody_is_invented(db, settings):
    settings.DEMONSTRATION = False
    with pytest.raises(NotADemonstration):
        demo_people()


def test_outside_the_demonstration_the_pages_do_not_exist(tmp_path):
    """Asked of a process of its own, because the list of addresses is made when one starts."""
    asked = (
        "import django; django.setup()\n"
        "from django.urls import NoReverseMatch, resolve, reverse, Resolver404\n"
        "for path in ('/demonstration/authenticator', '/demonstration/outbox'):\n"
        "    try: resolve(path); print('FOUND', path)\n"
        "    except Resolver404: print('absent')\n"
    )
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "moothall.settings",
        "MOOTHALL_DEMONSTRATION": "0",
        "MOOTHALL_DATA": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["absent", "absent"]


@pytest.fixture
def decided(stage) -> Case:
    reference = claims.submitted().reference
    with acting_for(BODIES):
        case = Case.objects.get(reference=reference)
        decide(case.pk, actor=claims.an_officer("canterbury"), revision=1, today=claims.TODAY, now=claims.NOW)
    return case


def test_the_outbox_shows_joan_her_own_letter(decided):
    page = _holding(decided).get("/demonstration/outbox").content.decode()
    assert "Dear Joan Whitlock" in page


def test_the_outbox_shows_nobody_elses(decided):
    assert "Joan" not in Client().get("/demonstration/outbox").content.decode()
    tom = _signed_in("tom.ashdown@thanet.example")
    assert "Joan" not in tom.get("/demonstration/outbox").content.decode()
    meena = _signed_in("meena.rao@canterbury.example")
    assert "Dear Joan Whitlock" in meena.get("/demonstration/outbox").content.decode()


def _holding(case: Case) -> Client:
    browser = Client()
    session = browser.session
    session[_SESSION_KEY] = {str(case.pk): case.organisation_id}
    session.save()
    return browser


def _signed_in(email: str) -> Client:
    browser = Client()
    shown = next(one for one in codes_at(int(time.time())) if one.who.email == email)
    browser.post("/accounts/sign-in", {"login": email, "password": shown.who.password})
    assert browser.post("/accounts/code", {"code": shown.codes[0]}).status_code == 302
    return browser
