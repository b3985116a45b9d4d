"""The token by which a process tells the database for whom it acts."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from hashlib import sha256

KEY = re.compile(r"[a-z0-9_-]{1,40}\Z")
BLOCK = 64  # bytes that SHA-256 takes in at a time; HMAC pads its key to this (RFC 2104)


def sign(organisations: Iterable[str], *, backend: int, issued_at: int, nonce: str, key: bytes) -> str:
    """A token for one backend process; `issued_at` is in microseconds of the database's clock."""
    message = "|".join([_listed(organisations), str(backend), str(issued_at), nonce])
    return f"{message}|{hmac.new(key, message.encode(), sha256).hexdigest()}"


def pads(key: bytes) -> tuple[bytes, bytes]:
    """The inner and the outer pad of HMAC: what the database keeps, because it has only SHA-256."""
    whole = (sha256(key).digest() if len(key) > BLOCK else key).ljust(BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in whole), bytes(byte ^ 0x5C for byte in whole)


def _listed(organisations: Iterable[str]) -> str:
    keys = sorted(set(organisations))
    for key in keys:
        if not KEY.match(key):
            raise ValueError(f"{key!r} is no key of an organisation: small letters, digits, _ and - only.")
    return ",".join(keys)
