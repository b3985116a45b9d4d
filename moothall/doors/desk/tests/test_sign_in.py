"""Meena signs in with two things; with one of them she sees nothing."""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client

from moothall.doors.desk.tests.signing_in import code_for, code_of, give_password, officer, signed_in
from moothall.ground.people.models import Role

pytestmark = pytest.mark.django_db

DESK = "/desk/"


@pytest.fixture(autouse=True)
def nothing_remembered(settings):
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_a_password_and_a_code_open_the_desk():
    assert signed_in(officer()).get(DESK).status_code == 200


def test_nobody_is_sent_to_sign_in():
    answer = Client().get(DESK)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/sign-in")


def test_a_password_alone_opens_nothing():
    meena, browser = officer(), Client()
    assert give_password(browser, meena)["Location"] == "/accounts/code"
    assert browser.get(DESK).status_code == 302


def test_a_wrong_password_does_not_say_whether_the_account_exists():
    meena = officer()
    wrong = Client().post("/accounts/sign-in", {"login": meena.email, "password": "not-hers-at-all"})
    unknown = Client().post(
        "/accounts/sign-in", {"login": "nobody@example.com", "password": "not-hers-at-all"}
    )
    assert wrong.status_code == unknown.status_code == 200
    said = re.compile(r"error-summary__body.*?</ul>", re.DOTALL)
    assert said.search(wrong.content.decode()).group() == said.search(unknown.content.decode()).group()


def test_an_empty_form_says_what_to_enter():
    page = Client().post("/accounts/sign-in", {"login": "", "password": ""}).content.decode()
    assert "Enter your work email address" in page
    assert "Enter your password" in page
    assert "<title>Error:" in page


def test_a_wrong_code_is_refused_with_a_reason():
    browser = Client()
    give_password(browser, officer())
    page = browser.post("/accounts/code", {"code": "000000"}).content.decode()
    assert "The code is not right" in page


def test_a_code_is_used_once():
    meena = officer()
    code, first, second = code_of(meena), Client(), Client()
    give_password(first, meena)
    assert first.post("/accounts/code", {"code": code}).status_code == 302
    give_password(second, meena)
    assert second.post("/accounts/code", {"code": code}).status_code == 200
    assert second.get(DESK).status_code == 302


def test_guessing_codes_is_stopped():
    meena, browser = officer(), Client()
    give_password(browser, meena)
    for guess in range(5):
        browser.post("/accounts/code", {"code": f"{guess:06}"})
    page = browser.post("/accounts/code", {"code": code_of(meena)})
    assert page.status_code == 200, "the sixth try is not looked at, even when it is right"
    assert "too many tries" in page.content.decode()


def test_without_a_second_factor_the_desk_first_asks_to_set_one_up(monkeypatch):
    # A test's transaction is never committed; what follows a commit is done at once instead.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda then, **_: then())
    browser = Client()
    give_password(browser, officer(enrolled=False))
    assert browser.get(DESK)["Location"] == "/accounts/second-factor/authenticator/add"
    page = browser.get("/accounts/second-factor/authenticator/add").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page).group(1)
    assert "<svg" in page
    assert "style=" not in page
    answer = browser.post("/accounts/second-factor/authenticator/add", {"code": code_for(secret)})
    assert answer["Location"] == "/accounts/second-factor/recovery-codes"
    assert browser.get(DESK).status_code == 200, "enrolling proves it"


def test_recovery_codes_are_shown_once_and_each_works_once():
    meena = officer()
    browser = signed_in(meena)
    browser.post("/accounts/code-again", {"code": code_of(meena, steps_ahead=1)})
    browser.post("/accounts/second-factor/recovery-codes/new")
    codes = re.findall(
        r"<code>(\d+)</code>", browser.get("/accounts/second-factor/recovery-codes").content.decode()
    )
    assert len(codes) == 10
    assert codes[0] not in browser.get("/accounts/second-factor/recovery-codes").content.decode()
    for expected in (302, 200):
        other = Client()
        give_password(other, meena)
        assert other.post("/accounts/code", {"code": codes[0]}).status_code == expected


def test_a_secret_is_not_kept_as_it_is():
    stored = Authenticator.objects.get(user=officer()).data["secret"]
    assert not re.fullmatch(r"[A-Z2-7]+=*", stored)


def test_the_only_second_factor_cannot_be_removed():
    meena = officer()
    browser = signed_in(meena)
    browser.post("/accounts/code-again", {"code": code_of(meena, steps_ahead=1)})
    assert (
        "your only second factor"
        in browser.post("/accounts/second-factor/authenticator/remove").content.decode()
    )
    assert Authenticator.objects.filter(user=meena, type=Authenticator.Type.TOTP).exists()


def test_changing_a_second_factor_asks_again_who_it_is():
    answer = signed_in(officer()).get("/accounts/second-factor/passkeys/add")
    assert answer["Location"].startswith("/accounts/code-again")


def test_an_account_without_a_role_today_sees_nothing():
    sam = officer("Sam Left")
    Role.objects.filter(account=sam).update(until=date(2025, 6, 1))
    answer = signed_in(sam).get(DESK)
    assert answer.status_code == 403
    assert "no role here today" in answer.content.decode()


def test_a_closed_account_does_not_sign_in():
    gone = officer("Gone Away")
    gone.is_active = False
    gone.save()
    browser = Client()
    give_password(browser, gone)
    assert browser.get(DESK).status_code == 302


def test_closing_an_account_ends_what_it_has_open():
    meena = officer()
    browser = signed_in(meena)
    meena.is_active = False
    meena.save()
    assert browser.get(DESK).status_code == 302


def test_signing_out_takes_a_button_and_ends_it():
    browser = signed_in(officer())
    assert browser.get("/accounts/sign-out").status_code == 200
    assert browser.get(DESK).status_code == 200, "a link that was followed by mistake signs nobody out"
    browser.post("/accounts/sign-out")
    assert browser.get(DESK).status_code == 302


def test_the_session_cookie_is_kept_from_scripts_and_other_sites():
    cookie = signed_in(officer()).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    "address",
    [
        "signup/",
        "login/",
        "email/",
        "password/reset/",
        "password/change/",
        "confirm-email/",
        "2fa/",
        "signup/passkey/",
    ],
)
def test_what_we_did_not_restyle_does_not_exist(address):
    assert Client().get(f"/accounts/{address}").status_code == 404


def test_after_signing_in_nobody_is_sent_to_another_site():
    meena, browser = officer(), Client()
    browser.post(
        "/accounts/sign-in?next=https://evil.example/",
        {"login": meena.email, "password": "pier-lantern-orchard", "next": "https://evil.example/"},
    )
    answer = browser.post("/accounts/code", {"code": code_of(meena)})
    assert answer["Location"] == "/desk/"


def test_every_page_of_signing_in_is_in_welsh_too():
    browser = Client()
    browser.cookies["moothall_language"] = "cy"
    page = browser.get("/accounts/sign-in").content.decode()
    assert 'lang="cy"' in page
    assert "Mewngofnodi" in page
    assert "Password" not in page


def test_without_javascript_a_passkey_is_not_offered_as_a_dead_button():
    page = signed_in_with_passkey_page()
    assert "A passkey needs JavaScript" in page
    assert "<div data-passkey-with hidden>" in page


def signed_in_with_passkey_page() -> str:
    browser = Client()
    give_password(browser, officer(enrolled=False))
    return browser.get("/accounts/second-factor/passkeys/add").content.decode()
