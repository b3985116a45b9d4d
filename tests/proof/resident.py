"""A resident with a browser that does not give up: she presses the button until she has her reference."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input type="hidden" name="(?P<name>[a-z]+)" value="(?P<value>[^"]*)"')
REFERENCE = re.compile(r"\b[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
PATIENCE = 90  # seconds in which a killed server must be back and have answered


class NoReference(AssertionError):
    """She pressed the button for as long as she had patience, and got none."""


class NotThePage(AssertionError):
    """The server answered, but not with the page that was expected."""


@dataclass
class Resident:
    """One invented resident with one interview, at the page before sending."""

    port: int
    service: str
    draft: str
    cookies: dict[str, str]
    bodies: int  # that her answers are to be sent to
    form: dict[str, str] = field(default_factory=dict)
    references: frozenset[str] = frozenset()
    cut_off: int = 0
    refused: int = 0

    def open_check_page(self) -> None:
        """Takes the form with its key, once. The key stays the same however often she presses."""
        page = self._until_answered("GET", f"/apply/{self.service}/check")
        self.form = dict(HIDDEN.findall(page.text)) | {"declared": "yes"}
        if page.status != 200 or "key" not in self.form:
            raise NotThePage(f"the check page answered {page.status} without a form to send")

    def press(self, *, proof: str = "") -> bool:
        """One press of the button. True when she is led on to her reference.

        False when the server died before the last byte of its answer (`cut_off`), or said in a whole page
        that it could not take it now (`refused`). `proof` goes along in the header that the traced server
        reads.
        """
        try:
            answer = self._ask(
                "POST", f"/apply/{self.service}/submit", self.form, {"X-Proof": proof} if proof else {}
            )
        except (OSError, http.client.HTTPException):
            self.cut_off += 1
            return False
        if answer.status >= 500 and not REFERENCE.search(answer.text):
            self.refused += 1
            return False
        if answer.status != 302 or not answer.leads_to.endswith("/done"):
            raise NotThePage(f"sending answered {answer.status} {answer.leads_to}")
        return True

    def press_until_sent(self) -> None:
        """Presses again and again, then reads her references from the page that shows them."""
        until = time.monotonic() + PATIENCE
        while not self.press():
            if time.monotonic() > until:
                raise NoReference(f"no answer in {PATIENCE} seconds")
            time.sleep(0.05)
        done = self._until_answered("GET", f"/apply/{self.service}/done")
        self.references = frozenset(REFERENCE.findall(done.text))
        if done.status != 200 or len(self.references) != self.bodies:
            raise NoReference(
                f"{len(self.references)} references for {self.bodies} bodies, status {done.status}"
            )

    def _until_answered(self, method: str, path: str) -> Answer:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._ask(method, path)
            except (OSError, http.client.HTTPException):
                if time.monotonic() > until:
                    raise NoReference(f"{path} gave no answer in {PATIENCE} seconds") from None
                time.sleep(0.05)

    def _ask(self, method: str, path: str, form: dict | None = None, headers: dict | None = None) -> Answer:
        """One request on a connection of its own, with the whole answer read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = {
                "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                **(headers or {}),
            }
            body = None
            if form is not None:
                body = urlencode(form)
                sent |= {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Origin": f"http://127.0.0.1:{self.port}",
                }
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            text = response.read().decode()
            for cookie in response.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(response.status, response.headers.get("Location", ""), text)
        finally:
            connection.close()


@dataclass(frozen=True)
class Answer:
    status: int
    leads_to: str
    text: str
