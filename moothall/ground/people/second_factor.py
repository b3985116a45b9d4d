"""Whether this session was proved by two things, not one, and that a code is used once.

allauth keeps in the session how its owner proved who they are. A password alone is one
thing; a code, a recovery code or a passkey is the second.
"""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from django.core.cache import cache
from django.http import HttpRequest

# A code can be typed for three steps of 30 seconds: its own, the one before and the one after.
CODE_LIVES = 90


def proved_twice(request: HttpRequest) -> bool:
    """True once a code, a recovery code or a passkey was accepted in this session."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def use_code(account: int, code: str) -> bool:
    """Mark this account's code as used; False when it already was. RFC 6238 section 5.2 asks for it.

    The marks are this process's own memory (Django's cache). Several processes need a cache
    that they share, as django-allauth's own limits do.
    """
    return cache.add(_mark(account, code), "used", timeout=CODE_LIVES)


def is_used(account: int, code: str) -> bool:
    """Whether it was used while it could still be typed."""
    return cache.get(_mark(account, code)) is not None


def _mark(account: int, code: str) -> str:
    return f"second-factor:{account}:{''.join(code.split())}"
