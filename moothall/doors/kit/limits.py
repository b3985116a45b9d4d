"""How often something may be tried: a case's key, for example, must not be guessed.

The counts are this process's own memory (Django's cache). Several processes each allow the
number, so it is set low enough for that, and the thing guarded must be long enough anyway.
Addresses and references are kept only as a keyed hash, and only for the window.
"""

from __future__ import annotations

import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac


class TooManyTries(Exception):
    """Tried too often; `wait` is the number of seconds until it may be tried again."""

    def __init__(self, *, wait: int) -> None:
        super().__init__(f"too many tries; {wait} seconds to wait")
        self.wait = wait


def count_try(what: str, who: str, *, most: int, seconds: int, now: float | None = None) -> None:
    """Counts one try of `what` by `who`; raises TooManyTries at more than `most` in `seconds`."""
    moment = time.time() if now is None else now
    window, passed = divmod(int(moment), seconds)
    key = salted_hmac(f"moothall.tries.{what}", f"{who}:{window}").hexdigest()
    # Twice the window: the count must not expire between these two lines. The key names its window.
    cache.add(key, 0, timeout=2 * seconds)
    if cache.incr(key) > most:
        raise TooManyTries(wait=seconds - passed)
