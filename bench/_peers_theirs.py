"""Run by policyengine-uk's own Python, never by ours: what the same households cost there, without reasons.

Reads and prints what `_peers_ours` does. A household with other earnings is worked out in the simulation that
has worked it out before, as a branch, which is the quick way that is meant for it.
"""

import json
import resource
import sys
import time

WANTED = (
    "universal_credit",
    "pension_credit",
    "housing_benefit",
    "child_benefit",
    "carers_allowance",
    "council_tax_reduction",
)
MORE_EARNINGS = 104.0  # pounds a year


def main() -> None:
    households = [json.loads(line) for line in sys.stdin]
    found = {"another": [], "changed": [], "answers": [], "answers_changed": []}
    from policyengine_uk import Simulation

    simulations = []
    for number, household in enumerate(households):
        began = _now()
        simulation = Simulation(situation=household["theirs"])
        found["answers"].append(_work_out(simulation, household["year"]))
        if number == 0:
            found["start"] = [time.process_time(), time.monotonic() - float(sys.argv[1])]
        else:
            found["another"].append(_since(began))
        simulations.append((simulation, household["year"]))
    for simulation, year in simulations:
        began = _now()
        other = simulation.get_branch("other earnings")
        earned = simulation.calculate("employment_income", year)
        other.set_input("employment_income", year, earned + MORE_EARNINGS * (earned > 0))
        found["answers_changed"].append(_work_out(other, year))
        found["changed"].append(_since(began))
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def _work_out(simulation, year: int) -> dict:
    return {name: round(float(simulation.calculate(name, year).sum()), 2) for name in WANTED}


def _now() -> tuple:
    return time.process_time(), time.monotonic()


def _since(began: tuple) -> list:
    return [now - then for now, then in zip(_now(), began)]  # noqa: B905 its Python is its own


if __name__ == "__main__":
    main()
