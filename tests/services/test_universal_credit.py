"""Universal Credit: what holds for every household, and both sides of each birthday."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Needs, Settled

DAYS = (date(2025, 10, 6), date(2026, 4, 6), date(2026, 10, 6))
GOALS = ["universal_credit", "award_before_the_cap", "maximum_amount", "benefit_cap_reduction"]
DISABILITY = (
    "none", "none", "pip_daily_living_standard", "pip_daily_living_enhanced", "pip_mobility_only",
    "dla_care_lowest", "dla_care_middle", "dla_care_highest", "attendance_allowance",
)  # fmt: skip


def pounds(most, least=0):
    return st.integers(least * 100, most * 100).map(lambda pence: f"{pence / 100:.2f}")


def births(first, last):
    return st.dates(date(first, 1, 1), date(last, 12, 28)).map(str)


HOUSEHOLD = st.fixed_dictionaries(
    {
        "nation": st.sampled_from(("england", "wales", "scotland")),
        "savings": pounds(17_000),
        "tenure": st.sampled_from(("social_rent", "private_rent", "private_rent", "mortgage", "no_rent")),
        "rent": pounds(2_500),
        "bedrooms": st.integers(0, 6),
        "further_bedrooms": st.integers(0, 1),
        "rental_area": st.sampled_from(("ashford", "canterbury", "dover_shepway", "thanet", "another")),
        "local_housing_allowance": pounds(2_000),
        "lives_in_london": st.booleans(),
        "outside_the_cap": st.sampled_from(("none", "none", "grace_period")),
    }
)
ADULT = st.fixed_dictionaries(
    {
        "date_of_birth": births(1955, 2005),
        "works_for_pay": st.booleans(),
        "earnings": pounds(900),
        "self_employed_profit": st.sampled_from(("0.00", "0.00", "80.00")),
        "pension_contributions": pounds(40),
        "state_pension": st.sampled_from(("0.00", "0.00", "241.30")),
        "private_pension": pounds(60),
        "other_income": pounds(100),
        "other_taxable_income": st.just("0.00"),
        "marriage_allowance": st.just("none"),
        "work_capability": st.sampled_from(
            ("no_decision", "limited", "no_activity_new", "no_activity_protected")
        ),
        "hours_of_care": st.sampled_from((0, 34, 35)),
        "cared_for_gets_benefit": st.booleans(),
        "disability_benefit": st.sampled_from(DISABILITY),
        "severely_sight_impaired": st.booleans(),
        "carers_allowance": st.booleans(),
        "war_pension": st.just("0.00"),
        "not_only_shared_rate": st.booleans(),
        "earnings_replacement_benefits": pounds(90),
        "self_employed_over_a_year": st.booleans(),
        "work_requirements": st.sampled_from(("look_for_work", "prepare", "nothing")),
        "expected_hours": st.integers(0, 35),
        "not_counted_because": st.just("none"),
    }
)
CHILD = st.fixed_dictionaries(
    {
        "date_of_birth": births(2007, 2024),
        "sex": st.sampled_from(("female", "male")),
        "disability_benefit": st.sampled_from(DISABILITY[:-1]),
        "severely_sight_impaired": st.booleans(),
        "childcare_costs": pounds(1_500),
        "two_child_limit_exception": st.sampled_from(("none", "none", "adopted_or_cared_for")),
        "approved_education_or_training": st.booleans(),
    }
)
OTHER = st.fixed_dictionaries(
    {
        "date_of_birth": births(1940, 2008),
        "disability_benefit": st.sampled_from(DISABILITY),
        "income_related_benefit": st.sampled_from(("none", "pension_credit")),
        "carers_allowance": st.booleans(),
        "not_counted_because": st.sampled_from(("none", "detained")),
        "responsible_for_child_under_5": st.booleans(),
    }
)


@st.composite
def homes(draw):
    """A whole household in the plain form, with 0 to 12 children."""
    people = [draw(ADULT) | {"role": "claimant"}]
    if draw(st.booleans()):
        people.append(draw(ADULT) | {"role": "partner"})
    people += [one | {"role": "child"} for one in draw(st.lists(CHILD, max_size=12))]
    people += [one | {"role": "other_adult"} for one in draw(st.lists(OTHER, max_size=2))]
    return draw(HOUSEHOLD), people


def worked_out(household, people, on, goals=GOALS):
    definition = definition_of("universal_credit")
    rows = [{"id": f"person{n}", "facts": facts} for n, facts in enumerate(people)]
    plain = {"household": household, "families": [{"id": "family1", "people": rows}]}
    circumstances = Circumstances.from_dict(plain, definition.vocabulary, today=on)
    return definition.rules_on(on).work_out(goals, circumstances)


def pence(outcome, goal="universal_credit"):
    assert isinstance(outcome[goal], Settled), outcome[goal]
    return outcome[goal].value


@settings(max_examples=150, deadline=None)
@given(home=homes(), on=st.sampled_from(DAYS))
def test_nothing_is_below_zero_or_above_its_maximum(home, on):
    outcome = worked_out(*home, on)
    award, before, most, cap = (pence(outcome, goal) for goal in GOALS)
    assert 0 <= award <= before <= most
    assert 0 <= cap <= before
    assert award in (0, before - cap)
    assert award == int(award), "whole pence"


@settings(max_examples=100, deadline=None)
@given(home=homes(), on=st.sampled_from(DAYS), more=st.integers(1, 100_000))
def test_more_rent_never_lowers_it(home, on, more):
    household, people = home
    dearer = household | {"rent": f"{float(household['rent']) + more / 100:.2f}"}
    before, after = (pence(worked_out(one, people, on)) for one in (household, dearer))
    # With the first penny of help with rent the work allowance becomes the lower one: SI 2013/376 reg 22.
    helped_before = (
        pence(worked_out(household, people, on, ["housing_costs_element"]), "housing_costs_element") > 0
    )
    helped_after = (
        pence(worked_out(dearer, people, on, ["housing_costs_element"]), "housing_costs_element") > 0
    )
    if helped_before == helped_after:
        assert after >= before


@settings(max_examples=100, deadline=None)
@given(home=homes(), on=st.sampled_from(DAYS), data=st.data())
def test_the_order_of_people_changes_nothing(home, on, data):
    household, people = home
    shuffled = data.draw(st.permutations(people))
    assert pence(worked_out(household, people, on)) == pence(worked_out(household, shuffled, on))


@settings(max_examples=100, deadline=None)
@given(home=homes(), more=st.integers(1, 50_000))
def test_more_savings_never_raise_it(home, more):
    household, people = home
    richer = household | {"savings": f"{float(household['savings']) + more / 100:.2f}"}
    assert pence(worked_out(richer, people, DAYS[2])) <= pence(worked_out(household, people, DAYS[2]))


def test_no_answer_about_savings_is_not_savings_of_nothing():
    household = {"nation": "england", "tenure": "no_rent"}
    people = [{"role": "claimant", "date_of_birth": "1990-01-01"}]
    answer = worked_out(household, people, DAYS[2])["universal_credit"]
    assert isinstance(answer, Needs)
    assert answer.fact == "savings"


BIRTHDAYS = {
    "is_adult": (18, "claimant"),
    "is_25_or_older": (25, "claimant"),
    "is_under_16": (16, "child"),
    "is_under_10": (10, "child"),
    "is_grown_up_non_dependant": (16, "other_adult"),
}


@pytest.mark.parametrize("rule", BIRTHDAYS)
def test_each_age_changes_on_the_birthday_and_not_the_day_before(rule):
    age, role = BIRTHDAYS[rule]
    born = date(2026 - age, 6, 15)
    assert said(rule, role, born, date(2026, 6, 14)) != said(rule, role, born, date(2026, 6, 15))


def test_who_was_born_on_29_february_is_of_age_on_1_march():
    born = date(2008, 2, 29)
    assert said("is_adult", "claimant", born, date(2026, 2, 28)) is False
    assert said("is_adult", "claimant", born, date(2026, 3, 1)) is True


def said(rule, role, born, on):
    people = [{"role": role, "date_of_birth": str(born)}]
    return worked_out({"nation": "england"}, people, on, [rule]).of(rule, "person0").value
