"""`make test`: one pytest for each stage, then one table and one line for all of them."""

import os
import subprocess
import time
import xml.etree.ElementTree as ElementTree
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from setup.places import BUILD, PYTHON, ROOT
from setup.progress import heading
from setup.ready import make_ready
from setup.stages import STAGES, Stage

REPORTS = BUILD / "test"
STOPPED_WITHIN = 30  # seconds
NOTHING_COLLECTED = 5  # pytest's exit code


@dataclass(frozen=True)
class Outcome:
    """What came of a stage."""

    title: str
    passed: int
    failed: int
    skipped: int
    seconds: float


def test(only: list[str]) -> int:
    """Sets up, runs the stages (or those named in `only`) and answers 0 when nothing failed."""
    make_ready(for_tests=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    chosen = [stage for stage in STAGES if (not only or stage.name in only) and _places_of(stage)]
    outcomes, beside = [], []
    for number, stage in enumerate(chosen, start=1):
        heading(f"{number} of {len(chosen)}  {stage.title}")
        if stage.beside and number < len(chosen):
            print("Runs beside what follows, and is shown when it has ended.", flush=True)
            beside.append(_begin(stage, output=REPORTS / f"{stage.name}.log"))
        else:
            outcomes.append(_end(_begin(stage)))
    return _sum_up([_shown(running) for running in beside] + outcomes)


@dataclass
class Running:
    """A stage whose pytest has been started, and where it writes."""

    stage: Stage
    program: subprocess.Popen
    began: float
    output: Path | None

    @property
    def report(self) -> Path:
        return REPORTS / f"{self.stage.name}.xml"


def _begin(stage: Stage, output: Path | None = None) -> Running:
    report = REPORTS / f"{stage.name}.xml"
    report.unlink(missing_ok=True)
    command = [str(PYTHON), "-m", "pytest", "-q", "-rfEs", "--tb=short", "-p", "no:cacheprovider"]
    command += ["-m", stage.marks] if stage.marks else []
    command += [f"--junitxml={report}", *_places_of(stage)]
    environment = {**os.environ, "MOOTHALL_TEST_DATABASE": stage.database, **stage.environment}
    written = {"stdout": output.open("w"), "stderr": subprocess.STDOUT} if output else {}
    program = subprocess.Popen(command, cwd=ROOT, env=environment, **written)
    return Running(stage, program, time.time(), output)


def _end(running: Running) -> Outcome:
    exit_code = _wait(running.program)
    # What ran beside may have ended long ago; its report was the last thing that it wrote.
    ended = running.report.stat().st_mtime if running.report.is_file() else time.time()
    seconds = ended - running.began
    return outcome_of(running.stage.title, running.report, exit_code, seconds=seconds)


def _shown(running: Running) -> Outcome:
    outcome = _end(running)
    heading(f"What ran beside: {running.stage.title}")
    print(running.output.read_text(encoding="utf-8"), flush=True)
    return outcome


def _wait(program: subprocess.Popen) -> int:
    """Waits for pytest to end. At a Ctrl-C, which pytest gets too, it may first stop what it started."""
    try:
        return program.wait()
    except KeyboardInterrupt:
        with suppress(subprocess.TimeoutExpired):
            program.wait(STOPPED_WITHIN)
        program.kill()
        raise


def outcome_of(title: str, report: Path, exit_code: int, *, seconds: float) -> Outcome:
    """Counts a stage from pytest's report. A pytest that broke off is a failure, whatever it counted."""
    passed = failed = skipped = 0
    if report.is_file():
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):
            errors = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            failed += errors
            skipped += int(suite.get("skipped", 0))
            passed += int(suite.get("tests", 0)) - errors - int(suite.get("skipped", 0))
    if exit_code not in (0, NOTHING_COLLECTED) and not failed:
        failed = 1
    return Outcome(title, max(passed, 0), failed, skipped, seconds)


def _places_of(stage: Stage) -> list[str]:
    return [place for place in stage.places if _has_tests(ROOT / place)]


def _has_tests(place: Path) -> bool:
    return place.is_file() or any(place.rglob("test_*.py"))


def _sum_up(outcomes: list[Outcome]) -> int:
    heading("Summary")
    for one in outcomes:
        counts = f"{one.passed:6} passed {one.failed:4} failed {one.skipped:4} skipped"
        print(f"{counts}  {one.seconds:6.1f} s  {one.title}")
    passed = sum(one.passed for one in outcomes)
    failed = sum(one.failed for one in outcomes)
    skipped = sum(one.skipped for one in outcomes)
    if not passed and not failed:
        print("No test ran at all, which is a failure.")
        failed = 1
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if failed else 0
