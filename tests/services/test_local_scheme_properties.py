"""What holds of every scheme and household: bounds, order, and the two readings of the rules."""

from fractions import Fraction
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from tests.services.local_scheme_households import DAY, blank, household, pence, weekly_bill, work_out

GROUPS = ("", "disabled", "carer", "care_leaver", "war_pension", "child_under_5")
POUNDS = st.integers(0, 100_000).map(lambda amount: f"{amount / 100:.2f}")


@lru_cache(maxsize=1)
def rules():
    return definition_of("local_council_tax_reduction", organisation="illustration").rules_on(DAY)


def other_adults():
    works = st.booleans()
    return st.lists(
        st.builds(
            lambda works, income, hours: dict(works_for_pay=works, gross_income=income, hours_worked=hours),
            works, POUNDS, st.integers(0, 40),
        ),
        max_size=3,
    )  # fmt: skip


HOUSEHOLDS = st.builds(
    household,
    couple=st.booleans(),
    children=st.integers(0, 12),
    group=st.sampled_from(GROUPS),
    universal_credit=st.booleans(),
    home=st.sampled_from("abcdefgh"),
    income=POUNDS,
    earned=st.booleans(),
    others=other_adults(),
    savings=st.integers(0, 1_200_000).map(lambda amount: f"{amount / 100:.2f}"),
    other_income=POUNDS,
    universal_credit_paid=POUNDS,
)


@settings(max_examples=150, deadline=None)
@given(HOUSEHOLDS)
def test_an_award_is_never_below_nothing_nor_above_the_bill(plain):
    assert 0 <= pence(rules(), plain) <= round(weekly_bill(alone=False))


@settings(max_examples=100, deadline=None)
@given(HOUSEHOLDS)
def test_doubles_and_exact_rationals_agree_to_the_penny(plain):
    circumstances = Circumstances.from_dict(plain, blank().vocabulary, today=DAY)
    goals = ["local_reduction", "local_reduction_yearly", "local_income"]
    outcome, exact = rules().work_out(goals, circumstances), rules().exact(goals, circumstances)
    assert [Fraction(outcome[goal].value) for goal in goals] == [exact[goal] for goal in goals]


@settings(max_examples=100, deadline=None)
@given(HOUSEHOLDS, st.randoms())
def test_the_order_of_people_changes_nothing(plain, random):
    before = pence(rules(), plain)
    random.shuffle(plain["families"][0]["people"])
    assert pence(rules(), plain) == before


@settings(max_examples=100, deadline=None)
@given(HOUSEHOLDS, st.integers(1, 50_000))
def test_more_savings_never_raise_an_award(plain, more):
    before = pence(rules(), plain)
    plain["household"]["savings"] = f"{float(plain['household']['savings']) + more / 100:.2f}"
    assert pence(rules(), plain) <= before


@settings(max_examples=100, deadline=None)
@given(HOUSEHOLDS)
def test_with_every_answer_given_nothing_can_change_the_result(plain):
    circumstances = Circumstances.from_dict(plain, blank().vocabulary, today=DAY)
    assert all(found.settled for found in rules().bounds(["local_reduction"], circumstances).values())


def test_no_savings_given_is_not_savings_of_nothing():
    plain = household()
    del plain["household"]["savings"]
    assert work_out(rules(), plain).fact == "savings"


def test_the_fifth_birthday_ends_a_group_of_young_children():
    for born, expected in (("2021-06-02", True), ("2021-06-01", False)):
        plain = household(children=1, child_born=born)
        circumstances = Circumstances.from_dict(plain, blank().vocabulary, today=DAY)
        outcome = rules().work_out(["local_reduction"], circumstances)
        assert outcome.of("local_under_5", "child0").value is expected
