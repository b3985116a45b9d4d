"""Asks a real crew log over HTTP, and waits for no longer than a page may.

Invariants:
- a call ends within `LONGEST_WAIT` seconds, also when the other side sends a byte at a time;
- what is asked travels in the body, never in the address, so that no log on the way holds it;
- no redirect is followed, and no more than `LARGEST_ANSWER` bytes are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Timer
from time import monotonic
from urllib.parse import urlsplit

from moothall.connectors.crew_log.asking import question_about, read_addresses, read_answer
from moothall.work.applications.ports import NoAnswer

LONGEST_WAIT = 2.0  # seconds
LARGEST_ANSWER = 100_000  # bytes
HEADERS = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}


class CrewLog:
    """The crew log at one address."""

    pretend = False

    def __init__(self, address: str, *, longest_wait: float = LONGEST_WAIT) -> None:
        self.address = urlsplit(address)
        self.longest_wait = longest_wait

    def ask(self, *, organisation: str, about: Mapping[str, object], today: date) -> Mapping[str, object]:
        """What the log attests of one bin on one day. Raises NoAnswer."""
        question = question_about(about, organisation=organisation)
        said = self._post("/bin", {**question.as_json(), "today": today.isoformat()})
        return read_answer(said, question)

    def choices(self, fact: str, *, organisation: str, about: Mapping[str, object]) -> tuple[str, ...]:
        """The addresses that the council knows at the postcode. Raises NoAnswer."""
        if fact != "bin_address":
            return ()
        asked = {"organisation": organisation, "postcode": str(about["postcode"])}
        return read_addresses(self._post("/addresses", asked))

    def _post(self, path: str, asked: Mapping[str, str]) -> object:
        secure = self.address.scheme == "https"
        connection = (HTTPSConnection if secure else HTTPConnection)(
            self.address.hostname, self.address.port, timeout=self.longest_wait
        )
        begun = monotonic()
        try:
            connection.connect()
            with _cut_off_after(self.longest_wait - (monotonic() - begun), connection.sock):
                connection.request("POST", self.address.path.rstrip("/") + path, json.dumps(asked), HEADERS)
                return json.loads(_read(connection))
        except (OSError, HTTPException) as trouble:
            raise NoAnswer(f"{type(trouble).__name__} while asking it") from None
        except (ValueError, RecursionError):
            raise NoAnswer("what it said is no JSON, or was not there in time") from None
        finally:
            connection.close()


def _read(connection: HTTPConnection) -> bytes:
    answer = connection.getresponse()
    if answer.status != 200:
        raise NoAnswer(f"it answered with status {answer.status}")
    said = answer.read(LARGEST_ANSWER + 1)
    if len(said) > LARGEST_ANSWER:
        raise NoAnswer(f"it said more than {LARGEST_ANSWER:,} bytes")
    return said


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
