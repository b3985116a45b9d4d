"""Stand-ins for people and cases, so that an envelope names nobody.

The same person has the same stand-in in every entry of this node, and without the key
(which is not in the database) a stand-in cannot be traced back or recognised elsewhere.
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from uuid import UUID

from django.conf import settings


def pseudonym(kind: str, identity: str | int | UUID) -> str:
    """The stand-in of this case, subject or actor: 32 hexadecimal digits (128 bits)."""
    named = f"{kind}|{identity}".encode()
    return hmac.new(settings.PSEUDONYM_KEY.encode(), named, sha256).hexdigest()[:32]
