"""The real server, made to tell which canaries the database gives it for whom.

A response may hide what a query has fetched. Here every row that is fetched while a request is answered is
looked through as well, so that a hole in the first wall is seen even where a second check hides it. A request
names its actor in the header X-Proof; each line on the pipe is `actor path canary`.
"""

from __future__ import annotations

import os
import sys
import threading

from tests.proof.canaries import found_in

PIPE = "MOOTHALL_PROOF_ROWS"
FETCHES = ("fetchone", "fetchmany", "fetchall")


class Watch:
    """What this thread is fetching, and for whom."""

    def __init__(self, pipe: int):
        self.pipe = pipe
        self.thread = threading.local()

    def look_at(self, rows):
        actor = getattr(self.thread, "actor", None)
        if actor:
            for canary in found_in(repr(rows)):
                os.write(self.pipe, f"{actor} {self.thread.path} {canary}\n".encode())
        return rows


def main(argv: list[str]) -> int:
    watch = Watch(int(os.environ[PIPE]))
    from moothall import wsgi
    from moothall.doors.commands import serve

    watch_cursors(watch)
    answering = wsgi.application

    def watched(environ, start_response):
        watch.thread.actor, watch.thread.path = environ.get("HTTP_X_PROOF"), environ["PATH_INFO"]
        try:
            return answering(environ, start_response)
        finally:
            watch.thread.actor = None

    wsgi.application = watched
    return serve.main(argv)


def watch_cursors(watch: Watch) -> None:
    """Every way in which Django takes rows out of a cursor goes past the watch."""
    from django.db.backends.utils import CursorWrapper

    plain, iterating = CursorWrapper.__getattr__, CursorWrapper.__iter__

    def attribute(self, name):
        value = plain(self, name)
        return (lambda *args: watch.look_at(value(*args))) if name in FETCHES else value

    CursorWrapper.__getattr__ = attribute
    CursorWrapper.__iter__ = lambda self: map(watch.look_at, iterating(self))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
