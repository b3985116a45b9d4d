"""The code reads as one: ruff finds nothing to say."""

import subprocess

from tests.kit.places import PYTHON, ROOT


def test_ruff_finds_nothing():
    command = [str(PYTHON), "-m", "ruff", "check", "--no-cache", "--output-format=concise", "."]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, f"\n{told.stdout}{told.stderr}"
