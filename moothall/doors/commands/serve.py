"""`moothall serve`: the doors and the due-work loop, in one process."""

from __future__ import annotations

import argparse
import signal
import sys
import threading

THREADS = 8


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall serve", description=__doc__)
    parser.add_argument("--port", type=_port, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    asked = parser.parse_args(argv)

    from django.conf import settings
    from waitress import create_server

    from moothall.doors.kit.bodies import LONGEST_FORM
    from moothall.wsgi import application

    # Where a proxy takes TLS off, what comes here was asked for by https all the same. Told nothing, the
    # check against forged forms would find that no form's origin is ours.
    scheme = "https" if settings.SECURE else "http"
    try:
        server = create_server(
            application,
            host=asked.host,
            port=asked.port,
            threads=THREADS,
            ident=None,
            url_scheme=scheme,
            # Waitress puts a body on the disk before any page sees it, and would take a gigabyte.
            max_request_body_size=2 * LONGEST_FORM,
        )
    except OSError as taken:
        print(
            f"Port {asked.port} cannot be opened ({taken.strerror}). Choose another: make run PORT=8123.",
            file=sys.stderr,
        )
        return 1
    stop = _start_due_work()
    signal.signal(signal.SIGTERM, _raise_interrupt)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        stop()
        server.close()
    return 0


def _port(text: str) -> int:
    """A port that can be opened. A number above them all would be taken for another without a word."""
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"found {text!r}, expected a port from 1 to 65535")


def _start_due_work():
    """Run the loop beside the doors; returns what ends it."""
    from moothall.doors.kit.clock import now
    from moothall.ground.due_work import loop

    over = threading.Event()
    worker = threading.Thread(target=loop, args=(over,), kwargs={"clock": now}, name="due-work", daemon=True)
    worker.start()

    def stop() -> None:
        over.set()
        worker.join(timeout=5)

    return stop


def _raise_interrupt(*_) -> None:
    raise KeyboardInterrupt
