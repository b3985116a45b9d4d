"""Reference data that is kept outside the repository."""

from pathlib import Path

import pytest

from tests.kit.places import shared_folder


def shared(name: str) -> Path:
    """The file or folder `name` of the shared data. Skips the test, saying so, where it is not there."""
    path = shared_folder() / name
    if not path.exists():
        pytest.skip(f"shared data is not on this machine: {name}")
    return path
