"""Officers of these tests, and how they sign in."""

from __future__ import annotations

import time
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.test import Client

from moothall.ground.organisations.models import Organisation
from moothall.ground.people.models import Account, Role

PASSWORD = "pier-lantern-orchard"


def body(key: str) -> Organisation:
    return Organisation.objects.get_or_create(
        key=key,
        defaults={
            "name_en": key.title(),
            "kind": "district",
            "nation": "england",
            "homepage": "https://example.com",
            "prefix": key[:3].upper(),
        },
    )[0]


def account(name: str = "Meena Rao", *, email: str = "meena@example.com") -> Account:
    return Account.objects.create_user(email=email, name=name, password=PASSWORD)


def officer(
    name: str = "Meena Rao", *, at: str = "canterbury", role: str = "caseworker", enrolled: bool = True
) -> Account:
    """An account with a role, and unless told otherwise with an authenticator."""
    made = account(name, email=f"{name.split()[0].lower()}@{at.replace('_', '-')}.example")
    Role.objects.create(account=made, organisation=body(at), role=role, since=date(2025, 4, 1))
    if enrolled:
        TOTP.activate(made, generate_totp_secret())
    return made


def code_of(who: Account, *, steps_ahead: int = 0) -> str:
    """What her authenticator shows now, or `steps_ahead` half minutes from now."""
    secret = decrypt(Authenticator.objects.get(user=who, type=Authenticator.Type.TOTP).data["secret"])
    return code_for(secret, steps_ahead=steps_ahead)


def code_for(secret: str, *, steps_ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps_ahead))


def give_password(browser: Client, who: Account):
    return browser.post("/accounts/sign-in", {"login": who.email, "password": PASSWORD})


def signed_in(who: Account) -> Client:
    """A browser in which she has given her password and her code."""
    browser = Client()
    give_password(browser, who)
    answer = browser.post("/accounts/code", {"code": code_of(who)})
    assert answer.status_code == 302, "the code was refused"
    return browser
