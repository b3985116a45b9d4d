"""Where tests find things and leave what they made. Nothing of it is ever committed."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"
RESULTS = BUILD / "test"
ASSETS = BUILD / "assets"
PYTHON = ROOT / ".venv" / "bin" / "python"


def shared_folder() -> Path:
    """The folder of reference data that is kept outside the repository."""
    return Path(os.environ.get("MOOTHALL_SHARED", ROOT.parent / "shared")).resolve()
