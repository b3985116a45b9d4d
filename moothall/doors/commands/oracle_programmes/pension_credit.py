"""Pension Credit: guarantee credit and savings credit, each week times 52."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.doors.commands.oracle_comparison import Amounts, Programme, pounds
from moothall.doors.commands.oracle_households import YEARS_APART, Person, weekly, with_facts
from moothall.engines.rules import Outcome

GOALS = ("pension_credit_due", "guarantee_credit", "savings_credit_due")
# Born before these days, people had reached State Pension age before 6 April 2016 (Pensions Act 1995 Sch 4).
BORN_BEFORE = {"MALE": 19510406, "FEMALE": 19530406}
# Who earns more pounds a week after tax is not entitled to Carer's Allowance (SI 1976/409 reg 8).
CARER_MAY_EARN = {"2025": 196, "2026": 204}


def programmes() -> dict[str, Programme]:
    return {"pension_credit": _pension_credit()}


def _pension_credit() -> Programme:
    return Programme(
        service="pension_credit",
        goals=GOALS,
        household=household,
        ours=_ours,
        its=_its,
        explained=(
            ("couple_twenty_years_apart", couple_twenty_years_apart),
            ("one_of_a_couple_reached_before_april_2016", _one_reached_before_april_2016),
        ),
    )


def household(row: Mapping) -> dict:
    """The row with the facts that only Pension Credit and pension-age Housing Benefit read."""
    # The oracle knows no awards of earlier years.
    earlier = {"pension_age_award_since_may_2019": False, "savings_credit_since_april_2016": False}
    may_earn = CARER_MAY_EARN[row["tax_year"][:4]]
    return with_facts(row, household=earlier, of=lambda person: _of_a_person(person, may_earn))


def _of_a_person(person: Person, may_earn: float) -> Mapping:
    if person.role not in ("claimant", "partner"):
        return {}
    after_tax = float(person.facts["earnings"]) - float(person.facts["tax_on_earnings"])
    return {
        "pension_age_before_april_2016": _reached_before_april_2016(person.given, person.found),
        "carers_allowance": person.facts["carers_allowance"] and after_tax <= may_earn,
        "other_income": weekly(person.found["carers_allowance"] + person.found["carer_support_payment"]),
    }


def _reached_before_april_2016(given: Mapping, found: Mapping) -> bool:
    return found["date_of_birth"] < BORN_BEFORE[given["gender"]]


def _ours(outcome: Outcome) -> Amounts:
    return pounds(outcome, "pension_credit_due", times=52)


def _its(row: Mapping) -> Amounts:
    return row["outputs"]["benunits"][0]["pension_credit"]


def couple_twenty_years_apart(row: Mapping, outcome: Outcome) -> bool:
    """It takes a partner who is twenty years younger for somebody outside the couple."""
    ages = [person["age"] for person in row["inputs"]["benunits"][0]["people"] if person["age"] >= 18]
    return len(ages) == 2 and abs(ages[0] - ages[1]) >= YEARS_APART


def _one_reached_before_april_2016(row: Mapping, outcome: Outcome) -> bool:
    """It gives savings credit to a couple of whom one reached pension age before 6 April 2016 (reg 7A)."""
    family, found = row["inputs"]["benunits"][0]["people"], row["outputs"]["benunits"][0]
    pairs = zip(family, found["people"], strict=True)
    before = {_reached_before_april_2016(given, one) for given, one in pairs if given["age"] >= 18}
    return before == {True, False} and found["savings_credit"] > 0
