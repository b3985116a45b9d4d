"""What some households cost here, in a process of its own: all that they could get, each with its reasons.

Reads households as `_peers_households` makes them, one JSON object a line; prints one line of JSON. The one
argument is the clock's time at which the process was started.
"""

from __future__ import annotations

import json
import resource
import sys
import time

SERVICE = "what_could_i_get"
# What the other side calls it: our rule, and how often it is paid in its year of 52 weeks.
SAME = {
    "universal_credit": ("universal_credit", 12),
    "pension_credit": ("pension_credit_due", 52),
    "housing_benefit": ("housing_benefit", 52),
    "child_benefit": ("child_benefit", 52),
    "carers_allowance": ("carers_allowance_of_the_family", 52),
    "council_tax_reduction": ("council_tax_reduction_yearly", 364 / 365),
}
MORE_EARNINGS = 200.0  # pence a week: the other side's 104 pounds a year


def main() -> None:
    households = [json.loads(line) for line in sys.stdin]
    found: dict = {"another": [], "changed": [], "answers": [], "answers_changed": []}
    for number, household in enumerate(households):
        began = _now()
        answers = _work_out(household, 0.0)
        if number == 0:
            found["start"] = [time.process_time(), time.monotonic() - float(sys.argv[1])]
        else:
            found["another"].append(_since(began))
        found["answers"].append(answers())
    for household in households:
        began = _now()
        answers = _work_out(household, MORE_EARNINGS)
        found["changed"].append(_since(began))
        found["answers_changed"].append(answers())
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def _work_out(household: dict, more: float):
    """Every goal of the service with its tree of reasons, and the tax and insurance of every adult, which
    the other side works out on its way."""
    from datetime import date

    from moothall.doors.commands.households import definition_of
    from moothall.engines.facts import Circumstances

    definition, on = definition_of(SERVICE), date.fromisoformat(household["day"])
    known = Circumstances.from_dict(household["ours"], definition.vocabulary, today=on)
    for person in known.people():
        if person.facts.get("earnings"):
            person.facts["earnings"] += more
    outcome = definition.rules_on(on).work_out(definition.goals, known)
    for goal in definition.goals:
        if outcome[goal].is_settled:
            outcome.reasons(goal)
    for person in known.people():
        if person.facts["role"] != "child":
            outcome.of("income_tax_with_charges", person.id)
            outcome.of("national_insurance", person.id)
    return lambda: {name: _a_year(outcome.of(goal), times) for name, (goal, times) in SAME.items()}


def _a_year(answer, times: float) -> float | str:
    if not answer.is_settled:
        return f"needs {answer.fact}"
    return round(answer.value * times / 100, 2) if hasattr(answer, "value") else "not covered"


def _now() -> tuple[float, float]:
    return time.process_time(), time.monotonic()


def _since(began: tuple[float, float]) -> list[float]:
    return [now - then for now, then in zip(_now(), began, strict=True)]


if __name__ == "__main__":
    main()
