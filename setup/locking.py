"""`make lock`: from the versions asked for to locked lists with hashes, naming no host and no folder."""

import shutil
import sys
import tempfile
from pathlib import Path

from setup.commands import run
from setup.progress import step

UV = "uv==0.13.9"
LISTS = ("requirements", "requirements-dev", "requirements-node")
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    # Each of these keeps the address of an index, or a folder of this machine, out of the list.
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
]


def lock() -> int:
    """Writes requirements*.txt and package-lock.json. Needs the network, and npm for the last."""
    advice = "Locking needs the network."
    with tempfile.TemporaryDirectory() as place:
        tools = Path(place)
        with step("The tool that locks"):
            run([sys.executable, "-m", "venv", tools], log="lock-venv.log", advice=advice)
            run([tools / "bin" / "pip", "install", "--quiet", UV], log="lock-tool.log", advice=advice)
        for name in LISTS:
            with step(f"{name}.txt"):
                files = [f"{name}.in", "-o", f"{name}.txt"]
                run([tools / "bin" / "uv", "pip", "compile", *OPTIONS, *files], log="lock.log", advice=advice)
    if shutil.which("npm"):
        with step("package-lock.json"):
            run(["npm", "install", "--package-lock-only"], log="lock-npm.log", advice=advice)
    return 0
