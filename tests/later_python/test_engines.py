"""The engines and their tests on a later Python than the one that Moothall runs on.

They need nothing of the web, so they can show early what a later Python will ask of the rest. Each Python
has a small environment of its own in build/later_python, with the packages in the locked versions. One that
is not on this machine is skipped by its name. Of those that are, the newest is tried; all of them with
MOOTHALL_EVERY_PYTHON=1.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.places import BUILD, ROOT

LATER = ("3.12", "3.13", "3.14")
NEEDED = ("pyyaml", "hypothesis", "pytest")
LEAST_PASSED = 500  # A run that finds almost no tests shows nothing.
PINNED = re.compile(r"^([a-z0-9][\w.-]*)==(\S+)", re.MULTILINE)
OWN = ["-c", "import sys; print(f'{sys.version_info.major}.{sys.version_info.minor}')"]


def find_python(version: str) -> Path | None:
    """An interpreter of that version: on the path, or kept beside ours, as pyenv keeps them."""
    beside = Path(sys.base_prefix).parent.glob(f"{version}.*/bin/python")
    found = [shutil.which(f"python{version}"), *sorted(beside, reverse=True)]
    # A shim on the path may stand for a version that is not chosen there; so each is asked.
    return next((Path(one) for one in found if one and _says(Path(one)) == version), None)


def _says(python: Path) -> str:
    return subprocess.run([python, *OWN], capture_output=True, text=True, check=False).stdout.strip()


def newer_than_ours() -> list[str]:
    return [version for version in LATER if tuple(map(int, version.split("."))) > sys.version_info[:2]]


@pytest.mark.parametrize("version", newer_than_ours())
def test_the_engines_work_on_a_later_python(version):
    python = find_python(version)
    if python is None:
        pytest.skip(f"Python {version} is not on this machine")
    if not os.environ.get("MOOTHALL_EVERY_PYTHON") and any(map(find_python, _after(version))):
        pytest.skip(f"Python {version}: a newer one is here and is tried (all: MOOTHALL_EVERY_PYTHON=1)")
    done = subprocess.run(
        [
            _environment(version, python), "-m", "pytest", "-q", "-p", "no:cacheprovider",
            # Without the set-up of Django, of which these tests need nothing.
            "-o", "addopts=--strict-markers --import-mode=importlib", "--confcutdir=moothall/engines",
            "moothall/engines",
        ],
        cwd=ROOT, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed and int(passed[1]) >= LEAST_PASSED, done.stdout[-500:]


def _after(version: str) -> list[str]:
    newer = newer_than_ours()
    return newer[newer.index(version) + 1 :]


def _environment(version: str, python: Path) -> Path:
    """The Python of the small environment, made when it is not there or the locked versions are others."""
    folder = BUILD / "later_python" / version
    inside = folder / "bin" / "python"
    pins = "".join(f"{name}=={number}\n" for name, number in PINNED.findall(_locked()))
    stamp = folder / "constraints.txt"
    if not (inside.exists() and stamp.exists() and stamp.read_text() == pins):
        shutil.rmtree(folder, ignore_errors=True)
        _run(python, "-m", "venv", folder)
        wanted = folder / "wanted.txt"
        wanted.write_text(pins)
        _run(inside, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", wanted, *NEEDED)
        wanted.rename(stamp)
    return inside


def _locked() -> str:
    return (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")


def _run(*command: object) -> None:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}"
