"""Council tax reduction for pension age in England, and the single-adult discount of three nations."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.doors.commands.oracle_comparison import Programme, pounds
from moothall.doors.commands.oracle_households import (
    YEARS_APART,
    has_disability_benefit,
    is_of_pension_age,
    nation_of,
    pension_credit_of,
)
from moothall.engines.rules import NotCovered, Outcome, Settled

SERVICE = "council_tax_reduction"
# The oracle's year is 52 weeks, so our amounts for the days of a year are compared by this share of them.
ITS_SHARE_OF_OUR_YEAR = 364 / 365


def programmes() -> dict[str, Programme]:
    return {"council_tax_reduction": _reduction(), "single_adult_discount": _discount()}


def _reduction() -> Programme:
    return Programme(
        service=SERVICE,
        goals=("council_tax_reduction_yearly", "non_dependant_deductions", "rebate_is_more"),
        ours=lambda outcome: pounds(outcome, "council_tax_reduction_yearly", times=ITS_SHARE_OF_OUR_YEAR),
        its=lambda row: row["outputs"]["council_tax_reduction"],
        left_out=(
            ("outside_england", _outside_england),
            ("local_scheme_decides", lambda row, outcome: not is_of_pension_age(row)),
            ("another_adult_is_expected_to_pay", another_adult_is_expected_to_pay),
            ("savings_give_income", savings_give_income),
        ),
        explained=(
            ("couple_twenty_years_apart", couple_twenty_years_apart),
            ("earns_and_is_disabled_or_a_carer", earns_and_is_disabled_or_a_carer),
            ("second_adult_rebate", _second_adult_rebate),
        ),
    )


def _discount() -> Programme:
    return Programme(
        service=SERVICE,
        goals=("single_adult_discount",),
        ours=lambda outcome: pounds(outcome, "single_adult_discount", times=ITS_SHARE_OF_OUR_YEAR),
        its=lambda row: round(row["inputs"]["council_tax_gross"] - row["inputs"]["council_tax"], 2),
    )


# The rules that leave a household out. The first two say that the oracle has no such scheme; the next two
# are defects that its own README states. The others explain a disagreement that stays in the list: defects
# found here, each with the law that is with us. See docs/oracle.md.


def _outside_england(row: Mapping, outcome: Outcome) -> bool:
    return nation_of(row) != "england"


def another_adult_is_expected_to_pay(
    row: Mapping, outcome: Outcome, *, goal: str = "non_dependant_deductions"
) -> bool:
    """It takes housing benefit's scale for other adults and not the scheme's own."""
    due = outcome[goal]
    its = _family(row)["council_tax_reduction_non_dep_deductions"]
    return its > 0 or (isinstance(due, Settled) and due.value > 0)


def savings_give_income(row: Mapping, outcome: Outcome) -> bool:
    """It counts no income for savings between 10,000 and 16,000."""
    return pension_credit_of(_family(row)) == "none" and 10_000 < row["inputs"]["savings"] <= 16_000


def couple_twenty_years_apart(row: Mapping, outcome: Outcome) -> bool:
    """It takes a partner who is twenty years younger for somebody outside the couple."""
    ages = [person["age"] for person in row["inputs"]["benunits"][0]["people"] if person["age"] >= 18]
    apart = len(ages) == 2 and abs(ages[0] - ages[1]) >= YEARS_APART
    return apart and pension_credit_of(_family(row)) != "guarantee"


def earns_and_is_disabled_or_a_carer(row: Mapping, outcome: Outcome) -> bool:
    """It leaves out 5 or 10 pounds of earnings where the law leaves out 20."""
    people = row["inputs"]["benunits"][0]["people"]
    earns = any(person["employment_income"] + person["self_employment_income"] > 0 for person in people)
    more = any(has_disability_benefit(person) or person["care_hours"] >= 35 for person in people)
    return earns and more and pension_credit_of(_family(row)) != "guarantee"


def _second_adult_rebate(row: Mapping, outcome: Outcome) -> bool:
    """It has no second adult rebate, of which the law gives the greater."""
    more = outcome["rebate_is_more"]
    return isinstance(more, NotCovered) or (isinstance(more, Settled) and bool(more.value))


def _family(row: Mapping) -> Mapping:
    return row["outputs"]["benunits"][0]
