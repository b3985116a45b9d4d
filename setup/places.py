"""Where set-up finds and puts things. All of it is inside the repository and none of it is committed."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MOOTHALL = VENV / "bin" / "moothall"
NODE_VENV = ROOT / ".node-venv"
BUILD = ROOT / "build"
STAMPS = BUILD / "stamps"
LOGS = BUILD / "logs"


def data() -> Path:
    """The folder of the demonstration's data: its database, keys and printed list of doors."""
    return Path(os.environ.get("MOOTHALL_DATA", BUILD)).resolve()


def govuk() -> Path:
    """The folder of the design system's files, from which the static files are collected."""
    return data() / "assets" / "govuk"
