"""Meals at school and food on a card: what changes with a day, a penny and a birthday, and what does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances

MEALS, FOOD = definition_of("free_school_meals"), definition_of("healthy_start")
BEFORE, SINCE = date(2026, 8, 31), date(2026, 9, 1)
NATIONS = st.sampled_from(["england", "wales", "scotland"])
BIRTHDAYS = st.dates(date(2006, 9, 1), date(2026, 8, 1))
# Below the tax-free amount nothing is taken from pay: 52 weeks of it over 12 months are what counts.
WORKS = {
    "works_for_pay": True, "pension_contributions": "0.00", "self_employed_profit": "0.00",
    "state_pension": "0.00", "private_pension": "0.00", "other_taxable_income": "0.00",
    "marriage_allowance": "none",
}  # fmt: skip


def answer(definition, goal, on, nation, births, *, benefit=True, earnings="0.00", **more):
    ann = {"role": "claimant", "date_of_birth": "1985-05-01", **WORKS, "earnings": earnings}
    people = [{"id": "ann", "facts": ann}]
    people += [
        {"id": f"child{number}", "facts": {"role": "child", "date_of_birth": born.isoformat()}}
        for number, born in enumerate(births)
    ]
    home = {
        "nation": nation, "lives_in_london": False, "pension_credit": "none",
        "working_age_benefit": benefit, **more,
    }  # fmt: skip
    plain = {"household": home, "families": [{"id": "family1", "people": people}]}
    known = Circumstances.from_dict(plain, definition.vocabulary, today=on)
    return definition.rules_on(on).work_out([goal], known)[goal].value


def meals(on, nation, births, **more):
    return answer(MEALS, "free_school_meals", on, nation, births, **more)


@settings(max_examples=60, deadline=None)
@given(st.lists(BIRTHDAYS, min_size=1, max_size=12), NATIONS, st.booleans())
def test_the_order_of_children_changes_nothing(births, nation, benefit):
    assert meals(SINCE, nation, births, benefit=benefit) == meals(
        SINCE, nation, births[::-1], benefit=benefit
    )


@settings(max_examples=60, deadline=None)
@given(BIRTHDAYS, st.lists(BIRTHDAYS, max_size=4), NATIONS, st.booleans())
def test_another_child_takes_no_meal_away(child, others, nation, benefit):
    worth = ["not_entitled", "may_ask", "entitled"].index
    alone = worth(meals(SINCE, nation, [child], benefit=benefit))
    assert worth(meals(SINCE, nation, [child, *others], benefit=benefit)) >= alone


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2010, 9, 1), date(2022, 8, 31)), st.sampled_from(["0.00", "200.00", "900.00"]))
def test_since_september_2026_every_pupil_of_a_family_on_universal_credit_in_england(born, earnings):
    assert meals(SINCE, "england", [born], earnings=earnings) == "entitled"


@pytest.mark.parametrize(
    ("nation", "on", "earnings", "expected"),
    [
        # 142.30 x 52 / 12 = 616.63; 142.31 x 52 / 12 = 616.68; the limit is 616.67.
        ("england", BEFORE, "142.30", "entitled"),
        ("england", BEFORE, "142.31", "may_ask"),
        ("england", SINCE, "142.31", "entitled"),
        ("wales", SINCE, "142.30", "entitled"),
        ("wales", SINCE, "142.31", "may_ask"),
        # 196.15 x 52 / 12 = 849.98; 196.16 x 52 / 12 = 850.03; the limit is 850.
        ("scotland", date(2025, 10, 1), "196.15", "entitled"),
        ("scotland", date(2025, 10, 1), "196.16", "may_ask"),
    ],
)
def test_both_sides_of_each_limit_on_earnings(nation, on, earnings, expected):
    assert meals(on, nation, [date(2012, 1, 5)], earnings=earnings) == expected


@pytest.mark.parametrize(
    ("nation", "last_day"),
    [("england", date(2019, 8, 31)), ("wales", date(2015, 8, 31)), ("scotland", date(2017, 2, 28))],
)
def test_both_sides_of_the_last_class_in_which_everybody_gets_meals(nation, last_day):
    """With no benefit: the youngest of the class above gets none, the oldest of the last one gets them."""
    assert meals(SINCE, nation, [last_day], benefit=False) == "not_entitled"
    assert meals(SINCE, nation, [last_day + timedelta(days=1)], benefit=False) == "entitled"


@settings(max_examples=60, deadline=None)
@given(st.lists(BIRTHDAYS, max_size=12), st.booleans(), st.booleans())
def test_the_card_has_at_most_two_shares_for_a_child_and_one_for_a_pregnancy(births, pregnant, benefit):
    share = 465.0
    found = answer(
        FOOD, "healthy_start", SINCE, "england", births, benefit=benefit, pregnant_for_ten_weeks=pregnant
    )
    assert 0 <= found <= share * (2 * len(births) + pregnant)
    assert found % share == 0


def test_nobody_past_the_age_is_asked_about_a_pregnancy():
    plain = {
        "household": {"nation": "england", "pension_credit": "none", "working_age_benefit": True},
        "families": [
            {
                "people": [
                    {"facts": {"role": "claimant", "date_of_birth": "1970-01-01", "works_for_pay": False}}
                ]
            }
        ],
    }
    known = Circumstances.from_dict(plain, FOOD.vocabulary)
    assert FOOD.rules_on(SINCE).work_out(["healthy_start"], known)["healthy_start"].value == 0
