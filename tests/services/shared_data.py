"""The reference data that is kept outside the repository: found, skipped by name, or in CI missed loudly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kit.places import shared_folder


def shared(name: str) -> Path:
    """The file, or a skip that names it. With CI=true its absence fails."""
    path = shared_folder() / name
    if not path.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{path} is missing. Set MOOTHALL_SHARED to the folder of shared data.")
        pytest.skip(f"{path} is not here")
    return path
