"""One line for each step of set-up, with the time it took; a step of many parts counts them."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PLAIN_LINE_EVERY = 5.0  # seconds: where nobody watches live, the log stays short


class Step:
    """A step under way. `count()` says how far it is."""

    def __init__(self, title: str, *, live: bool):
        self.title = title
        self.live = live
        self.result = ""
        self._began = time.monotonic()
        self._last_shown = self._began

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    def count(self, done: int, of: int, what: str = "") -> None:
        """Shows that `done` of `of` parts are done; `what` names the one in hand."""
        if self.live:
            text = f"  {self.seconds:6.1f} s  {self.title}: {done} of {of}  {what}"
            print(f"\r{text[:100]:<100}", end="", flush=True)
        elif time.monotonic() - self._last_shown >= PLAIN_LINE_EVERY:
            self._last_shown = time.monotonic()
            print(f"  {self.seconds:6.1f} s  {self.title}: {done} of {of}  {what}".rstrip(), flush=True)

    def begin(self) -> None:
        if self.live:
            print(f"  {0:6.1f} s  {self.title} ...", end="", flush=True)
        else:
            print(f"  {0:6.1f} s  {self.title} ...", flush=True)

    def end(self, outcome: str) -> None:
        line = f"  {self.seconds:6.1f} s  {self.title}: {outcome}"
        print(f"\r{line:<100}".rstrip() + "\n" if self.live else line + "\n", end="", flush=True)


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
