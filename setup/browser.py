"""The browser that journeys are tested in: the machine's own Chromium, never a downloaded copy."""

import os
import shutil

from setup.commands import SetupFailed, run
from setup.progress import step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = (
    "The journeys are tested in Chromium, which is not on this machine. Install it (Debian and Ubuntu: "
    "apt-get install chromium; Fedora: dnf install chromium), or name one in MOOTHALL_CHROMIUM."
)


def find_browser() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("MOOTHALL_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def ensure_browser() -> str:
    """The path of a Chromium; installs Debian's when it may. Raises SetupFailed that says how otherwise."""
    if found := find_browser():
        return found
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SetupFailed(HOW)
    with step("Chromium, for the tests"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update"], log="apt-update.log", advice=HOW, environment=quiet)
        install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]
        run(install, log="apt-chromium.log", advice=HOW, environment=quiet)
    if found := find_browser():
        return found
    raise SetupFailed(HOW)
