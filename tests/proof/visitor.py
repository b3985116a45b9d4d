"""A browser for the proof of the walls: it asks anything, in any way, and keeps every byte of the answer."""

from __future__ import annotations

import http.client
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

# Any 32 letters will do: the form and the cookie must say the same.
CSRF = "walls" + "0" * 27
PATIENCE = 30
FORM = "application/x-www-form-urlencoded"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Visitor:
    """Somebody at a door: what she carries, and the owners whose words she may read."""

    name: str
    port: int
    may_see: frozenset[str]
    cookies: dict[str, str] = field(default_factory=dict)
    asked: int = 0

    def __post_init__(self):
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(
        self, method: str, path: str, *, form: Mapping[str, str] | None = None, upload: str = ""
    ) -> Answer:
        """One request. `upload` is the name of a file that goes along."""
        self.asked += 1
        body, kind = _body(form, upload)
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Proof": self.name,
        }
        if method not in ("GET", "HEAD", "OPTIONS"):
            # A form field carries the token by POST alone; other methods are believed by header.
            headers |= {"X-CSRFToken": CSRF, "Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None:
            headers |= {"Content-Type": kind, "Origin": f"http://127.0.0.1:{self.port}"}
        for last in (False, True):
            try:
                self._connection.request(method, path, body=body, headers=headers)
                response = self._connection.getresponse()
                text = response.read().decode(errors="replace")
                break
            except (OSError, http.client.HTTPException):
                # The server may have closed a connection that was kept; a new one is tried once.
                self._connection.close()
                if last:
                    raise
        self._keep(response)
        return Answer(response.status, str(response.headers), text)

    def sign_in(self, *, email: str, password: str, secret: str) -> None:
        """As an officer does: a password, then the code of the authenticator."""
        from moothall.doors.desk.tests.signing_in import code_for

        self.cookies["csrftoken"] = CSRF
        self.ask("POST", "/accounts/sign-in", form={"login": email, "password": password})
        answer = self.ask("POST", "/accounts/code", form={"code": code_for(secret)})
        if answer.status != 302:
            raise AssertionError(f"{self.name} could not sign in: {answer.status}")

    def _keep(self, response: http.client.HTTPResponse) -> None:
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            # Signing in gives her another token than the one that our forms send.
            if name != "csrftoken":
                self.cookies[name] = value


@dataclass(frozen=True)
class Answer:
    status: int
    headers: str
    text: str


def _body(form: Mapping[str, str] | None, upload: str) -> tuple[bytes | None, str]:
    if form is None:
        return None, ""
    fields = {"csrfmiddlewaretoken": CSRF, **form}
    if not upload:
        return urlencode(fields).encode(), FORM
    return _multipart([*fields.items()], upload)


def _multipart(fields: Sequence[tuple[str, str]], upload: str) -> tuple[bytes, str]:
    line = uuid.uuid4().hex
    parts = [
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields
    ]
    parts.append(
        f'--{line}\r\nContent-Disposition: form-data; name="file"; filename="{upload}"\r\n'
        f"Content-Type: text/plain\r\n\r\n{upload}\r\n--{line}--\r\n"
    )
    return "".join(parts).encode(), f"multipart/form-data; boundary={line}"
