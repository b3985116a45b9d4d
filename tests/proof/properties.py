"""Properties: what must hold of every service holds for thousands of households drawn by chance.

No amount is below nothing or above the most there is; order, rent, savings, age and what is not stated do
what the law lets them do and nothing else. The properties are those of `tests/services/examiner`.
"""

from __future__ import annotations

import random

from tests.proof.report import Progress, Result, Sabotage
from tests.services.examiner.households import DAYS, household, services
from tests.services.examiner.properties import PROPERTIES

NAME = "properties"
SAYS = "what must hold of every service holds for any household"
ALL_THAT_COMES_OFF = "maximum_amount - taken_for_earnings - assumed_income_from_savings - unearned_income"
SABOTAGE = Sabotage(
    file="services/universal_credit/rules/award.py",
    line=f"    return max(0, {ALL_THAT_COMES_OFF})\n",
    replacement=f"    return {ALL_THAT_COMES_OFF}\n",
    why="an award that falls below nothing when income is high is no award",
)

HOUSEHOLDS = {False: 1200, True: 20}


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result = Result()
    result.count("services", len(services()))
    for number in range(HOUSEHOLDS[short]):
        chance = random.Random(f"{seed} {number}")
        on = chance.choice(DAYS)
        known = household(chance, on)
        result.count("households")
        for holds in PROPERTIES:
            result.count(f"tried {holds.__name__}")
            for wrong in holds(known, on, chance):
                result.failures.append(f"household {number} of seed {seed}, {on}: {wrong}")
        if (number + 1) % 500 == 0:
            progress(f"{number + 1:,} households")
    return result
