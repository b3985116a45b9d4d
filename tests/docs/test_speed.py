"""What docs/speed.md and the decision on dependencies say of the benches is so."""

from __future__ import annotations

import re

from bench import peers
from bench.__main__ import programs
from tests.kit.places import ROOT


def test_every_bench_that_a_document_names_is_there_and_speed_names_each():
    named = {
        document.name: set(re.findall(r"python -m bench[. ]([a-z_]+)", document.read_text("utf-8")))
        for document in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    }
    assert set().union(*named.values()) <= set(programs())
    assert named["speed.md"] == set(programs())


def test_the_peer_is_one_stated_version_and_in_no_lock():
    stated = (ROOT / "docs" / "decisions" / "dependencies.md").read_text("utf-8")
    for package in peers.PEER:
        name, version = package.split("==")
        assert f"{name} {version}" in stated
        for lock in ROOT.glob("requirements*"):
            assert name not in lock.read_text("utf-8")
