"""The road between two nodes: it carries what one says to the other, and has every trouble of a road.

It reads the reference of a promise in what passes by (the nodes speak https anywhere but on one machine), so
that each promise can have a trouble of its own.
"""

from __future__ import annotations

import http.client
import json
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.proof.hurried_server import PATIENCE

# Nothing gets through; it gets there and the answer comes too late, is lost on the way, or is changed;
# it gets there twice.
DOWN, SLOW, LOST, CHANGED, TWICE, CLEAR = "down", "slow", "lost", "changed", "twice", "clear"
TROUBLES = (DOWN, SLOW, LOST, CHANGED, TWICE)


class Road:
    """`trouble` says what is wrong with it for a promise, by its reference; it may be changed at any time."""

    def __init__(self) -> None:
        self.port = 0  # where it leads to
        self.trouble: Callable[[str], str] = lambda reference: DOWN
        self.met: Counter[tuple[str, str]] = Counter()  # (reference, trouble) -> how often
        self.answered: Counter[str] = Counter()  # reference -> answers that came through whole
        self.refused_again: Counter[int] = Counter()  # status of what was carried a second time
        self._references: dict[str, str] = {}  # of the promise by its id, which alone a question names
        road = self
        handler = type("Carrier", (_Carrier,), {"road": road})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def reference_in(self, body: bytes) -> str:
        said = json.loads(body)
        return self._references.setdefault(said["promise"], said.get("reference", ""))


class _Carrier(BaseHTTPRequestHandler):
    road: Road

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        reference = self.road.reference_in(body)
        trouble = self.road.trouble(reference)
        if trouble == DOWN:
            self.road.met[reference, trouble] += 1
            return self.connection.close()
        try:
            status, headers, said = self._carry(body)
            if trouble == TWICE:
                self.road.refused_again[self._carry(body)[0]] += 1
        except (OSError, http.client.HTTPException):
            return self.connection.close()  # the other node died meanwhile
        self.road.met[reference, trouble] += 1
        if trouble == SLOW:
            time.sleep(1.5 * PATIENCE)
        if trouble in (LOST, SLOW):
            return self.connection.close()
        if trouble == CHANGED:
            said = said.replace(b'"kept"', b'"none"').replace(b'"open"', b'"gone"')
        with suppress(OSError):
            self.send_response(status)
            for name, value in headers:
                if name.lower() not in ("connection", "date", "server", "transfer-encoding"):
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)
            self.road.answered[reference] += trouble != CHANGED

    def _carry(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        there = http.client.HTTPConnection("127.0.0.1", self.road.port, timeout=60)
        try:
            kept = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            there.request("POST", self.path, body=body, headers=kept)
            answer = there.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            there.close()

    def log_message(self, *said: object) -> None:
        """Nothing: the proof says what it found."""
