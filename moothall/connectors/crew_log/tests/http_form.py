"""The pretended crew log over HTTP on this machine, with the faults that a real one may have."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from moothall.connectors.crew_log.asking import question_about
from moothall.connectors.crew_log.pretend import said_of_addresses, said_of_bin

FAULTS = (
    "slow", "dripping", "dripping_head", "hangs_up", "garbage", "half", "not_found", "redirects", "endless",
    "about_another_bin", "about_another_day", "no_object", "a_made_up_entry", "a_day_that_is_none",
    "yes_as_a_word", "a_time_that_is_none", "a_next_day_in_the_past", "markup_for_a_time",
)  # fmt: skip
CHANGED = {
    "about_another_bin": {"bin_stream": "garden"},
    "about_another_day": {"missed_on": "2026-01-05"},
    "a_made_up_entry": {"crew_entry": "on_fire"},
    "a_day_that_is_none": {"round_finished_by": "2026-02-30"},
    "yes_as_a_word": {"collection_day": "yes"},
    "a_time_that_is_none": {"crew_entry_at": "25:61"},
    "a_next_day_in_the_past": {"next_collection_on": "2026-11-20"},
    "markup_for_a_time": {"crew_entry_at": "<b>09:12</b>"},
}


@contextmanager
def crew_log_over_http(fault: str = "") -> Iterator[str]:
    """Its address, while it answers; with `fault` it does so wrongly."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"fault": fault}))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    fault = ""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        said = said_of_addresses() if self.path == "/addresses" else _said_of_bin(asked)
        with suppress(OSError):  # whoever asked may have hung up
            self._answer(json.dumps(said | CHANGED.get(self.fault, {})).encode())

    def _answer(self, body: bytes) -> None:
        if self.fault == "hangs_up":
            return self.connection.close()
        if self.fault == "slow":
            time.sleep(5)
        if self.fault == "dripping_head":
            return self._drip(b"HTTP/1.0 200 OK\r\n" + b"X-Waiting: yes\r\n" * 100)
        self.send_response({"not_found": 404, "redirects": 302}.get(self.fault, 200))
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        if self.fault == "dripping":
            return self._drip(body)
        self.wfile.write(self._spoilt(body))

    def _spoilt(self, body: bytes) -> bytes:
        whole = {
            "garbage": b"\xff\xfe<html>no</html>",
            "half": body[: len(body) // 2],
            "endless": b"[" * 3_000_000,
            "no_object": b'["collected"]',
        }
        return whole.get(self.fault, body)

    def _drip(self, body: bytes) -> None:
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *said: object) -> None:
        """Nothing: an address of a person must not reach a log."""


def _said_of_bin(asked: dict) -> dict:
    question = question_about(asked, organisation=asked["organisation"])
    return said_of_bin(question, today=date.fromisoformat(asked["today"]))
