"""What must hold of tax and of the benefits of the whole country, whoever the household is."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.rules import Settled

DAYS = st.sampled_from([date(2025, 10, 6), date(2026, 4, 5), date(2026, 4, 6), date(2026, 10, 6)])
PENCE = st.integers(0, 400_000)
BIRTHDAYS = st.dates(date(1930, 1, 1), date(2009, 1, 1))
CHILD_BIRTHDAYS = st.dates(date(2005, 6, 1), date(2025, 10, 1))
# The most for one, by benefit, in pence: of 2026-27, the higher of the two years.
ELDEST, EACH_OTHER, CARER, WINTER, SCOTTISH_CHILD = 2705, 1790, 8645, 31_670, 2820
FAMILY = (
    "child_benefit", "child_benefit_after_charge", "carers_allowance_of_the_family", "winter_fuel_payment",
)  # fmt: skip


def pounds(pence):
    return f"{pence / 100:.2f}"


def child(born, at_school):
    facts = {"role": "child", "date_of_birth": born.isoformat(), "approved_education_or_training": at_school}
    return {"facts": facts}


def adult(role, born, pay, pension, hours):
    facts = {
        "role": role, "date_of_birth": born.isoformat(), "works_for_pay": pay > 0, "earnings": pounds(pay),
        "self_employed_profit": "0.00", "pension_contributions": "0.00", "state_pension": "0.00",
        "private_pension": pounds(pension), "other_taxable_income": "0.00", "marriage_allowance": "none",
        "hours_of_care": hours, "cared_for_gets_benefit": True, "in_full_time_education": False,
        "earnings_replacement_benefits": "0.00", "income_related_benefit": "none",
    }  # fmt: skip
    return {"facts": facts}


ADULTS = st.builds(
    lambda *one: one, BIRTHDAYS, PENCE, st.integers(0, 100_000), st.sampled_from([0, 34.99, 35, 60])
)


@st.composite
def households(draw, nation=None):
    roles = draw(st.sampled_from([("claimant",), ("claimant", "partner"), ("claimant", "other_adult")]))
    people = [adult(role, *draw(ADULTS)) for role in roles]
    people += draw(st.lists(st.builds(child, CHILD_BIRTHDAYS, st.booleans()), max_size=12))
    household = {
        "nation": nation or draw(st.sampled_from(["england", "wales", "scotland"])),
        "pension_credit": draw(st.sampled_from(["none", "guarantee", "savings_only"])),
        "working_age_benefit": draw(st.booleans()),
    }
    named = [{"id": f"person{n}"} | one for n, one in enumerate(people)]
    return {"household": household, "families": [{"id": "family1", "people": named}]}


def work_out(service, goals, plain, day):
    definition = definition_of(service)
    circumstances = Circumstances.from_dict(plain, definition.vocabulary, today=day)
    return definition.rules_on(day).work_out(list(goals), circumstances)


def values(service, goals, plain, day):
    outcome = work_out(service, goals, plain, day)
    assert all(isinstance(outcome[goal], Settled) for goal in goals)
    return [outcome[goal].value for goal in goals]


def count(plain, role):
    return sum(one["facts"]["role"] == role for one in plain["families"][0]["people"])


@settings(max_examples=80, deadline=None)
@given(households(), DAYS)
def test_every_amount_lies_between_nothing_and_the_most_that_there_is(plain, day):
    benefit, kept, carers, winter = values("carers_allowance", FAMILY, plain, day)
    children, couple = count(plain, "child"), 1 + count(plain, "partner")
    assert 0 <= benefit <= (ELDEST + EACH_OTHER * (children - 1) if children else 0)
    assert 0 <= kept <= benefit * 52 + 0.001
    assert 0 <= carers <= CARER * couple
    assert 0 <= winter <= WINTER
    (scottish,) = values("scottish_child_payment", ["scottish_child_payment"], plain, day)
    assert 0 <= scottish <= (SCOTTISH_CHILD * children if plain["household"]["nation"] == "scotland" else 0)


@settings(max_examples=60, deadline=None)
@given(households(), DAYS)
def test_the_order_of_people_changes_nothing(plain, day):
    turned = plain | {
        "families": [{"id": "family1", "people": list(reversed(plain["families"][0]["people"]))}]
    }
    assert values("carers_allowance", FAMILY, plain, day) == values("carers_allowance", FAMILY, turned, day)


def alone(nation, pay):
    person = adult("claimant", date(1985, 5, 1), pay, 0, 0)
    return {
        "household": {"nation": nation, "pension_credit": "none", "working_age_benefit": False},
        "families": [{"id": "family1", "people": [{"id": "person0"} | person]}],
    }


TAX = ("income_tax", "national_insurance", "net_pay")


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["england", "wales", "scotland"]), PENCE, st.integers(1, 50_000), DAYS)
def test_more_pay_is_never_less_in_the_hand_and_never_less_tax(nation, pay, more, day):
    tax, insurance, net = values("income_tax_and_national_insurance", TAX, alone(nation, pay), day)
    more_tax, more_insurance, more_net = values(
        "income_tax_and_national_insurance", TAX, alone(nation, pay + more), day
    )
    assert 0 <= tax <= more_tax and 0 <= insurance <= more_insurance
    # Contributions are rounded to the penny each month, so a penny of pay may meet a penny of rounding.
    assert net <= more_net + 1
    assert net <= round(pay * 52 / 12) + 1


@settings(max_examples=60, deadline=None)
@given(households("england"), DAYS)
def test_the_charge_is_on_one_person_at_most_and_never_more_than_the_benefit(plain, day):
    outcome = work_out("child_benefit", ["child_benefit"], plain, day)
    roles = [(one["id"], one["facts"]["role"]) for one in plain["families"][0]["people"]]
    charges = [outcome.of("child_benefit_charge", who).value for who, role in roles if role != "child"]
    assert sum(charge > 0 for charge in charges) <= 1
    assert sum(charges) <= outcome["child_benefit"].value * 52


@settings(max_examples=60, deadline=None)
@given(CHILD_BIRTHDAYS, DAYS)
def test_a_child_counts_until_the_day_before_the_sixteenth_birthday(born, day):
    plain = alone("scotland", 0)
    plain["household"]["working_age_benefit"] = True
    plain["families"][0]["people"].append({"id": "person1"} | child(born, at_school=False))
    sixteenth = (
        date(born.year + 16, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + 16)
    )
    (benefit,) = values("child_benefit", ["child_benefit"], plain, day)
    (scottish,) = values("scottish_child_payment", ["scottish_child_payment"], plain, day)
    assert (benefit > 0) == (scottish > 0) == (day < sixteenth)


def test_an_income_that_nobody_stated_is_not_an_income_of_nothing():
    plain = alone("england", 30_000)
    del plain["families"][0]["people"][0]["facts"]["private_pension"]
    day = date(2026, 10, 6)
    outcome = work_out("income_tax_and_national_insurance", ["income_tax"], plain, day)
    assert outcome.needs.fact == "private_pension"
