"""Nobody imports upward: `.importlinter` says who may lean on whom; this shows that it holds and can fail."""

import os
import shutil
import subprocess

import pytest

from tests.kit.places import PYTHON, ROOT

# One wrong import for each contract: the file that would have it, the import, the contract that must break.
WRONG = [
    (
        "ground/organisations/acting.py",
        "import moothall.work.cases.models",
        "Doors and connectors stand on work",
    ),
    ("work/cases/queries.py", "import moothall.doors.kit.jinja", "Doors and connectors stand on work"),
    ("engines/facts/reading.py", "import django.utils.timezone", "Engines think and do nothing else"),
    ("engines/rules/lexer.py", "import subprocess", "Engines think and do nothing else"),
    ("ground/record/writing.py", "import moothall.ground.organisations.acting", "The rooms of the ground"),
    ("work/notices/models/notice.py", "import moothall.work.cases.models", "Applications set cases off"),
    ("doors/desk/urls.py", "import moothall.doors.frontdoor.urls", "Doors share the page furniture"),
    ("doors/kit/jinja.py", "import moothall.doors.desk.urls", "The kit knows no door"),
    ("ground/due_work/worker.py", "import moothall.wiring", "Nothing leans on the wiring"),
]


def broken_contracts(folder) -> list[str]:
    """The first words of every contract that does not hold for the package in this folder."""
    linter = PYTHON.parent / "lint-imports"
    told = subprocess.run(
        [str(linter), "--no-cache", "--config", str(ROOT / ".importlinter")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in told.stdout, told.stdout + told.stderr
    return [line.split(" BROKEN")[0] for line in told.stdout.splitlines() if " BROKEN" in line]


def test_nobody_imports_upward():
    assert broken_contracts(ROOT) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    made = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "moothall", made / "moothall", ignore=shutil.ignore_patterns("__pycache__"))
    return made


def test_every_contract_can_be_broken(copy):
    for path, line, _ in WRONG:
        file = copy / "moothall" / path
        file.write_text(f"{line}\n{file.read_text()}")
    broken = broken_contracts(copy)
    for _, line, contract in WRONG:
        assert any(name.startswith(contract) for name in broken), f"{line!r} broke nothing: {broken}"
