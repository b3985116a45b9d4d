"""What must hold of every service for every household, whoever lives there. Each says in words what does not.

A property is a function of a household, a day and a source of chance. It knows no rule: it asks the services
for their goals and compares answers with answers, or with the most that the law has to give.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances, dates
from moothall.engines.rules import Settled
from tests.services.examiner.households import born, household, services, vocabulary

# In pence, from the rates of 2026-27, the higher of the two years that are held.
ELDEST, EACH_OTHER, CARER, WINTER, SCOTTISH_CHILD, SAVINGS_CREDIT = 2705, 1790, 8645, 31_670, 2820, 2010
# Where nothing is rounded, a sum in another order may differ in the last digits of a double, in pence.
CLOSE = 1e-6
HALF_A_PENNY = 0.5


def answers(service: str, known: Circumstances, on: date, *also: str) -> Mapping[str, object]:
    """Each goal of the service, and the rules named besides: its value, or the answer that is none.

    What is about one person is asked about the claimant, whoever is named first.
    """
    definition = definition_of(service)
    rules = definition.rules_on(on)
    claimant = next(person.id for person in known.people() if person.facts["role"] == "claimant")
    outcome, found = rules.work_out([], known), {}
    for goal in (*definition.goals, *also):
        answer = outcome.of(goal, claimant if rules.rule(goal).entity == "person" else None)
        found[goal] = answer.value if isinstance(answer, Settled) else answer
    return found


def same(one: object, other: object) -> bool:
    """The same answer; numbers may differ by what doubles must."""
    if _is_number(one) and _is_number(other):
        return abs(one - other) <= CLOSE
    return one == other


def _is_number(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)


def count(known: Circumstances, *roles: str) -> int:
    return sum(person.facts["role"] in roles for person in known.people())


def _bill(known: Circumstances) -> float:
    return known.household["council_tax_before_discount"]


# The most that there is of each goal: in pence, from the household or from another rule of the same service.
MOST: Mapping[str, Callable[[Circumstances, Mapping], float]] = {
    "universal_credit": lambda known, found: found["maximum_amount"],
    "benefit_cap_reduction": lambda known, found: found["award_before_the_cap"],
    "pension_credit_due": lambda known, found: found["minimum_guarantee"] + SAVINGS_CREDIT,
    "housing_benefit": lambda known, found: known.household["rent"] * 12 / 52 + HALF_A_PENNY,
    "council_tax_reduction": lambda known, found: _bill(known) * 7 / 365 + HALF_A_PENNY,
    "local_reduction": lambda known, found: _bill(known) * 7 / 365 + HALF_A_PENNY,
    "single_adult_discount": lambda known, found: _bill(known) / 2 + HALF_A_PENNY,
    "council_tax_discount": lambda known, found: _bill(known),
    "child_benefit": lambda known, found: ELDEST + EACH_OTHER * max(0, count(known, "child") - 1),
    "child_benefit_after_charge": lambda known, found: (ELDEST + EACH_OTHER * count(known, "child")) * 52,
    "carers_allowance_of_the_family": lambda known, found: CARER * count(known, "claimant", "partner"),
    "winter_fuel_payment": lambda known, found: WINTER,
    "scottish_child_payment": lambda known, found: SCOTTISH_CHILD * count(known, "child"),
    "net_pay": lambda known, found: _pay(known) * 52 / 12 + 1,
    "national_insurance": lambda known, found: _pay(known) * 52 * 0.08 + 12,
}  # fmt: skip
BESIDE = {
    "universal_credit": ("maximum_amount",),
    "benefit_cap_reduction": ("award_before_the_cap",),
    "pension_credit_due": ("minimum_guarantee",),
}


def _pay(known: Circumstances) -> float:
    return sum(person.facts["earnings"] for person in known.people())


def bounded(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """Each amount is at least nothing, and at most the most that there is."""
    for service in services():
        goals = definition_of(service).goals
        beside = [rule for goal in goals for rule in BESIDE.get(goal, ())]
        found = answers(service, known, on, *beside)
        for goal in goals:
            value = found[goal]
            if _is_number(value) and value < 0:
                yield f"{service} {goal} is {value}"
            most = MOST[goal](known, found) if goal in MOST and _is_number(value) else None
            if _is_number(most) and value > most + CLOSE:
                yield f"{service} {goal} is {value}, and the most is {most}"


def settled(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """When everything is known, nothing more is asked."""
    for service in services():
        for goal, answer in answers(service, known, on).items():
            if not getattr(answer, "is_settled", True):
                yield f"{service} {goal} still needs {answer.fact}"


def in_any_order(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """The order in which people are named changes nothing."""
    turned = deepcopy(known)
    for family in turned.families:
        chance.shuffle(family.people)
    yield from differences(known, turned, on, on, "in another order")


def the_same_twice(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """Exact rationals agree with doubles to the penny, and further where nothing is rounded."""
    for service in services():
        definition = definition_of(service)
        rules = definition.rules_on(on)
        lazy, exact = rules.work_out(definition.goals, known), rules.exact(definition.goals, known)
        for goal in definition.goals:
            value = lazy[goal].value if isinstance(lazy[goal], Settled) else None
            if _is_number(value) and abs(Fraction(value) - exact[goal]) > Fraction(1, 10_000):
                yield f"{service} {goal}: {value} in doubles, {exact[goal]} exactly"


def rent_helps(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """More rent never lowers Universal Credit or Housing Benefit."""
    dearer = deepcopy(known)
    dearer.household["rent"] += chance.choice((1.0, 100.0, 50_000.0))
    for service, goal in (("universal_credit", "universal_credit"), ("housing_benefit", "housing_benefit")):
        before, after = answers(service, known, on)[goal], answers(service, dearer, on)[goal]
        if _is_number(before) and _is_number(after) and after < before - CLOSE:
            yield f"{goal} falls from {before} to {after} when the rent rises"


def what_is_not_stated_is_not_nothing(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """Without an amount, an answer that is given all the same does not depend on it: it was not read as 0."""
    money = [fact for fact in vocabulary() if fact.kind == "money" and fact.about in ("household", "person")]
    fact = chance.choice([*money, *(one for one in money if one.name == "savings")])
    for value in (0.0, 1_600_001.0 if fact.name == "savings" else min(fact.most, 50_000.0)):
        stated, unstated = deepcopy(known), deepcopy(known)
        for place in _places(stated, fact.about):
            place[fact.name] = value
        for place in _places(unstated, fact.about):
            place.pop(fact.name, None)
        for service in services():
            said, unsaid = answers(service, stated, on), answers(service, unstated, on)
            for goal, answer in unsaid.items():
                if getattr(answer, "is_settled", True) and not same(answer, said[goal]):
                    yield f"{service} {goal}: {answer} without {fact.name}, {said[goal]} when it is {value}"


def _places(known: Circumstances, about: str) -> list[dict]:
    if about == "person":
        return [person.facts for person in known.people()]
    return [known.household if about == "household" else known.case]


def fewer_savings(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """A penny more of savings never brings more of what depends on them."""
    richer = deepcopy(known)
    richer.household["savings"] += 1.0
    for service, goal in (
        ("universal_credit", "universal_credit"), ("housing_benefit", "housing_benefit"),
        ("pension_credit", "pension_credit_due"), ("council_tax_reduction", "council_tax_reduction"),
    ):  # fmt: skip
        before, after = answers(service, known, on)[goal], answers(service, richer, on)[goal]
        # Savings credit rewards what was put by: there a pound of savings may bring 60 pence.
        reward = 60 if goal == "pension_credit_due" else 0
        if _is_number(before) and _is_number(after) and after > before + CLOSE + reward:
            yield f"{service} {goal} rises from {before} to {after} with a penny of savings"


# Birthdays fall here, and the other days of a household far away: no rate and no school year begins near.
BIRTHDAYS = (date(2025, 7, 15), date(2025, 12, 10), date(2026, 7, 15), date(2026, 12, 10))
ELSEWHERE = date(2025, 2, 10)
LONG = timedelta(days=20)


def only_on_the_birthday(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """Nothing changes between the days before a birthday, nor between those after it."""
    known, day = deepcopy(known), chance.choice(BIRTHDAYS)
    for fact in (one for one in vocabulary() if one.kind == "date"):
        for place in _places(known, fact.about):
            place[fact.name] = dates.to_number(
                ELSEWHERE.replace(year=min(2024, dates.to_date(place[fact.name]).year))
            )
    somebody = chance.choice(list(known.people()))
    age = max(1, day.year - dates.to_date(somebody.facts["date_of_birth"]).year)
    somebody.facts["date_of_birth"] = dates.to_number(born(age, day))
    words = f"{somebody.facts['role']}, {age} on {day}"
    yield from differences(
        known, known, day - LONG, day - timedelta(days=1), f"before the birthday: {words}"
    )
    yield from differences(known, known, day, day + LONG, f"after the birthday: {words}")


def differences(one: Circumstances, other: Circumstances, on: date, later: date, what: str) -> Iterator[str]:
    for service in services():
        before, after = answers(service, one, on), answers(service, other, later)
        for goal, answer in before.items():
            if not same(answer, after[goal]):
                yield f"{service} {goal} is {answer} and then {after[goal]}, {what}"


def twelve_children(known: Circumstances, on: date, chance: random.Random) -> Iterator[str]:
    """A family with twelve children has an answer everywhere, within its bounds."""
    large = household(chance, on, children=12)
    yield from settled(large, on, chance)
    yield from bounded(large, on, chance)


PROPERTIES: tuple[Callable[[Circumstances, date, random.Random], Iterator[str]], ...] = (
    bounded, settled, in_any_order, the_same_twice, rent_helps, what_is_not_stated_is_not_nothing,
    fewer_savings, only_on_the_birthday, twelve_children,
)  # fmt: skip
