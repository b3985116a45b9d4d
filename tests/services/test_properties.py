"""What holds of every service for every household, and both sides of every threshold that the rates hold.

`python -m tests.proof --only properties` tries thousands of households; here a few of each run.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import dates
from tests.services.examiner.cases import household_of
from tests.services.examiner.households import DAYS, household, services
from tests.services.examiner.properties import LONG, PROPERTIES, answers, differences

SEEDS = st.integers(0, 2**32)
PENNY = 0.01


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda one: one.__name__)
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_it_holds_of_any_household(holds, seed):
    chance = random.Random(seed)
    on = chance.choice(DAYS)
    assert list(holds(household(chance, on), on, chance)) == []


PENSIONER = {"role": "claimant", "date_of_birth": "1957-02-01", "state_pension": "239.00"}
YOUNGER = {"role": "claimant", "date_of_birth": "1985-01-01"}
POORER = PENSIONER | {"state_pension": "150.00"}
RICHER = PENSIONER | {"state_pension": "900.00"}
RENTED = {
    "tenure": "social_rent", "rent": "650.00", "bedrooms": 1, "council_tax_before_discount": "3000.00",
    "council_tax_valuation_band": "d",
}  # fmt: skip


def given_answers(service: str, on: date, people: dict, home: dict) -> dict[str, object]:
    """Each goal of a household of which nought.yaml says what is left unsaid."""
    return answers(service, household_of(people, home, on=on), on)


NATIONS = ("england", "wales", "scotland")
THIS_YEAR = (date(2025, 10, 6), date(2026, 10, 6))
# Steps from a limit, not limits; and the sheets of councils, whose own tests know their sides.
NOT_LIMITS = {"savings_step", "step_of_savings", "penalty_for_not_telling"}
SHEETS = "scheme_"


def figures(rate, on: date) -> list[float]:
    """What the rate says on that day, in pounds: its figure, or where each of its bands begins."""
    row = rate.in_force(dates.to_number(on))
    return [row.figure / 100] if rate.of == "scalar" else [band.low / 100 for band in row.bands if band.low]


def rates(chosen: Callable[[object], bool]) -> dict[str, object]:
    """The rates of all services that are chosen, by their names."""
    return {
        name: rate
        for service in services()
        for name, rate in definition_of(service).rule_book.rates.items()
        if chosen(rate) and not name.startswith(SHEETS) and name not in NOT_LIMITS
    }


def everything(rate: str, on: date, people: dict, home: dict) -> dict[tuple, object]:
    """Each goal of each service that reads the rate, in each nation."""
    return {
        (service, nation, goal): value
        for service in services()
        if rate in definition_of(service).rule_book.rates
        for nation in NATIONS
        for goal, value in given_answers(service, on, people, RENTED | {"nation": nation} | home).items()
    }


LIMITS_OF_SAVINGS = rates(lambda rate: rate.unit == "GBP" and rate.of == "scalar")
SCALES = rates(lambda rate: rate.of == "band" and rate.by == ("GBP/week",))


def test_there_are_limits_and_scales():
    assert len(LIMITS_OF_SAVINGS) >= 4
    assert len(SCALES) >= 2


@pytest.mark.parametrize("on", THIS_YEAR, ids=str)
@pytest.mark.parametrize("limit", LIMITS_OF_SAVINGS)
def test_savings_of_just_a_limit_change_nothing_and_a_penny_more_does(limit, on):
    (figure,) = figures(LIMITS_OF_SAVINGS[limit], on)
    changed = set()
    for person in (PENSIONER, POORER, YOUNGER):
        under, at, over = (
            everything(limit, on, {"Ann": person}, {"savings": f"{savings:.2f}"})
            for savings in (figure - PENNY, figure, figure + PENNY)
        )
        assert under == at
        changed |= {what for what in at if at[what] != over[what]}
    assert changed, "nothing depends on this limit"


@pytest.mark.parametrize("on", THIS_YEAR, ids=str)
@pytest.mark.parametrize("scale", SCALES)
def test_a_band_begins_at_its_figure_and_not_a_penny_before(scale, on):
    for edge in figures(SCALES[scale], on):
        changed = set()
        for person, home in ((PENSIONER, {"pension_credit": "guarantee"}), (RICHER, {})):
            under, at, over = (
                everything(scale, on, {"Ann": person, "Sam": earner(income)}, home)
                for income in (edge - PENNY, edge, edge + PENNY)
            )
            assert at == over, edge
            changed |= {what for what in at if at[what] != under[what]}
        assert changed, f"nothing begins at {edge}"


def earner(income: float) -> dict:
    return {
        "role": "other_adult", "date_of_birth": "1990-01-01", "works_for_pay": True, "hours_worked": 30,
        "gross_income": f"{income:.2f}",
    }  # fmt: skip


# One whose age changes, the others of the home, and the ages at which the law changes something. Winter
# payments are by the age in a week of September, so 80 is not among them.
PRIVATE = {"tenure": "private_rent", "rent": "1000.00", "rental_area": "thanet"}
BOY = {"role": "child", "sex": "male"}
AT_SCHOOL = {"approved_education_or_training": True}
GIRL = {"role": "child", "sex": "female", "date_of_birth": "2019-02-10"}
GROWN_UP = {"role": "other_adult"}
BIRTHDAYS = {
    "claimant": ({"role": "claimant"}, {}, range(16, 91), {18, 25, 35, 66}),
    "child at school": (BOY | AT_SCHOOL, {"Ann": YOUNGER, "Bea": GIRL}, range(1, 22), {10, 20}),
    "child who left school": (BOY, {"Ann": YOUNGER, "Bea": GIRL}, range(1, 22), {10, 16}),
    "other adult": (GROWN_UP, {"Ann": YOUNGER}, range(16, 70), {18, 21}),
    "pensioner's other adult": (GROWN_UP, {"Ann": PENSIONER}, range(16, 70), {18}),
}
DAY = date(2025, 12, 10)


@pytest.mark.parametrize("who", BIRTHDAYS)
def test_what_age_changes_it_changes_on_the_birthday(who):
    somebody, others, ages, expected = BIRTHDAYS[who]
    changed = set()
    for age in ages:
        people = others | {"Sam": somebody | {"date_of_birth": f"{DAY.year - age}-12-10"}}
        home = household_of(people, PRIVATE, on=DAY)
        eve = DAY - timedelta(days=1)
        assert list(differences(home, home, eve - LONG, eve, f"{age} tomorrow")) == []
        assert list(differences(home, home, DAY, DAY + LONG, f"{age} today")) == []
        changed |= {age} if any(differences(home, home, eve, DAY, "")) else set()
    assert changed >= expected


@pytest.mark.parametrize("on", THIS_YEAR, ids=str)
def test_pay_of_just_the_limit_leaves_a_carer_the_allowance(on):
    (limit,) = figures(rates(lambda rate: rate.name == "carers_earnings_limit")["carers_earnings_limit"], on)
    carer = YOUNGER | {"hours_of_care": 35, "cared_for_gets_benefit": True, "works_for_pay": True}
    under, at, over = (
        given_answers("carers_allowance", on, {"Ann": carer | {"earnings": f"{pay:.2f}"}}, {})
        for pay in (limit - PENNY, limit, limit + PENNY)
    )
    assert under == at
    assert at["carers_allowance_of_the_family"] > over["carers_allowance_of_the_family"] == 0
