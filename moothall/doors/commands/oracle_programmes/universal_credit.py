"""Universal Credit and the benefit cap."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.doors.commands.households import definition_of
from moothall.doors.commands.oracle_allowances import MONTHLY, allowance
from moothall.doors.commands.oracle_comparison import Programme, pounds
from moothall.doors.commands.oracle_households import (
    YEARS_APART,
    Person,
    day_of,
    has_disability_benefit,
    people_of,
    weekly,
)
from moothall.doors.commands.oracle_households import pounds as in_pounds
from moothall.doors.commands.oracle_programmes import national_benefits
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Outcome

SERVICE = "universal_credit"
MONTHS = 12
TENURES = {
    "RENT_PRIVATELY": "private_rent", "RENT_FROM_COUNCIL": "social_rent", "RENT_FROM_HA": "social_rent",
    "OWNED_OUTRIGHT": "owned_outright", "OWNED_WITH_MORTGAGE": "mortgage",
}  # fmt: skip
CARING_HOURS = 35


def programmes() -> dict[str, Programme]:
    return {"universal_credit": _universal_credit(), "benefit_cap": _benefit_cap()}


def _universal_credit() -> Programme:
    return Programme(
        service=SERVICE,
        household=household,
        goals=("universal_credit",),
        ours=lambda outcome: pounds(outcome, "universal_credit", times=MONTHS),
        its=lambda row: row["outputs"]["benunits"][0]["universal_credit"],
        explained=EXPLAINED,
    )


def _benefit_cap() -> Programme:
    return Programme(
        service=SERVICE,
        household=household,
        goals=("benefit_cap_reduction",),
        ours=lambda outcome: pounds(outcome, "benefit_cap_reduction", times=MONTHS),
        its=lambda row: row["outputs"]["benunits"][0]["uc_benefit_cap_reduction"],
        explained=EXPLAINED,
    )


# What explains a disagreement: defects found here, each with the law that is with us. See docs/oracle.md.


def _couple_twenty_years_apart(row: Mapping, outcome: Outcome) -> bool:
    """It takes a partner who is twenty years younger for somebody outside the couple."""
    ages = [person.given["age"] for person in _family(row) if person.role != "child"]
    return len(ages) == 2 and abs(ages[0] - ages[1]) >= YEARS_APART


def _child_with_a_lower_rate_of_disability(row: Mapping, outcome: Outcome) -> bool:
    """It adds nothing for a child with Disability Living Allowance below the highest rate for care."""
    children = [person.given for person in _family(row) if person.role == "child"]
    return any(has_disability_benefit(one) and one["dla_sc_category"] != "HIGHER" for one in children)


def _both_of_a_couple_care(row: Mapping, outcome: Outcome) -> bool:
    """It adds one amount for carers where each of a couple cares."""
    return sum(person.given["care_hours"] >= CARING_HOURS for person in _family(row)) > 1


def _renter_with_a_benefit_for_care(row: Mapping, outcome: Outcome) -> bool:
    """It expects rent from another adult although a renter gets a benefit for care."""
    renters = [person.given for person in _family(row) if person.role != "child"]
    return _has_other_adults(row) and any(has_disability_benefit(one) for one in renters)


def _bedroom_of_another_adult(row: Mapping, outcome: Outcome) -> bool:
    """It counts no bedroom for another adult."""
    return row["inputs"]["tenure_type"] == "RENT_PRIVATELY" and _has_other_adults(row)


def _bedroom_of_a_young_person(row: Mapping, outcome: Outcome) -> bool:
    """It lets a young person of 16 or 17 share a bedroom like a child."""
    young = any(person.role == "child" and person.given["age"] >= 16 for person in _family(row))
    return row["inputs"]["tenure_type"] == "RENT_PRIVATELY" and young


def _earns_and_has_a_pension(row: Mapping, outcome: Outcome) -> bool:
    """It takes the tax on earnings as if there were no pension; we share the tax between the two."""
    return any(
        person.given["private_pension_income"] > 0
        and person.given["employment_income"] + person.given["self_employment_income"] > 0
        for person in _family(row)
    )


EXPLAINED = (
    ("couple_twenty_years_apart", _couple_twenty_years_apart),
    ("child_with_a_lower_rate_of_disability", _child_with_a_lower_rate_of_disability),
    ("both_of_a_couple_care", _both_of_a_couple_care),
    ("renter_with_a_benefit_for_care", _renter_with_a_benefit_for_care),
    ("bedroom_of_another_adult", _bedroom_of_another_adult),
    ("bedroom_of_a_young_person", _bedroom_of_a_young_person),
    ("earns_and_has_a_pension", _earns_and_has_a_pension),
    # Where the tax of a couple is another, what is left of earnings is another too.
    *(one for one in national_benefits.programmes()["income_tax"].explained if "marriage" in one[0]),
)


def _family(row: Mapping) -> list[Person]:
    return [person for person in people_of(row) if person.unit == 0]


def _has_other_adults(row: Mapping) -> bool:
    return any(person.unit > 0 for person in people_of(row))


# How a row is read


def household(row: Mapping) -> dict:
    """The household with the facts of Universal Credit. Raises NoAllowances without the list of rates."""
    plain = _without_allowance(row)
    if row["inputs"]["tenure_type"] == "RENT_PRIVATELY":
        plain["household"]["local_housing_allowance"] = _allowance(row, plain)
    return plain


def _without_allowance(row: Mapping) -> dict:
    plain = national_benefits.household(row)
    given = row["inputs"]
    tenure = TENURES[given["tenure_type"]]
    plain["household"] |= {
        "tenure": tenure,
        "rent": in_pounds(given["rent"] / MONTHS),
        "savings": in_pounds(given["savings"] * _share_of_savings(row)),
        # The oracle has no size criteria for social rent: a home of one bedroom is never too large.
        "bedrooms": 1,
        "further_bedrooms": 0,
        "rental_area": "another",
        "lives_in_london": given["region"] == "LONDON",
        "outside_the_cap": "none",
    }
    lead = _lead_carer(row)
    for person, entry in zip(people_of(row), plain["families"][0]["people"], strict=True):
        entry["facts"] |= _facts(person, row, lead)
    return plain


def _facts(person: Person, row: Mapping, lead: str | None) -> dict:
    given = person.given
    if person.role == "child":
        return {
            "sex": given["gender"].lower(),
            "childcare_costs": in_pounds(given["childcare_expenses"] / MONTHS),
            "two_child_limit_exception": "none",
        }
    paid_for_caring = person.found["carers_allowance"] + person.found["carer_support_payment"]
    if person.role == "other_adult":
        return {"responsible_for_child_under_5": False, "carers_allowance": paid_for_caring > 0}
    requirements, hours = _work_expected(person, row, is_lead=person.id == lead)
    # It has no date of the decision, and always takes the protected amount.
    found_ill = given["uc_limited_capability_for_WRA"]
    return {
        "work_capability": "no_activity_protected" if found_ill else "no_decision",
        "other_income": weekly(paid_for_caring),
        "not_only_shared_rate": False,
        # It knows no start-up period.
        "self_employed_over_a_year": given["self_employment_income"] > 0,
        "work_requirements": requirements,
        "expected_hours": hours,
    }


def _share_of_savings(row: Mapping) -> float:
    """It shares the household's savings between its families by the number of adults."""
    adults = [person for person in people_of(row) if person.role != "child"]
    return sum(person.unit == 0 for person in adults) / len(adults)


def _lead_carer(row: Mapping) -> str | None:
    """Who of a couple is asked less because of the children. It takes the one who works fewer hours."""
    family = _family(row)
    adults = [person for person in family if person.role != "child"]
    if len(adults) == len(family):
        return None
    return min(adults, key=lambda one: (one.given["hours_worked"], one.role == "claimant")).id


def _work_expected(person: Person, row: Mapping, *, is_lead: bool) -> tuple[str, int]:
    given = person.given
    if (
        given["uc_limited_capability_for_WRA"]
        or given["care_hours"] >= CARING_HOURS
        or person.found["is_SP_age"]
    ):
        return "nothing", 0
    youngest = min((one.given["age"] for one in people_of(row) if one.role == "child"), default=99)
    if not is_lead or youngest >= 13:
        return "look_for_work", 35
    if youngest < 1:
        return "nothing", 0
    return ("prepare", 0) if youngest < 3 else ("look_for_work", 30)


def _allowance(row: Mapping, plain: Mapping) -> str:
    """The month's Local Housing Allowance of the row's area, for the bedrooms that our own rules count."""
    on = day_of(row)
    definition = definition_of(SERVICE)
    circumstances = Circumstances.from_dict(plain, definition.vocabulary, today=on)
    found = definition.rules_on(on).work_out(["bedrooms_of_the_allowance"], circumstances)
    bedrooms = int(found["bedrooms_of_the_allowance"].value)
    return allowance(year=str(on.year), area=row["inputs"]["brma"], bedrooms=bedrooms, rate=MONTHLY)
