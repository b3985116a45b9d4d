"""What the documents name is there: files, links, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moothall.doors.commands.main import VERBS
from tests.kit.places import ROOT

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TOP = "moothall|services|tests|bench|setup|docs"
# Made when they are needed, and never in the repository.
MADE = ("build/", ".venv/")

named = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.relative_to(ROOT).as_posix())


@named
def test_every_path_that_it_names_exists(document):
    paths = re.findall(rf"`((?:{TOP})/[^`\s]*)`", document.read_text("utf-8"))
    gone = [path for path in paths if not _exists(path)]
    assert not gone


@named
def test_every_link_leads_somewhere(document):
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8"))
    ours = [link.partition("#")[0] for link in links if not link.startswith(("http", "#"))]
    gone = [link for link in ours if not (document.parent / link).exists()]
    assert not gone


@named
def test_every_command_that_it_gives_is_there(document):
    text = document.read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)|^    make ([a-z]+)", text, re.MULTILINE)) <= {
        pair for target in targets for pair in ((target, ""), ("", target))
    }
    ours = set(re.findall(r"\.venv/bin/moothall ([a-z]+)|`moothall ([a-z]+)", text))
    assert {first or second for first, second in ours} <= set(VERBS)


def test_the_paths_in_the_readmes_commands_exist():
    lines = re.findall(r"^    (\S*moothall .*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    paths = [word for line in lines for word in line.split() if re.match(rf"({TOP})/", word)]
    assert paths and all((ROOT / path).exists() for path in paths), paths


def _exists(path: str) -> bool:
    plain = re.split(r"[<{*]", path)[0]
    if plain == path:
        return (ROOT / path).exists()
    return any(ROOT.glob(re.sub(r"<[^>]*>|\{[^}]*\}", "*", path))) or Path(ROOT / plain).is_dir()


def test_every_room_is_on_the_map():
    picture = (ROOT / "docs" / "map.md").read_text("utf-8").split("```")[1]
    rooms = {room.parent.name for room in (ROOT / "moothall").glob("*/*/__init__.py")} - {"tests"}
    assert {room for room in rooms if not re.search(rf"\b{room}\b", picture)} == set()
