"""The key with which this node signs, and the keys of others as text that people can hand over."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

LENGTH = 32  # bytes of an Ed25519 key (RFC 8032)


class NotAKey(ValueError):
    """This is no public key of a node."""


def own_key() -> Ed25519PrivateKey:
    """The key that only this node has: worked out from its secret, so that there is one file to keep."""
    return key_of(settings.NODE_KEY)


@cache
def key_of(secret: str) -> Ed25519PrivateKey:
    """The key that belongs to the secret of a node."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"node key {secret}".encode()).digest())


def public_key_text(key: Ed25519PrivateKey) -> str:
    """What the operator of another node writes into its list: 32 bytes in base 64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def read_public_key(text: object) -> Ed25519PublicKey:
    """The key that another operator handed over. Raises NotAKey."""
    try:
        raw = base64.b64decode(text if isinstance(text, str) else "", validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != LENGTH:
        raise NotAKey(f"{LENGTH} bytes in base 64, as `moothall nodes` shows them")
    return Ed25519PublicKey.from_public_bytes(raw)
