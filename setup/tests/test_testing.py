"""A stage that fails in any way is counted as failed, and nothing passes by not running."""

import pytest

from setup.places import ROOT
from setup.stages import STAGES
from setup.testing import outcome_of

REPORT = '<testsuites><testsuite tests="7" failures="{failures}" errors="{errors}" skipped="2"/></testsuites>'


@pytest.mark.parametrize(
    ("failures", "errors", "passed", "failed"), [(0, 0, 5, 0), (1, 0, 4, 1), (1, 2, 2, 3)]
)
def test_counts_come_from_the_report(tmp_path, failures, errors, passed, failed):
    report = tmp_path / "report.xml"
    report.write_text(REPORT.format(failures=failures, errors=errors))
    outcome = outcome_of("Rooms", report, exit_code=1 if failed else 0, seconds=1.0)
    assert (outcome.passed, outcome.failed, outcome.skipped) == (passed, failed, 2)


def test_a_run_that_broke_off_without_a_report_failed(tmp_path):
    assert outcome_of("Rooms", tmp_path / "none.xml", exit_code=4, seconds=0.1).failed == 1


def test_a_run_that_ended_badly_failed_whatever_it_counted(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT.format(failures=0, errors=0))
    assert outcome_of("Rooms", report, exit_code=2, seconds=0.1).failed == 1


def test_no_test_is_outside_every_stage():
    places = [ROOT / place for stage in STAGES for place in stage.places]
    tops = ("moothall", "setup", "bench", "tests")
    tests = [path for top in tops for path in (ROOT / top).rglob("test_*.py")]
    assert tests
    assert [path for path in tests if not any(path.is_relative_to(place) for place in places)] == []


def test_stages_have_names_of_their_own():
    names = [stage.name for stage in STAGES]
    assert len(names) == len(set(names))
