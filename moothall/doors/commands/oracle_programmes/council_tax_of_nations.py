"""Council tax reduction in Wales and in Scotland.

The oracle has no scheme of either below State Pension age: it takes Housing Benefit's allowance for one or
two adults as what everybody needs, whatever their children, counts the whole of Universal Credit as income,
its rent as well, and leaves out no pay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from moothall.doors.commands.oracle_comparison import Programme, pounds
from moothall.doors.commands.oracle_households import nation_of, plain_household
from moothall.doors.commands.oracle_programmes import universal_credit
from moothall.doors.commands.oracle_programmes.council_tax import (
    another_adult_is_expected_to_pay,
    couple_twenty_years_apart,
    earns_and_is_disabled_or_a_carer,
    savings_give_income,
)
from moothall.engines.rules import NotCovered, Outcome

WEEKS = 52


def programmes() -> dict[str, Programme]:
    return {
        "council_tax_reduction_wales": _of(
            "wales", below=(_needs_are_those_of_universal_credit, _wales_has_needs_of_its_own)
        ),
        "council_tax_reduction_scotland": _of(
            "scotland",
            below=(
                _little_of_universal_credit_is_income,
                _bands_e_to_h_below_pension_age,
                _pay_is_left_out_in_scotland,
            ),
        ),
    }


def _of(nation: str, *, below: tuple[Callable, ...] = ()) -> Programme:
    goal, expected = f"council_tax_reduction_{nation}", f"expected_from_adults_in_{nation}"

    def elsewhere(row: Mapping, outcome: Outcome) -> bool:
        return nation_of(row) != nation

    def not_worked_out_here(row: Mapping, outcome: Outcome) -> bool:
        return not _is_pensioner(row) and isinstance(outcome[goal], NotCovered)

    def others_pay(row: Mapping, outcome: Outcome) -> bool:
        return another_adult_is_expected_to_pay(row, outcome, goal=expected)

    return Programme(
        service=goal,
        household=_household,
        goals=(goal, expected),
        ours=lambda outcome: pounds(outcome, goal, times=WEEKS),
        its=lambda row: row["outputs"]["council_tax_reduction"],
        left_out=(
            ("elsewhere", elsewhere),
            ("not_worked_out_here", not_worked_out_here),
            ("another_adult_is_expected_to_pay", others_pay),
            ("savings_give_income", _savings_give_a_pensioner_income),
        ),
        explained=(
            ("couple_twenty_years_apart", couple_twenty_years_apart),
            ("earns_and_is_disabled_or_a_carer", _pensioner_earns_and_is_disabled_or_a_carer),
            *((one.__name__.strip("_"), one) for one in below),
        ),
    )


def _savings_give_a_pensioner_income(row: Mapping, outcome: Outcome) -> bool:
    return _is_pensioner(row) and savings_give_income(row, outcome)


def _pensioner_earns_and_is_disabled_or_a_carer(row: Mapping, outcome: Outcome) -> bool:
    return _is_pensioner(row) and earns_and_is_disabled_or_a_carer(row, outcome)


def _needs_are_those_of_universal_credit(row: Mapping, outcome: Outcome) -> bool:
    """It does not take the maximum amount of Universal Credit for what the law of Wales says is needed."""
    return _gets_universal_credit(row)


def _wales_has_needs_of_its_own(row: Mapping, outcome: Outcome) -> bool:
    """It takes the amounts of Housing Benefit, which are lower than those of Wales, and leaves out no pay."""
    return not _is_pensioner(row) and not _gets_universal_credit(row)


def _little_of_universal_credit_is_income(row: Mapping, outcome: Outcome) -> bool:
    """It counts all of Universal Credit, where Scotland counts the amounts for children and child care."""
    return _gets_universal_credit(row)


def _bands_e_to_h_below_pension_age(row: Mapping, outcome: Outcome) -> bool:
    """It knows no reduction for bands E to H."""
    return not _is_pensioner(row) and row["inputs"]["council_tax_band"] in ("E", "F", "G", "H")


def _pay_is_left_out_in_scotland(row: Mapping, outcome: Outcome) -> bool:
    """It leaves out no part of pay below State Pension age."""
    people = row["inputs"]["benunits"][0]["people"]
    earns = any(one["employment_income"] + one["self_employment_income"] > 0 for one in people)
    return not _is_pensioner(row) and earns


def _gets_universal_credit(row: Mapping) -> bool:
    return row["outputs"]["benunits"][0]["universal_credit"] > 0


def _is_pensioner(row: Mapping) -> bool:
    return row["outputs"]["benunits"][0]["council_tax_reduction_pensioner"]


def _household(row: Mapping) -> dict:
    """Below State Pension age with the facts of Universal Credit."""
    plain = plain_household(row) if _is_pensioner(row) else universal_credit.household(row)
    plain["household"]["council_tax_valuation_band"] = row["inputs"]["council_tax_band"].lower()
    return plain
