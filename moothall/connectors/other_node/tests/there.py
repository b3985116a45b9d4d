"""Another node over HTTP on this machine, which answers as it is told to: rightly, wrongly or late."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from moothall.ground.nodes.signing import sign_answer
from moothall.work.applications.between_nodes import Answer

KEY = Ed25519PrivateKey.from_private_bytes(b"t" * 32)
KEPT = Answer("kept", reference="DOV-7K3M-92QF", case="open")
FAULTS = (
    "slow", "hangs_up", "not_signed", "signed_by_another", "to_another_question", "a_day_old", "changed",
    "refused_at_the_door", "redirects", "garbage", "a_made_up_status", "one_field_too_many",
)  # fmt: skip


@contextmanager
def node_over_http(fault: str = "", answer: Answer = KEPT) -> Iterator[str]:
    """Its address, while it answers; with `fault` it does so wrongly."""
    handler = type("Handler", (_Handler,), {"fault": fault, "answer": answer})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    fault = ""
    answer = KEPT

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        said = self.answer.as_json()
        if self.fault == "slow":
            time.sleep(2)
        if self.fault == "hangs_up":
            return self.connection.close()
        if self.fault == "a_made_up_status":
            said["status"] = "eaten"
        if self.fault == "one_field_too_many":
            said["name"] = "Tessa Invented"
        body = b"<html>no</html>" if self.fault == "garbage" else json.dumps(said).encode()
        status = {"refused_at_the_door": 401, "redirects": 302}.get(self.fault, 200)
        with suppress(OSError):  # whoever asked may have hung up
            self._send(status, body)

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        for name, value in self._signed(status, body).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.replace(b"open", b"closed") if self.fault == "changed" else body)

    def _signed(self, status: int, body: bytes) -> dict[str, str]:
        if self.fault == "not_signed":
            return {"Content-Type": "application/json"}
        asked = {"Signature": self.headers["Signature"]}
        if self.fault == "to_another_question":
            asked = {"Signature": "moothall=:AAAA:"}
        key = Ed25519PrivateKey.generate() if self.fault == "signed_by_another" else KEY
        now = datetime(2026, 1, 1, tzinfo=UTC) if self.fault == "a_day_old" else datetime.now(UTC)
        about = {"asked": asked, "status": status, "node": "dover-node", "key": key, "mark": "m" * 32}
        return sign_answer(body, **about, now=now)

    def log_message(self, *said: object) -> None:
        """Nothing: what is told of a person must not reach a log."""
