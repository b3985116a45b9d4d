"""Definitions that cannot be right, through the two commands that take them.

Each is one small change to a copy of a real service. `moothall services check` and `moothall publish` both
name the file and the line and say what was expected; nothing is published, and what was stays in force.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.kit.places import PYTHON, ROOT
from tests.proof.report import Result

SERVICES = ROOT / "services"
SERVICE = "council_tax_reduction"
AWARD, BILL = f"{SERVICE}/rules/award.py", f"{SERVICE}/rules/bill.py"
RATES, NEEDS = f"{SERVICE}/rates.yaml", "means_test_at_pension_age/rates.yaml"


@dataclass(frozen=True)
class Mistake:
    """What is done to which file, the first place of it, and a word that what is said must hold."""

    what: str
    file: str
    changes: tuple[tuple[str, str], ...]
    said: str
    at: str  # what stands, after the change, on the line that is named


MISTAKES = (
    Mistake(
        "an unknown fact",
        AWARD,
        (("savings, savings_limit, weekly_income", "savigns, savings_limit, weekly_income"),),
        "savigns",
        "savigns",
    ),
    Mistake(
        "a cycle of rules",
        BILL,
        (
            (
                "def weekly_council_tax(council_tax_after_discount)",
                "def weekly_council_tax(most_that_can_be_taken_off)",
            ),
            ("return per_week_by_days(council_tax_after_discount)", "return most_that_can_be_taken_off"),
        ),
        "weekly_council_tax",
        "def ",
    ),
    Mistake(
        "mixed periods",
        BILL,
        (
            (
                "def most_that_can_be_taken_off(weekly_council_tax,",
                "def most_that_can_be_taken_off(council_tax_after_discount,",
            ),
            (
                "max(0, weekly_council_tax - non_dependant_deductions)",
                "max(0, council_tax_after_discount - non_dependant_deductions)",
            ),
        ),
        "GBP/year",
        "council_tax_after_discount - non_dependant_deductions",
    ),
    Mistake(
        "no rate for today",
        NEEDS,
        (("    - {from: 2026-04-01, value: 238.00", "    # {from: 2026-04-01, value: 238.00"),),
        "basic_amount_single",
        "basic_amount_single:",
    ),
    Mistake("a hole in a band table", RATES, (("from: 266.00", "from: 267.00"),), "266", "267.00"),
)


def wrong_definitions(server, result: Result) -> int:
    """Returns how many were refused by both commands."""
    folder, before = Path(tempfile.mkdtemp(prefix="moothall-faults-")), _editions(server)
    try:
        right = _copy(folder / "right")
        checked = _moothall(server, right, "services", "check", "--in", str(right))
        result.expect(checked.returncode == 0, f"what is right is refused: {checked.stdout[-300:]}")
        refused = sum(_is_refused(server, mistake, folder / mistake.what, result) for mistake in MISTAKES)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result.expect(_editions(server) == before, "an edition was published all the same")
    return refused


def _copy(folder: Path) -> Path:
    """The service and what it leans on; the others would only be checked again with each mistake."""
    described = yaml.safe_load((SERVICES / SERVICE / "service.yaml").read_text(encoding="utf-8"))
    needed = {SERVICE, "canterbury", *described["uses"], *(one["service"] for one in described["tells"])}

    def others(where: str, names: list[str]) -> list[str]:
        if Path(where) not in (SERVICES, SERVICES / "local", SERVICES / "local" / "canterbury"):
            return []
        return [name for name in names if name not in needed and _is_of_a_service(Path(where) / name)]

    shutil.copytree(SERVICES, folder, ignore=others)
    return folder


def _is_of_a_service(path: Path) -> bool:
    return path.is_dir() and (
        path.parent != SERVICES
        or any((path / name).exists() for name in ("service.yaml", "rules.py", "rules"))
    )


def _is_refused(server, mistake: Mistake, folder: Path, result: Result) -> bool:
    _make(mistake, _copy(folder))
    failures = len(result.failures)
    checked = _moothall(server, folder, "services", "check", "--in", str(folder))
    published = _moothall(
        server, folder, "publish", SERVICE, "--for", "canterbury", "--by", "A proof", "--why", mistake.what
    )
    for command, done in (("services check", checked), ("publish", published)):
        said = done.stdout + done.stderr
        result.expect(
            done.returncode == 1, f"{command}, {mistake.what}: ended with {done.returncode}: {said[-300:]}"
        )
        result.expect(
            _names_the_place(said, mistake, folder), f"{command}, {mistake.what}: says only {said[:600]}"
        )
        result.expect("Traceback" not in said, f"{command}, {mistake.what}: shows a traceback")
    result.expect("Nothing was published." in published.stderr, f"{mistake.what}: publish does not say so")
    result.count("definitions that cannot be right")
    return len(result.failures) == failures


def _make(mistake: Mistake, folder: Path) -> None:
    path = folder / mistake.file
    text = path.read_text(encoding="utf-8")
    for was, becomes in mistake.changes:
        if was not in text:
            raise LookupError(f"{mistake.file} holds no {was!r} any more; the proof must name another")
        text = text.replace(was, becomes, 1)
    path.write_text(text, encoding="utf-8")


def _names_the_place(said: str, mistake: Mistake, folder: Path) -> bool:
    lines = (folder / mistake.file).read_text(encoding="utf-8").splitlines()
    for found in re.finditer(re.escape(mistake.file) + r":(\d+)\b[^\n]*", said):
        number = int(found[1])
        if number <= len(lines) and mistake.at in lines[number - 1] and mistake.said in found[0]:
            return True
    return False


def _editions(server) -> str:
    """The editions that there are, from the database itself."""
    asked = (
        "from moothall.ground.catalogue.models import Edition;"
        "print(sorted(Edition.objects.values_list('organisation_id', 'service', 'content_hash')))"
    )
    return _run(server.environment, "-c", f"import django; django.setup(); {asked}").stdout


def _moothall(server, services: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(server.environment | {"MOOTHALL_SERVICES": str(services)}, "-m", "moothall", *arguments)


def _run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PYTHON), *arguments],
        cwd=ROOT,
        env=environment | {"DJANGO_SETTINGS_MODULE": "moothall.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
