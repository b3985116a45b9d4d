"""One line for each step of set-up, with the time it took; a step of many parts counts them.

On a terminal the line moves. In a log it is repeated now and then, so that a long wait is not a silent one.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

REDRAWN_EVERY = 0.5  # seconds, on a terminal
REPEATED_EVERY = 10.0  # seconds, in a log
WIDTH = 100


class Step:
    """A step under way. `count()` says how far it is; `result` is what the last line will say of it."""

    def __init__(self, title: str, *, live: bool):
        self.title = title
        self.result = ""
        self._live = live
        self._now = "..."
        self._began = time.monotonic()
        self._over = threading.Event()
        self._showing = threading.Thread(target=self._keep_showing, daemon=True)

    def count(self, done: int, of: int, what: str = "") -> None:
        """Says that `done` of `of` parts are come to; `what` names the one in hand."""
        self._now = f"{done} of {of}  {what}".rstrip()

    def begin(self) -> None:
        self._show("...")
        self._showing.start()

    def end(self, outcome: str) -> None:
        self._over.set()
        self._showing.join()
        self._show(outcome)
        if self._live:
            print(flush=True)

    def _keep_showing(self) -> None:
        while not self._over.wait(REDRAWN_EVERY if self._live else REPEATED_EVERY):
            self._show(self._now)

    def _show(self, words: str) -> None:
        line = f"  {time.monotonic() - self._began:6.1f} s  {self.title}: {words}"
        if self._live:
            print(f"\r{line[:WIDTH]:<{WIDTH}}", end="", flush=True)
        else:
            print(line, flush=True)


@contextmanager
def step(title: str) -> Iterator[Step]:
    """Shows a step of set-up; set `.result` to say in a few words what came of it."""
    current = Step(title, live=sys.stdout.isatty())
    current.begin()
    try:
        yield current
    except BaseException:
        current.end("stopped")
        raise
    current.end(current.result or "done")


def heading(text: str) -> None:
    """A line that stands out between the parts of a long run."""
    print(f"\n== {text} ==", flush=True)
