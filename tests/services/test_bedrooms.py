"""The bedrooms counted for children: as few as the law lets, and their sex asked only if it matters."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances, Family, Person

DAY = date(2026, 5, 1)
BORN = {"small": 20200101, "big": 20120101, "sixteen": 20090101}
# Universal Credit and Housing Benefit both read it.
GOAL = "bedrooms_for_children"
CHILDREN = st.lists(st.tuples(st.sampled_from(sorted(BORN)), st.sampled_from(("female", "male"))), max_size=7)


@pytest.fixture(scope="module")
def rules():
    return definition_of("what_could_i_get").rules_on(DAY)


def household(children, *, sexes_known):
    people = [
        Person(
            f"child{number}",
            {"role": "child", "date_of_birth": BORN[age]} | ({"sex": sex} if sexes_known else {}),
        )
        for number, (age, sex) in enumerate(children)
    ]
    return Circumstances(families=[Family("family1", {}, people)], roster_known=True)


def fewest(children):
    """Every way of putting them into bedrooms of one or two is tried."""
    if not children:
        return 0
    first, rest = children[0], children[1:]
    ways = [1 + fewest(rest)]
    for number, other in enumerate(rest):
        if first[1] == other[1] or first[0] == other[0] == "small":
            ways.append(1 + fewest(rest[:number] + rest[number + 1 :]))
    return min(ways)


@settings(max_examples=60, deadline=None)
@given(children=CHILDREN)
def test_they_share_as_far_as_the_law_lets_them(rules, children):
    found = rules.work_out([GOAL], household(children, sexes_known=True))[GOAL]
    assert found.value == fewest([child for child in children if child[0] != "sixteen"])


@settings(max_examples=60, deadline=None)
@given(children=CHILDREN)
def test_their_sex_is_open_only_where_it_can_change_the_number(rules, children):
    below_16 = [age for age, _ in children if age != "sixteen"]
    bounds = rules.bounds([GOAL], household(children, sexes_known=False))[GOAL]
    can_matter = len(below_16) % 2 == 0 and "big" in below_16
    assert {fact for fact, _ in bounds.touched} == ({"sex"} if can_matter else set())
    assert (bounds.high - bounds.low) == (1 if can_matter else 0)
