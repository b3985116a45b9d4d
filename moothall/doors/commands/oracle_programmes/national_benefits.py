"""Tax, and the benefits of the whole country: for children, for carers, for the winter, and in Scotland."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.doors.commands.oracle_comparison import Programme, pounds, pounds_of_each
from moothall.doors.commands.oracle_households import (
    YEARS_APART,
    Person,
    day_of,
    nation_of,
    people_of,
    weekly,
    with_facts,
)
from moothall.engines.rules import Outcome

WEEKS = 52
# Somebody with less than this and a spouse with more can give Marriage Allowance at no cost or at some.
ALLOWANCE, TRANSFERRED = 12_570, 1_260
BASIC_RATE_TO, SCOTTISH_INTERMEDIATE_TO = 50_270, 43_662
HOURS_OF_CARE = 35
CARER_SUPPLEMENT = 11.70
# The Sunday of the third full week of September, by the year in which the tax year begins.
WINTER_WEEK_ENDS = {2025: 20250921, 2026: 20260927}
# A week, by the year in which the tax year begins.
SCOTTISH_CHILD_PAYMENT = {2025: 27.15, 2026: 28.20}
# Everything that the oracle's sum of benefits holds and that has an output of its own.
OF_A_FAMILY = ("universal_credit", "pension_credit", "housing_benefit", "child_benefit")
OF_A_PERSON = (
    "state_pension", "carers_allowance", "carer_support_payment", "pip", "dla", "attendance_allowance",
    "winter_fuel_payment",
)  # fmt: skip


def programmes() -> dict[str, Programme]:
    return {
        "child_benefit": Programme(
            service="child_benefit",
            household=household,
            goals=("child_benefit",),
            ours=lambda outcome: pounds(outcome, "child_benefit", times=WEEKS),
            its=lambda row: row["outputs"]["benunits"][0]["child_benefit"],
        ),
        "child_benefit_charge": Programme(
            service="child_benefit",
            household=household,
            goals=("child_benefit_charge",),
            ours=lambda outcome: pounds_of_each(outcome, "child_benefit_charge"),
            its=lambda row: [person.found["CB_HITC"] for person in _grown_up(row)],
        ),
        "carers_allowance": Programme(
            service="carers_allowance",
            household=household,
            goals=("carers_allowance_paid",),
            ours=lambda outcome: pounds_of_each(outcome, "carers_allowance_paid", times=WEEKS),
            its=lambda row: [_carers_allowance(person) for person in _grown_up(row)],
            explained=(("both_of_a_couple_care", _both_of_a_couple_care),),
        ),
        "winter_fuel": Programme(
            service="winter_fuel_payment",
            household=household,
            goals=("winter_payment",),
            ours=lambda outcome: pounds_of_each(outcome, "winter_payment"),
            its=lambda row: [person.found["winter_fuel_payment"] for person in _grown_up(row)],
            left_out=(("scotland_has_its_own", lambda row, outcome: nation_of(row) == "scotland"),),
            explained=(("birthday_after_the_week_in_september", _birthday_after_the_week),),
        ),
        "income_tax": Programme(
            service="income_tax_and_national_insurance",
            household=household,
            goals=("income_tax_with_charges",),
            ours=lambda outcome: pounds_of_each(outcome, "income_tax_with_charges"),
            its=lambda row: [person.found["income_tax"] for person in _grown_up(row)],
            explained=(
                ("couple_twenty_years_apart", _couple_twenty_years_apart),
                ("marriage_allowance_in_part", _marriage_allowance_in_part),
                ("marriage_allowance_in_scotland", _marriage_allowance_in_scotland),
            ),
        ),
        "national_insurance": Programme(
            service="income_tax_and_national_insurance",
            household=household,
            goals=("national_insurance",),
            ours=lambda outcome: pounds_of_each(outcome, "national_insurance"),
            its=lambda row: [person.found["national_insurance"] for person in _grown_up(row)],
        ),
        "scottish_child_payment": Programme(
            service="scottish_child_payment",
            household=household,
            goals=("scottish_child_payment",),
            ours=lambda outcome: pounds(outcome, "scottish_child_payment", times=WEEKS),
            its=lambda row: _scottish_sum(row)[0],
            left_out=(_OUTSIDE_SCOTLAND,),
            explained=_BESIDE_IT,
        ),
        "winter_heating_in_scotland": Programme(
            service="winter_fuel_payment",
            household=household,
            goals=("winter_fuel_payment",),
            ours=lambda outcome: pounds(outcome, "winter_fuel_payment"),
            its=lambda row: _scottish_sum(row)[1],
            left_out=(_OUTSIDE_SCOTLAND,),
            explained=_BESIDE_IT,
        ),
    }


def household(row: Mapping) -> dict:
    """The household with the facts of tax, care and education that the oracle was given."""
    marriage_allowance = _marriage_allowance(row)

    def facts(person: Person) -> dict:
        if person.role == "child":
            return {"approved_education_or_training": person.given["current_education"] == "UPPER_SECONDARY"}
        given, found = person.given, person.found
        earned = given["employment_income"] + given["self_employment_income"]
        return {
            "works_for_pay": earned > 0,
            "earnings": weekly(earned),
            "self_employed_profit": weekly(given["self_employment_income"]),
            "pension_contributions": "0.00",
            "state_pension": weekly(found["state_pension"]),
            "private_pension": weekly(given["private_pension_income"]),
            "other_taxable_income": weekly(_carers_allowance(person) + _supplement(row, person)),
            "marriage_allowance": marriage_allowance.get(person.id, "none"),
            "hours_of_care": given["care_hours"],
            # The oracle does not check who is cared for, nor whether the carer studies.
            "cared_for_gets_benefit": True,
            "in_full_time_education": False,
            "earnings_replacement_benefits": "0.00",
        }

    return with_facts(row, of=facts)


def _grown_up(row: Mapping) -> list[Person]:
    return [person for person in people_of(row) if person.role != "child"]


def _couple(row: Mapping) -> list[Person]:
    return [person for person in people_of(row) if person.role in ("claimant", "partner")]


def _carers_allowance(person: Person) -> float:
    return person.found["carers_allowance"] + person.found["carer_support_payment"]


def _income(person: Person) -> float:
    given = person.given
    earned = given["employment_income"] + given["self_employment_income"]
    pensions = given["private_pension_income"] + person.found["state_pension"]
    return earned + pensions + _carers_allowance(person)


def _marriage_allowance(row: Mapping) -> dict[str, str]:
    """Who gives it and who gets it: the oracle lets every married couple have it that could."""
    couple = _couple(row)
    if len(couple) < 2 or not row["inputs"]["benunits"][0]["is_married"]:
        return {}
    giver, getter = sorted(couple, key=_income)
    most = SCOTTISH_INTERMEDIATE_TO if nation_of(row) == "scotland" else BASIC_RATE_TO
    if _income(giver) < ALLOWANCE < _income(getter) <= most:
        return {giver.id: "gives", getter.id: "gets"}
    return {}


def _marriage_allowance_in_part(row: Mapping, outcome: Outcome) -> bool:
    """It moves what is left of the giver's allowance, where the law moves the whole 1,260 pounds."""
    gives = [id for id, way in _marriage_allowance(row).items() if way == "gives"]
    return any(_income(one) > ALLOWANCE - TRANSFERRED for one in people_of(row) if one.id in gives)


def _marriage_allowance_in_scotland(row: Mapping, outcome: Outcome) -> bool:
    """It takes the rate that the income reaches, where the law takes the Scottish basic rate."""
    return nation_of(row) == "scotland" and "gets" in _marriage_allowance(row).values()


def _couple_twenty_years_apart(row: Mapping, outcome: Outcome) -> bool:
    """It takes a partner who is twenty years younger for somebody outside the couple."""
    ages = [person.given["age"] for person in _couple(row)]
    return len(ages) == 2 and abs(ages[0] - ages[1]) >= YEARS_APART


def _both_of_a_couple_care(row: Mapping, outcome: Outcome) -> bool:
    """It pays one carer of a family, where the law pays each carer for one person cared for."""
    return sum(person.given["care_hours"] >= HOURS_OF_CARE for person in _couple(row)) > 1


def _birthday_after_the_week(row: Mapping, outcome: Outcome) -> bool:
    """It takes ages on 6 October; the law takes those of the third full week of September."""
    last_born = WINTER_WEEK_ENDS[day_of(row).year]
    born = [int(person.found["date_of_birth"]) for person in _grown_up(row)]
    return any(last_born < one + years * 10_000 <= last_born + 100 for one in born for years in (66, 80))


def _scottish_sum(row: Mapping) -> tuple[float, float]:
    """(Scottish Child Payment, other payments of Scotland) out of the oracle's sum of benefits, a year.

    Its output `scottish_child_payment` is not the family's own (docs/oracle.md), so the sum is read: what it
    holds beside everything that has an output of its own is whole Scottish Child Payments and a rest.
    """
    found = row["outputs"]
    known = found["council_tax_reduction"]
    for unit in found["benunits"]:
        known += sum(unit[name] for name in OF_A_FAMILY)
        known += sum(person[name] for person in unit["people"] for name in OF_A_PERSON)
    rest = found["household_benefits"] - known
    one = SCOTTISH_CHILD_PAYMENT[day_of(row).year] * WEEKS
    whole = int((rest + 0.5) // one)
    return round(whole * one, 2), round(rest - whole * one, 2)


def _tax_free_childcare(row: Mapping, outcome: Outcome) -> bool:
    """The sum holds Tax-Free Childcare, which has no output of its own and excludes Universal Credit."""
    paid = any(one["childcare_expenses"] > 0 for unit in row["inputs"]["benunits"] for one in unit["people"])
    return paid and not any(unit["universal_credit"] for unit in row["outputs"]["benunits"])


def _carer_supplement(row: Mapping, outcome: Outcome) -> bool:
    """From 2026-27 the sum holds the Scottish Carer Supplement, which has no output of its own."""
    return any(_supplement(row, person) for person in _grown_up(row))


def _supplement(row: Mapping, person: Person) -> float:
    """Scottish Carer Supplement in a year, given also where State Pension keeps the rest from being paid."""
    cares = person.given["care_hours"] >= HOURS_OF_CARE
    entitled = person.found["carer_support_payment"] > 0 or person.found["is_SP_age"]
    scottish = nation_of(row) == "scotland" and day_of(row).year >= 2026
    return CARER_SUPPLEMENT * WEEKS if scottish and cares and entitled else 0


_OUTSIDE_SCOTLAND = ("outside_scotland", lambda row, outcome: nation_of(row) != "scotland")
_BESIDE_IT = (
    ("tax_free_childcare_in_the_sum", _tax_free_childcare),
    ("carer_supplement_in_the_sum", _carer_supplement),
)
