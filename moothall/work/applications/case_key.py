"""The keys that open a case, or an interview kept for later, together with its reference.

A key is worked out from an id with a secret, so it is stored nowhere and can be
shown again to whoever holds the interview when an answer was lost.
"""

from __future__ import annotations

import hashlib
import hmac
from uuid import UUID

from django.conf import settings

from moothall.work.cases.references import LETTERS, LOOK_ALIKES

LENGTH = 12  # 60 bits: with the rate limit at the door, beyond guessing


def case_key(submission: UUID) -> str:
    """The key of every case of a submission, such as 7K3M-92QF-XH4T."""
    return _key("case key", submission)


def key_fits(typed: str, *, submission: UUID) -> bool:
    """Whether this is the key, however it was typed; compared in constant time."""
    return _fits(typed, case_key(submission))


def saved_key(link: UUID) -> str:
    """The key of an interview that is kept for later. It opens no case."""
    return _key("key of a saved draft", link)


def saved_key_fits(typed: str, *, link: UUID) -> bool:
    """Whether this is the key of that link, however it was typed; compared in constant time."""
    return _fits(typed, saved_key(link))


def _key(what: str, of: UUID) -> str:
    digest = hmac.new(settings.CASE_KEY.encode(), f"{what} {of}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest, "big")
    marks = "".join(LETTERS[(number >> (5 * place)) & 31] for place in range(LENGTH))
    return "-".join(marks[start : start + 4] for start in range(0, LENGTH, 4))


def _fits(typed: str, key: str) -> bool:
    marks = "".join(mark for mark in typed.upper()[:40] if mark.isalnum()).translate(LOOK_ALIKES)
    return hmac.compare_digest(marks.encode(), key.replace("-", "").encode())
