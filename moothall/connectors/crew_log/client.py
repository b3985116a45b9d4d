"""Asks a real crew log over HTTP, and waits for no longer than a page may."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from moothall.connectors.calling import post
from moothall.connectors.crew_log.asking import question_about, read_addresses, read_answer
from moothall.work.applications.ports import NoAnswer

LONGEST_WAIT = 2.0  # seconds
HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


class CrewLog:
    """The crew log at one address."""

    pretend = False

    def __init__(self, address: str, *, longest_wait: float = LONGEST_WAIT) -> None:
        self.address = address.rstrip("/")
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
        address = self.address + path
        said = post(address, json.dumps(asked).encode(), HEADERS, longest_wait=self.longest_wait)
        if said.status != 200:
            raise NoAnswer(f"it answered with status {said.status}")
        try:
            return json.loads(said.body)
        except (ValueError, RecursionError):
            raise NoAnswer("what it said is no JSON, or was not there in time") from None
