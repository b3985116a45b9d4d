"""Invented households of people of pension age, for the properties of Pension Credit and Housing Benefit."""

from datetime import date

from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances

BENEFITS = [
    "none", "none", "attendance_allowance", "dla_care_lowest", "dla_care_highest", "pip_mobility_only",
]  # fmt: skip
DAYS = st.sampled_from(
    [date(2025, 4, 7), date(2025, 10, 6), date(2026, 4, 5), date(2026, 4, 6), date(2027, 3, 31)]
)


def pounds(most):
    return st.integers(0, most * 100).map(lambda pence: f"{pence // 100}.{pence % 100:02d}")


def person(role):
    years = (2006, 2025) if role == "child" else (1925, 2000) if role == "other_adult" else (1930, 1965)
    born = st.dates(date(years[0], 1, 1), date(years[1], 1, 1)).map(date.isoformat)
    return st.fixed_dictionaries(
        {
            "role": st.just(role),
            "date_of_birth": born,
            "works_for_pay": st.booleans(),
            "earnings": pounds(400),
            "tax_on_earnings": pounds(60),
            "pension_contributions": pounds(40),
            "hours_worked": st.integers(0, 50),
            "state_pension": pounds(250),
            "private_pension": pounds(200),
            "tax_on_pensions": pounds(30),
            "other_income": pounds(50),
            "war_pension": pounds(50),
            "gross_income": pounds(800),
            "sex": st.sampled_from(["female", "male"]),
            "not_counted_because": st.sampled_from(["none", "none", "full_time_student", "carer"]),
            "disability_benefit": st.sampled_from(BENEFITS),
            "severely_sight_impaired": st.booleans(),
            "carers_allowance": st.booleans(),
            "carer_is_paid": st.booleans(),
            "pension_age_before_april_2016": st.booleans(),
            "income_related_benefit": st.sampled_from(["none", "income_support", "pension_credit"]),
            "counted_with_partner": st.booleans(),
        }
    )


@st.composite
def households(draw):
    roles = ["claimant", *draw(st.lists(st.sampled_from(["child", "other_adult"]), max_size=4))]
    if draw(st.booleans()):
        roles.append("partner")
    people = [{"id": f"p{n}", "facts": draw(person(role))} for n, role in enumerate(roles)]
    household = {
        "nation": draw(st.sampled_from(["england", "wales", "scotland"])),
        "working_age_benefit": False,
        "pension_credit": draw(st.sampled_from(["none", "none", "guarantee", "savings_only"])),
        "assessed_income": draw(pounds(400)),
        "savings_credit": draw(pounds(20)),
        "savings": draw(pounds(20000)),
        "pension_age_award_since_may_2019": draw(st.booleans()),
        "savings_credit_since_april_2016": draw(st.booleans()),
        "tenure": draw(st.sampled_from(["social_rent", "private_rent", "owned_outright"])),
        "rent": draw(pounds(2000)),
        "rental_area": draw(st.sampled_from(["canterbury", "another"])),
        "local_housing_allowance_weekly": draw(pounds(300)),
        "shares_rooms_with_others": draw(st.booleans()),
        "further_bedrooms": draw(st.integers(0, 2)),
    }
    return {"household": household, "families": [{"id": "family1", "people": people}]}


def worked_out(service, plain, on):
    """(the rules of the day, what is known)."""
    definition = definition_of(service)
    return definition.rules_on(on), Circumstances.from_dict(plain, definition.vocabulary, today=on)
