"""Set-up as a whole. Two runs at once wait for each other."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from setup.browser import ensure_browser
from setup.design_system import ensure_design_system
from setup.pango import ensure_pango
from setup.places import BUILD
from setup.python_packages import ensure_packages


@contextmanager
def _alone() -> Iterator[None]:
    BUILD.mkdir(exist_ok=True)
    with (BUILD / ".set-up-lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  Another run is setting up in this folder: waiting for it.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_ready(*, for_tests: bool) -> None:
    """Does whatever of set-up is not done yet. Without work to do it takes a fraction of a second."""
    with _alone():
        ensure_packages(for_tests=for_tests)
        ensure_design_system()
        if for_tests:
            ensure_browser()
            ensure_pango()
