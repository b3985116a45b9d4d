"""The key that opens a case together with its reference.

It is worked out from the submission with a secret, so it is stored nowhere and can be
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
    digest = hmac.new(settings.CASE_KEY.encode(), f"case key {submission}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest, "big")
    marks = "".join(LETTERS[(number >> (5 * place)) & 31] for place in range(LENGTH))
    return "-".join(marks[start : start + 4] for start in range(0, LENGTH, 4))


def key_fits(typed: str, *, submission: UUID) -> bool:
    """Whether this is the key, however it was typed; compared in constant time."""
    marks = "".join(mark for mark in typed.upper()[:40] if mark.isalnum()).translate(LOOK_ALIKES)
    return hmac.compare_digest(marks.encode(), case_key(submission).replace("-", "").encode())
