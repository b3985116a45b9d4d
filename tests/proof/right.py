"""Right: every programme that is compared is the oracle's, within £1 a year, on every row compared.

A row is left out only for a defect that the oracle's own README states. Where we disagree, a rule about the
household must say why and docs/oracle.md on what law; a row that no rule explains fails the proof. How many
rows each rule takes is part of the report, so that none can quietly swallow the rest.
"""

from __future__ import annotations

from moothall.doors.commands.oracle import compare
from tests.proof.oracle_rows import files
from tests.proof.report import Progress, Result, Sabotage

NAME = "right"
SAYS = "our amounts are the oracle's, within £1 a year"
SABOTAGE = Sabotage(
    file="services/council_tax_reduction/rules/award.py",
    line="    return max(0, most_that_can_be_taken_off - share_of_income_too_much * too_much)\n",
    replacement="    return max(0, most_that_can_be_taken_off - share_of_income_too_much * too_much / 2)\n",
    why="taking half of the share of income that the law takes gives other amounts than the oracle's",
)

# How many rows of each year: all of them, or as many as an ordinary test can wait for.
ROWS = {False: None, True: 300}


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result = Result()
    for name, programme in compare(files(), rows=ROWS[short]).items():
        found = programme.to_dict()
        result.counts |= {f"{name} compared": found["compared"], f"{name} agreed": found["agreed"]}
        result.counts |= {f"{name} left out, {rule}": count for rule, count in found["excluded"].items()}
        for row in programme.disagreed:
            result.count(f"{name} disagreed, {row['because'] or 'not explained'}")
        result.expect(found["compared"] > 0, f"{name}: no row was compared")
        result.failures += [
            f"{name} {row['id']}: ours {row['ours']}, oracle {row['oracle']}" for row in programme.unexplained
        ]
        progress(f"{name}: {found['agreed']:,} of {found['compared']:,} agree")
    return result
