"""Housing Benefit for people of pension age, each week times 52."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.doors.commands.households import definition_of
from moothall.doors.commands.oracle_allowances import allowance
from moothall.doors.commands.oracle_comparison import Amounts, Programme, pounds
from moothall.doors.commands.oracle_households import day_of, has_disability_benefit, people_of
from moothall.doors.commands.oracle_households import pounds as in_pounds
from moothall.doors.commands.oracle_programmes import pension_credit
from moothall.engines.facts import Circumstances
from moothall.engines.rules import NotCovered, Outcome

SERVICE = "housing_benefit"
MONTHS = 12
TENURES = {
    "RENT_PRIVATELY": "private_rent", "RENT_FROM_COUNCIL": "social_rent", "RENT_FROM_HA": "social_rent",
    "OWNED_OUTRIGHT": "owned_outright", "OWNED_WITH_MORTGAGE": "mortgage",
}  # fmt: skip


def programmes() -> dict[str, Programme]:
    return {SERVICE: _housing_benefit()}


def _housing_benefit() -> Programme:
    return Programme(
        service=SERVICE,
        goals=(SERVICE,),
        household=household,
        ours=lambda outcome: pounds(outcome, SERVICE, times=52),
        its=_its,
        left_out=(("below_pension_age", _below_pension_age),),
        explained=(
            ("couple_twenty_years_apart", pension_credit.couple_twenty_years_apart),
            ("renter_with_a_benefit_for_care", _renter_with_a_benefit_for_care),
            ("other_adult_with_universal_credit", _other_adult_with_universal_credit),
            ("works_16_hours_and_is_disabled", _works_16_hours_and_is_disabled),
        ),
    )


def household(row: Mapping) -> dict:
    """The row with the facts of the home. Raises NoAllowances without the published list of rates."""
    plain = pension_credit.household(row)
    plain["household"] |= {
        "tenure": TENURES[row["inputs"]["tenure_type"]],
        "rent": in_pounds(row["inputs"]["rent"] / MONTHS),
        # Its housing benefit shares the savings among all adults of a home; its pension credit does not.
        "savings": in_pounds(row["inputs"]["savings"] * _share_of_savings(row)),
        "rental_area": "another",
        "shares_rooms_with_others": False,
        "further_bedrooms": 0,
    }
    for person, entry in zip(people_of(row), plain["families"][0]["people"], strict=True):
        entry["facts"] |= {"sex": person.given["gender"].lower()}
    if row["inputs"]["tenure_type"] == "RENT_PRIVATELY":
        year, area = str(day_of(row).year), row["inputs"]["brma"]
        rate = allowance(year=year, area=area, bedrooms=_bedrooms(row, plain))
        plain["household"]["local_housing_allowance_weekly"] = rate
    return plain


def _bedrooms(row: Mapping, plain: Mapping) -> int:
    """The bedrooms that our own rules count."""
    definition, on = definition_of(SERVICE), day_of(row)
    circumstances = Circumstances.from_dict(plain, definition.vocabulary, today=on)
    goal = "bedrooms_for_the_allowance"
    return int(definition.rules_on(on).work_out([goal], circumstances)[goal].value)


def _share_of_savings(row: Mapping) -> float:
    adults = [person for person in people_of(row) if person.role != "child"]
    return sum(person.unit == 0 for person in adults) / len(adults)


def _its(row: Mapping) -> Amounts:
    return row["outputs"]["benunits"][0]["housing_benefit"]


def _below_pension_age(row: Mapping, outcome: Outcome) -> bool:
    """Ours has no rules for working age, and the oracle no claim: legacy benefits are all 0 (its README)."""
    return isinstance(outcome[SERVICE], NotCovered) and _its(row) == 0


# What explains a disagreement: defects found here, each with the law that is with us. See docs/oracle.md.


def _renter_with_a_benefit_for_care(row: Mapping, outcome: Outcome) -> bool:
    """It expects rent from another adult although a renter gets a benefit for care (reg 55(6))."""
    found = row["outputs"]["benunits"][0]["housing_benefit_non_dep_deductions"]
    renters = (person.given for person in people_of(row) if person.role in ("claimant", "partner"))
    return found > 0 and any(has_disability_benefit(one) for one in renters)


def _other_adult_with_universal_credit(row: Mapping, outcome: Outcome) -> bool:
    """It expects nothing at 25 or older, and leaves Universal Credit out of gross income (reg 55)."""
    return any(unit["universal_credit"] > 0 for unit in row["outputs"]["benunits"][1:])


def _works_16_hours_and_is_disabled(row: Mapping, outcome: Outcome) -> bool:
    """It does not leave out the further 17.10 of pay (Sch 4 para 9(2)(b)(iv))."""
    renters = [person.given for person in people_of(row) if person.role in ("claimant", "partner")]
    works = any(one["hours_worked"] >= 16 * 52 for one in renters)
    return works and any(map(has_disability_benefit, renters))
