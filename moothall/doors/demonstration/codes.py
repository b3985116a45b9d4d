"""The codes that the demonstration's invented officers would read on their telephones."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from moothall.ground.people.demonstration import SignIn, demo_secret, demo_sign_ins
from moothall.ground.people.models import Account
from moothall.ground.people.second_factor import is_used

STEP = 30
# The present step, the next and the one before: all three are taken, in this order we offer them.
TAKEN = (0, 1, -1)


@dataclass(frozen=True, slots=True)
class Shown:
    """One officer's codes that still work. A telephone shows one; a code is used once only."""

    who: SignIn
    codes: list[str]


def codes_at(seconds: int) -> list[Shown]:
    """The codes at a moment, in seconds since 1970 (RFC 6238 counts steps of 30 from there)."""
    step = seconds // STEP
    accounts = dict(Account.objects.values_list("email", "pk"))
    return [
        Shown(who=who, codes=_unused(accounts[who.email], secret, step))
        for who in demo_sign_ins()
        if (secret := demo_secret(who.email))
    ]


def seconds_left(seconds: int) -> int:
    """How long the codes of that moment are still the present ones."""
    return STEP - seconds % STEP


def _unused(account: int, secret: str, step: int) -> list[str]:
    codes = [format_hotp_value(hotp_value(secret, step + away)) for away in TAKEN]
    return [code for code in codes if not is_used(account, code)]
