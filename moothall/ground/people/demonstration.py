"""The invented officers of the demonstration, each with a second factor already enrolled.

Outside the demonstration there are no such people, and asking for them is an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction

from moothall.ground.people.models import Account, Role

FILE = Path(__file__).with_suffix(".yaml")


class NotADemonstration(RuntimeError):
    """Invented people were asked for outside the demonstration."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody trying the demonstration needs to sign in as one of its officers."""

    name: str
    email: str
    password: str
    organisation: str
    role: str


@transaction.atomic
def demo_people() -> list[SignIn]:
    """Make the demonstration's officers, or leave them as they are. Twice is the same as once."""
    _only_in_the_demonstration()
    described = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for one in described["officers"]:
        account = _account(one, password=described["password"])
        for role in one["roles"]:
            Role.objects.get_or_create(
                account=account,
                organisation_id=role["organisation"],
                role=role["role"],
                defaults={"since": described["since"]},
            )
        if not Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists():
            TOTP.activate(account, generate_totp_secret())
    return demo_sign_ins()


def demo_sign_ins() -> list[SignIn]:
    """How to sign in as each of them; the code comes from the demonstration's authenticator page."""
    _only_in_the_demonstration()
    described = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [
        SignIn(
            name=one["name"],
            email=one["email"],
            password=described["password"],
            organisation=role["organisation"],
            role=role["role"],
        )
        for one in described["officers"]
        for role in one["roles"]
    ]


def demo_secret(email: str) -> str | None:
    """The authenticator secret of an invented officer, or None when she has none now.

    Only for the addresses of the demonstration's own file: no other account's secret can
    be had from here.
    """
    if email not in {one.email for one in demo_sign_ins()}:
        raise NotADemonstration("This account is not one of the demonstration's.")
    enrolled = Authenticator.objects.filter(user__email=email, type=Authenticator.Type.TOTP).first()
    return decrypt(enrolled.data["secret"]) if enrolled else None


def _account(one: dict, *, password: str) -> Account:
    found = Account.objects.filter(email=one["email"]).first()
    return found or Account.objects.create_user(
        email=one["email"], name=one["name"], language=one["language"], password=password
    )


def _only_in_the_demonstration() -> None:
    if not settings.DEMONSTRATION:
        raise NotADemonstration("Set MOOTHALL_DEMONSTRATION=1 to have invented people.")
