"""Pension Credit: what holds for any household, printed examples of other years, and the oracle."""

import json
from datetime import date
from fractions import Fraction

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.doors.commands.oracle import compare
from moothall.engines.facts import Circumstances
from moothall.engines.rules import RuleBook
from tests.kit.shared import shared
from tests.services.pension_age import DAYS, households, worked_out

GOALS = ["pension_credit_due", "guarantee_credit", "savings_credit_due"]
MOST_SAVINGS_CREDIT = 2010  # pence: the maximum for a couple in 2026-27


@settings(deadline=None)
@given(households(), DAYS)
def test_it_is_never_below_nothing_nor_above_what_is_guaranteed(plain, on):
    rules, circumstances = worked_out("pension_credit", plain, on)
    outcome = rules.work_out([*GOALS, "minimum_guarantee", "standard_minimum_guarantee"], circumstances)
    value = {goal: outcome[goal].value for goal in [*GOALS, "minimum_guarantee"]}
    assert 0 <= value["guarantee_credit"] <= value["minimum_guarantee"] + 0.5
    assert 0 <= value["savings_credit_due"] <= MOST_SAVINGS_CREDIT
    assert 0 <= value["pension_credit_due"] <= value["guarantee_credit"] + value["savings_credit_due"]


@settings(deadline=None)
@given(households(), DAYS)
def test_doubles_and_exact_rationals_agree_to_the_penny(plain, on):
    rules, circumstances = worked_out("pension_credit", plain, on)
    outcome, exact = rules.work_out(GOALS, circumstances), rules.exact(GOALS, circumstances)
    for goal in GOALS:
        assert Fraction(outcome[goal].value) == exact[goal]


@settings(deadline=None)
@given(households(), DAYS, st.integers(1, 50000))
def test_more_income_never_brings_more_guarantee_credit_nor_less_money_in_all(plain, on, pence):
    rules, circumstances = worked_out("pension_credit", plain, on)
    before = rules.work_out(GOALS, circumstances)
    claimant = next(person for person in circumstances.people() if person.facts["role"] == "claimant")
    claimant.facts["other_income"] += pence
    after = rules.work_out(GOALS, circumstances)
    assert after["guarantee_credit"].value <= before["guarantee_credit"].value
    # Savings credit gives 60p and takes back 40p in the pound: nobody is left with less than before.
    lost = before["pension_credit_due"].value - after["pension_credit_due"].value
    assert lost <= pence + 1


@settings(deadline=None)
@given(households(), DAYS, st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_named_changes_nothing(plain, on, chance):
    rules, circumstances = worked_out("pension_credit", plain, on)
    before = rules.work_out(GOALS, circumstances).answers
    chance.shuffle(circumstances.families[0].people)
    assert rules.work_out(GOALS, circumstances).answers == before


def test_no_savings_given_is_not_savings_of_nothing():
    people = [{"id": "Ann", "facts": {"role": "claimant", "date_of_birth": "1955-01-10"}}]
    plain = {"household": {"nation": "england"}, "families": [{"id": "f", "people": people}]}
    rules, circumstances = worked_out("pension_credit", plain, date(2025, 6, 2))
    assert not rules.work_out(["income_from_savings"], circumstances)["income_from_savings"].is_settled


# Printed examples of earlier years, with the figures of their year laid over ours. What an example does not
# print cannot change it, so that stays as it is.

RATES = {
    "2023-24": {
        "minimum_guarantee_single": 201.05, "minimum_guarantee_couple": 306.85,
        "guarantee_severe_disability": 76.40,
        "savings_credit_begins_single": 174.49, "savings_credit_begins_couple": 277.12,
    },
    "2012-13": {"minimum_guarantee_couple": 217.90, "savings_credit_begins_couple": 178.35},
}  # fmt: skip
NOTHING = {
    "works_for_pay": False, "private_pension": "0.00", "tax_on_pensions": "0.00", "other_income": "0.00",
    "war_pension": "0.00", "severely_sight_impaired": False, "carers_allowance": False,
    "carer_is_paid": False,
}  # fmt: skip


def printed(name):
    text = shared("data/ctr/worked_examples.json").read_text()
    return next(one for one in json.loads(text)["examples"] if one["id"] == name)


def of_its_year(year, on, people, savings="0.00"):
    """Pension Credit in another year; people are role, birth, State Pension, other pension, benefit."""
    definition = definition_of("pension_credit")
    folders = ("pension_credit", "what_counts_at_pension_age")
    rates = {k: v for f in folders for k, v in yaml.safe_load(definition.files[f"{f}/rates.yaml"]).items()}
    for name, rate in rates.items():
        rate.pop("yearly", None)
        row = rate["rows"][0]
        rate["rows"] = [row | {"from": date(2000, 1, 1), "value": RATES[year].get(name, row["value"])}]
    book = RuleBook.build(
        definition.rule_texts,
        {"rates.yaml": yaml.safe_dump(rates, sort_keys=False).encode()},
        definition.vocabulary,
        {},
    )
    facts = [
        NOTHING | {
            "role": role, "date_of_birth": born, "state_pension": state, "private_pension": private,
            "disability_benefit": benefit,
        } for role, born, state, private, benefit in people
    ]  # fmt: skip
    plain = {
        "household": {"nation": "england", "savings": savings},
        "families": [{"id": "f", "people": [{"id": f"p{n}", "facts": one} for n, one in enumerate(facts)]}],
    }
    goals = [*GOALS, "minimum_guarantee", "income_from_savings", "pension_credit_income"]
    outcome = book.on(on).work_out(goals, Circumstances.from_dict(plain, definition.vocabulary, today=on))
    return {goal: outcome[goal].value / 100 for goal in goals}


@pytest.mark.shared
def test_galina_lives_alone_and_gets_attendance_allowance():
    expected = printed("pc-galina")["expected"]
    found = of_its_year(
        "2023-24", date(2023, 9, 1), [("claimant", "1953-05-05", "156.20", "0.00", "attendance_allowance")]
    )
    assert found["minimum_guarantee"] == expected["appropriate_minimum_guarantee"] == 277.45
    assert found["guarantee_credit"] == expected["guarantee_credit"] == 121.25


@pytest.mark.shared
def test_andrew_and_peter_have_savings_and_a_niece_in_the_home():
    expected = printed("pc-andrew-peter")["expected"]
    found = of_its_year(
        "2023-24", date(2023, 9, 1),
        [
            ("claimant", "1948-05-05", "249.80", "95.00", "attendance_allowance"),
            ("partner", "1946-05-05", "0.00", "0.00", "pip_daily_living_standard"),
            ("other_adult", "1990-05-05", "0.00", "0.00", "none"),
        ],
        savings="11500.00",
    )  # fmt: skip
    assert found["minimum_guarantee"] == expected["appropriate_minimum_guarantee"] == 306.85
    assert found["income_from_savings"] == expected["deemed_income"] == 3.00
    assert found["pension_credit_income"] == expected["income"] == 347.80
    assert found["guarantee_credit"] == expected["guarantee_credit"] == 0
    # The example stops here. By hand: 60% of (306.85 - 277.12) = 17.838, less 40% of 40.95 = 16.38: 1.458.
    assert found["savings_credit_due"] == 1.46


@pytest.mark.shared
def test_mary_and_frank_have_put_something_by():
    expected = printed("pc-mary-frank")["expected"]
    couple = [
        ("claimant", "1937-05-05", "230.08", "0.00", "none"),
        ("partner", "1937-05-05", "0.00", "0.00", "none"),
    ]
    found = of_its_year("2012-13", date(2012, 9, 3), couple)
    assert found["guarantee_credit"] == expected["guarantee_credit"] == 0
    assert found["savings_credit_due"] == expected["savings_credit"] == 18.86
    assert round(found["pension_credit_income"] + found["pension_credit_due"], 2) == expected["total_income"]


@pytest.mark.shared
@pytest.mark.parametrize("year", (2025, 2026))
def test_every_household_of_the_oracle_agrees_or_is_explained(year):
    file = shared(f"data/oracle/households_{year}.jsonl.gz")
    programme = compare([file], only=["pension_credit"])["pension_credit"]
    assert programme.unexplained == []
    assert programme.compared == 1960
    assert len(programme.disagreed) <= 13
