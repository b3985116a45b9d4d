"""The envelope of an entry as the bytes that are hashed, and the commitment to its payload."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from moothall.ground.record.canonical import canonical
from moothall.ground.record.merkle import leaf_hash

if TYPE_CHECKING:
    from moothall.ground.record.models import Entry

# Every column of the entry that its leaf covers. Adding a part later must keep the hash of
# older entries, so a new part is left out of the envelope while it is empty.
PARTS = (
    "organisation", "verb", "at", "service", "step", "channel", "case", "actor_kind", "actor",
    "minutes", "edition", "purpose", "subjects", "details",
)  # fmt: skip


def new_salt() -> bytes:
    return secrets.token_bytes(32)


def commitment(salt: bytes, content: str) -> bytes:
    """Binds the envelope to its payload. Without the salt it says nothing about the payload."""
    return sha256(salt + content.encode()).digest()


def envelope_leaf(entry: Entry) -> bytes:
    """The leaf of this entry: computed when it is written, and again by whoever verifies it."""
    parts = {part: getattr(entry, part) for part in PARTS}
    parts["commitment"] = bytes(entry.commitment).hex()
    return leaf_hash(canonical(parts).encode())
