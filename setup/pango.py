"""Pango, which puts the words of letters on paper. Everything but the PDF works without it."""

import ctypes.util
import os
import shutil

from setup.commands import SetupFailed, run
from setup.progress import step

LIBRARIES = ("pango-1.0", "pangoft2-1.0")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0")
HOW = (
    "Letters cannot be made into PDFs here, and the tests of that are skipped: Pango is not on this machine. "
    f"Install it (Debian and Ubuntu: apt-get install {' '.join(PACKAGES)}; Fedora: dnf install pango)."
)


def ensure_pango() -> bool:
    """Whether letters can be made into PDFs; installs Debian's Pango when it may, and says how otherwise."""
    if _is_here():
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        with step("Pango, for letters as PDF"):
            quiet = {"DEBIAN_FRONTEND": "noninteractive"}
            try:
                run(["apt-get", "update"], log="apt-update.log", advice=HOW, environment=quiet)
                install = ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]
                run(install, log="apt-pango.log", advice=HOW, environment=quiet)
            except SetupFailed as failed:
                print(failed, flush=True)
    if not _is_here():
        print(HOW, flush=True)
        return False
    return True


def _is_here() -> bool:
    return all(ctypes.util.find_library(name) for name in LIBRARIES)
