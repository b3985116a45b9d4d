"""Every kind of hostile file is refused with its line and reason; all of them together in bounded time and
memory.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from moothall.engines.rules import RuleBook, RuleErrors
from moothall.engines.rules.rates_file import read_rates
from moothall.engines.rules.tests.fuzz import fuzz
from moothall.engines.rules.tests.hostile.cases import CASES
from moothall.engines.rules.tests.sample import RATES, vocabulary

VOCABULARY = vocabulary()
ROOT = Path(__file__).parents[4]
# Each of the cases, in a process that may use at most 700 MB and 60 seconds of CPU.
BOUNDED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from moothall.engines.rules import RuleBook, RuleErrors
from moothall.engines.rules.tests.hostile.cases import CASES
from moothall.engines.rules.tests.sample import RATES, vocabulary
words = vocabulary()
for case in CASES:
    try:
        RuleBook.build({"rules.py": case.data}, {"rates.yaml": RATES}, words)
    except RuleErrors:
        continue
    raise SystemExit(f"{case.name} was not refused")
print(len(CASES))
"""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_file_is_refused_with_its_line_and_reason(case):
    with pytest.raises(RuleErrors) as refused:
        RuleBook.build({"theirs/rules.py": case.data}, {"rates.yaml": RATES}, VOCABULARY)

    faults = list(refused.value)
    assert all(fault.file == "theirs/rules.py" for fault in faults)
    assert any(fault.line == case.line and case.reason in fault.message for fault in faults), str(
        refused.value
    )[:500]


def test_there_are_at_least_the_92_kinds_of_the_note():
    assert len(CASES) >= 92
    assert len({case.name for case in CASES}) == len(CASES)


def test_all_are_refused_within_bounded_time_and_memory():
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.strip() == str(len(CASES)), done.stderr[-500:] + done.stdout


def test_a_thousand_mutations_end_in_a_book_or_in_our_own_errors():
    report = fuzz(seed=20261123, mutations=1000)

    assert report["mutations"] == 1000
    assert report["failures"] == []
    assert report["refused"] > 500 and report["books"] > 5


def test_a_rates_file_cannot_swell_or_run():
    bomb = b"a: &a [1,1]\nb: &b [*a,*a]\n"
    run = b"a: !!python/object/apply:os.system [ls]\n"
    deep = b"a: " + b"[" * 5000
    for data in (bomb, run, deep, b"\xff", b"", b"- 1\n", b"a: 1\na: 2\n", b"x" * 3_000_000):
        _, faults = read_rates({"rates.yaml": data}, VOCABULARY)
        assert faults and faults[0].file == "rates.yaml" and faults[0].line >= 1
