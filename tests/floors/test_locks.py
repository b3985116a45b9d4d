"""What is locked names no host and no folder of one machine, and says the same as what was asked for."""

import json
import re
import subprocess

import pytest

from setup.python_packages import packages_in
from tests.kit.places import ROOT

LISTS = ("requirements", "requirements-dev", "requirements-node")
LOCKS = [*(f"{name}.txt" for name in LISTS), "package-lock.json", ".npmrc", "pyproject.toml", "package.json"]
HOST = re.compile(r"""(https?|file)://|--(extra-)?index-url|--find-links|--trusted-host|"resolved"|\s@\s""")
# A folder of the machine that something was made on. Our own folders are named from the repository's top.
MACHINE = re.compile(r"""(?<![\w.}\])*-])/(work|root|home|tmp|opt|Users)/""")
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[\w,-]+\])?==(?P<version>\S+)")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name):
    lines = [line for line in _read(name).splitlines() if '"funding"' not in line]
    assert [line for line in lines if HOST.search(line)] == []


def test_no_file_names_a_folder_of_one_machine():
    found = []
    for name in _tracked():
        path = ROOT / name
        if name == "tests/floors/test_locks.py" or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name}: {line.strip()[:100]}" for line in text.splitlines() if MACHINE.search(line)]
    assert found == []


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("--extra-index-url file:///somewhere/simple", True),
        ('"resolved": "registry.example/govuk-frontend-6.6.0.tgz"', True),
        ("django @ file:///somewhere/django", True),
        ("    --hash=sha256:0a1b", False),
        ("django==5.2.19 \\", False),
    ],
)
def test_the_gate_for_hosts_catches_what_tools_write(line, caught):
    assert bool(HOST.search(line)) is caught


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("open('/" + "home/ann/notes')", True),
        ("# via -r /" + "work/requirements.in", True),
        ("moothall/work/cases", False),
        ("{root}/tmp/x", False),
    ],
)
def test_the_gate_for_folders_catches_what_people_write(line, caught):
    assert bool(MACHINE.search(line)) is caught


@pytest.mark.parametrize("name", LISTS)
def test_each_package_asked_for_is_pinned_and_locked_in_that_version(name):
    locked = dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", _read(f"{name}.txt"), flags=re.MULTILINE))
    for line in _read(f"{name}.in").splitlines():
        if not line or line.startswith(("#", "-")):
            continue
        pinned = PINNED.match(line)
        assert pinned, f"{name}.in: {line} has no version"
        assert locked.get(pinned["name"].lower()) == pinned["version"], f"{name}.txt: run `make lock`"


@pytest.mark.parametrize("name", LISTS)
def test_each_locked_package_has_a_hash(name):
    blocks = re.split(r"^(?=[A-Za-z0-9])", _read(f"{name}.txt"), flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_tests_need_holds_all_that_running_needs_in_the_same_versions():
    running = set(re.findall(r"^[A-Za-z0-9._-]+==\S+", _read("requirements.txt"), flags=re.MULTILINE))
    testing = set(re.findall(r"^[A-Za-z0-9._-]+==\S+", _read("requirements-dev.txt"), flags=re.MULTILINE))
    assert running - testing == set()
    assert packages_in(_read("requirements-dev.txt")) > packages_in(_read("requirements.txt"))


def test_the_design_system_is_locked_in_the_version_asked_for():
    asked = json.loads(_read("package.json"))["dependencies"]
    locked = json.loads(_read("package-lock.json"))["packages"]
    for name, version in asked.items():
        entry = locked[f"node_modules/{name}"]
        assert entry["version"] == version
        assert entry["integrity"].startswith("sha512-")


def test_no_lock_is_kept_that_records_where_packages_came_from():
    assert [name for name in _tracked() if name.endswith(("uv.lock", "yarn.lock")) or "pylock" in name] == []
