"""The codes that the demonstration's invented officers would read on their telephones."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from moothall.ground.people.demonstration import SignIn, demo_secret, demo_sign_ins

STEP = 30


@dataclass(frozen=True, slots=True)
class Shown:
    """One officer's code now, and the one that follows: a code is used once only."""

    who: SignIn
    code: str
    following: str


def codes_at(seconds: int) -> list[Shown]:
    """The codes at a moment, in seconds since 1970 (RFC 6238 counts steps of 30 from there)."""
    step = seconds // STEP
    return [
        Shown(who=who, code=_code(secret, step), following=_code(secret, step + 1))
        for who in demo_sign_ins()
        if (secret := demo_secret(who.email))
    ]


def seconds_left(seconds: int) -> int:
    """How long the codes of that moment are still the present ones."""
    return STEP - seconds % STEP


def _code(secret: str, step: int) -> str:
    return format_hotp_value(hotp_value(secret, step))
