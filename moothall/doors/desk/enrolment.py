"""Enrolling a second factor proves it: no second code is asked for a moment later."""

from __future__ import annotations

from typing import Any

# django-allauth offers no public name for this; the version is pinned and a test signs in.
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest


def enrolling_proves_it(*, request: HttpRequest, user: Any, authenticator: Authenticator, **_: Any) -> None:
    """Note in the session that its owner has just used this authenticator or passkey."""
    if authenticator.type in (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN):
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )
