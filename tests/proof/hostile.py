"""Hostile: whatever is made of a rule file, it is a book or a refusal with file and line, and soon.

Every hand-made kind, and mutations of them and of random valid files.
"""

from __future__ import annotations

from moothall.engines.rules import RuleBook, RuleError, RuleErrors
from moothall.engines.rules.tests.fuzz import fuzz
from moothall.engines.rules.tests.hostile.cases import CASES
from moothall.engines.rules.tests.sample import RATES, vocabulary
from tests.proof.report import Progress, Result, Sabotage

NAME = "hostile"
SAYS = "a rule file from anywhere can be wrong and cannot do harm"
SABOTAGE = Sabotage(
    file="moothall/engines/rules/lexer.py",
    line="            if len(self.brackets) > MOST_BRACKETS:\n",
    replacement="            if len(self.brackets) > 100 * MOST_BRACKETS:\n",
    why="without a limit of its own, the reader leaves deep nesting to Python's recursion",
)

MUTATIONS = {False: 20_000, True: 500}
SLOWEST = 1000  # milliseconds of CPU that one file may cost


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result = Result()
    words = vocabulary()
    for case in CASES:
        faults = _faults(case.data, words)
        told = any(fault.line == case.line and case.reason in fault.message for fault in faults)
        result.count("kinds")
        result.expect(told, f"{case.name}: {[str(fault) for fault in faults[:3]] or 'was not refused'}")
    progress(
        f"{len(CASES)} kinds refused with file, line and reason" if not result.failures else "not all refused"
    )
    report = fuzz(seed=seed, mutations=MUTATIONS[short])
    result.counts |= {name: report[name] for name in ("mutations", "refused", "books", "slowest_ms")}
    result.failures += [f"{failure['error']}: {failure['data'][:400]}" for failure in report["failures"]]
    result.expect(report["slowest_ms"] <= SLOWEST, f"a mutation cost {report['slowest_ms']} ms")
    return result


def _faults(data: bytes, words) -> list[RuleError]:
    """What a file is refused for; nothing when it was taken."""
    try:
        RuleBook.build({"theirs/rules.py": data}, {"rates.yaml": RATES}, words)
    except RuleErrors as refused:
        return list(refused)
    return []
