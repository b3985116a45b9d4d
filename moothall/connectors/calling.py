"""One call to another machine over HTTP, which ends in time whatever the other side does.

Invariants:
- a call ends within `longest_wait` seconds, also when the other side sends a byte at a time;
- what is asked travels in the body, never in the address, so that no log on the way holds it;
- no redirect is followed, and no more than `largest` bytes are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Timer
from time import monotonic
from urllib.parse import urlsplit

from moothall.work.applications.ports import NoAnswer

LARGEST = 100_000  # bytes of an answer


@dataclass(frozen=True)
class Said:
    """What the other side said. Names of headers are looked up as they are written here: `Content-Type`."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def post(
    address: str, body: bytes, headers: Mapping[str, str], *, longest_wait: float, largest: int = LARGEST
) -> Said:
    """Post to that address. Raises NoAnswer, whose message holds nothing that was asked or said."""
    where = urlsplit(address)
    kind = HTTPSConnection if where.scheme == "https" else HTTPConnection
    connection = kind(where.hostname, where.port, timeout=longest_wait)
    begun = monotonic()
    try:
        connection.connect()
        with _cut_off_after(longest_wait - (monotonic() - begun), connection.sock):
            connection.request("POST", where.path, body, {**headers, "Connection": "close"})
            answer = connection.getresponse()
            said = answer.read(largest + 1)
    except (OSError, HTTPException) as trouble:
        raise NoAnswer(f"{type(trouble).__name__} while asking it") from None
    finally:
        connection.close()
    if len(said) > largest:
        raise NoAnswer(f"it said more than {largest:,} bytes")
    return Said(answer.status, answer.headers, said)


@contextmanager
def _cut_off_after(seconds: float, conversation: socket) -> Iterator[None]:
    """End the conversation from outside when the time is over: a socket's own timeout is for one wait only.

    The socket is held here, because an answer that ends with the connection takes it out of the connection.
    """
    watch = Timer(max(0.0, seconds), _hang_up, [conversation])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _hang_up(conversation: socket) -> None:
    with suppress(OSError):
        conversation.shutdown(SHUT_RDWR)
