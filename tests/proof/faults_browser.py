"""A browser without scripts on the real server, in the shape of Django's test client.

The invented resident of the front door's own tests reads forms and fills them in; with this in place of the
test client she does so over HTTP, so that what the server's process, threads and sockets do is proved too.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

# Any 32 letters will do: the form and the cookie must say the same.
CSRF = "faults" + "0" * 26
FORM = "application/x-www-form-urlencoded"
PATIENCE = 90
MOST_REDIRECTS = 10


@dataclass(frozen=True)
class Answer:
    """What the resident looks at, by the names of Django's test client."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    request: dict[str, str]


@dataclass
class Browser:
    """Keeps cookies, sends forms, follows redirects."""

    port: int
    cookies: dict[str, str] = field(default_factory=lambda: {"csrftoken": CSRF})

    def get(self, path: str, *, follow: bool = False) -> Answer:
        return self._follow(self._ask("GET", path)) if follow else self._ask("GET", path)

    def post(
        self, path: str, typed: object = None, *, follow: bool = False, content_type: str = FORM
    ) -> Answer:
        if isinstance(typed, bytes):
            body = b"csrfmiddlewaretoken=" + CSRF.encode() + b"&" + typed
        else:
            body = urlencode({"csrfmiddlewaretoken": CSRF, **(typed or {})}, doseq=True).encode()
        answer = self._ask("POST", path, body=body, content_type=content_type)
        return self._follow(answer) if follow else answer

    def _follow(self, answer: Answer) -> Answer:
        for _ in range(MOST_REDIRECTS):
            if answer.status_code not in (301, 302, 303):
                return answer
            answer = self._ask("GET", urljoin(answer.request["PATH_INFO"], answer.headers["Location"]))
        raise AssertionError(f"redirected for ever at {answer.request['PATH_INFO']}")

    def _ask(self, method: str, path: str, *, body: bytes | None = None, content_type: str = "") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            sent |= {"Content-Type": content_type, "Origin": f"http://127.0.0.1:{self.port}"}
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        asked = urlsplit(path)
        return Answer(
            response.status,
            dict(response.headers.items()),
            content,
            {"PATH_INFO": asked.path, "QUERY_STRING": asked.query},
        )
