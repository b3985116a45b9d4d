"""Whether this session was proved by two things, not one.

allauth keeps in the session how its owner proved who they are. A password alone is one
thing; a code, a recovery code or a passkey is the second.
"""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest


def proved_twice(request: HttpRequest) -> bool:
    """True once a code, a recovery code or a passkey was accepted in this session."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
