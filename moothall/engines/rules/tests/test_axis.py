"""An axis gives what working out the household anew would give, at each point and in any order."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.rules import NoSuchSubject, Settled
from moothall.engines.rules.axis import Axis
from moothall.engines.rules.tests.sample import DAY, build, household

RULES = build(
    '''
@person("Act s.1")
def tax_on_pay(pay) -> GBP/week:
    """Tax"""
    return weekly(pay) / 5


@person("Act s.2")
def left_of_pay(pay, pension) -> GBP/week:
    """What is left"""
    return weekly(pay) - pension


@family("Act s.3")
def help_with_rent(adults, left_of_pay, rent, taper) -> GBP/week:
    """Help"""
    return max(0, weekly(rent) - taper * sum(left_of_pay for person in adults))


@family("Act s.4")
def for_part_time(adults, hours) -> GBP/week:
    """For people who work few hours"""
    if any(hours > 30 for person in adults):
        return not_covered("Ask somebody else.")
    return 0


@family("Act s.5")
def untouched(council_tax) -> GBP/week:
    """Nothing that an adult earns reaches this"""
    return weekly(council_tax)
'''
).on(DAY)
GOALS = ["help_with_rent", "for_part_time", "untouched"]


def axis(**how) -> Axis:
    return Axis(RULES, household(), GOALS, person="ada", **how)


def plainly(changes: dict) -> dict:
    """The same by the long way round."""
    there = deepcopy(household())
    next(person for person in there.people() if person.id == "ada").facts.update(changes)
    outcome = RULES.work_out(GOALS, there)
    return {goal: answer.value if isinstance(answer := outcome[goal], Settled) else None for goal in GOALS}


@given(st.lists(st.tuples(st.integers(0, 400_000), st.integers(0, 60)), min_size=1, max_size=6))
def test_each_point_is_as_if_it_were_worked_out_alone(points):
    along = axis()
    for pay, hours in points:
        changes = {"pay": float(pay), "hours": float(hours)}
        assert along.at(changes) == plainly(changes)


def test_what_is_not_covered_there_is_no_figure_and_comes_back_where_it_is():
    along = axis()
    assert along.at({"hours": 31.0})["for_part_time"] is None
    assert along.at({"hours": 30.0})["for_part_time"] == 0


def test_a_fact_that_follows_is_worked_out_at_each_point():
    """Here the pension stands for a stated tax."""
    along = axis(follows={"pension": "tax_on_pay"})
    pay = 130_000.0
    assert along.at({"pay": pay}) == plainly({"pay": pay, "pension": pay * 12 / 52 / 5})


def test_what_nobody_stated_is_assumed_only_where_it_is_asked_for_and_said():
    there = household()
    del next(person for person in there.people() if person.id == "ada").facts["hours"]
    along = Axis(RULES, there, GOALS, person="ada", assumed={"hours": 16.0, "disabled": True})
    assert along.at({"pay": 100.0})["for_part_time"] == 0
    assert along.taken == {"hours": 16.0}
    stated = along.circumstances_at({"pay": 100.0})
    assert next(person for person in stated.people() if person.id == "ada").facts["hours"] == 16.0


def test_without_an_assumption_a_missing_fact_gives_no_figure():
    there = household()
    del next(person for person in there.people() if person.id == "ada").facts["hours"]
    along = Axis(RULES, there, GOALS, person="ada")
    assert along.at({"pay": 100.0})["for_part_time"] is None and along.taken == {}


def test_her_own_answers_stay_as_they_were():
    there = household()
    before = deepcopy(there)
    Axis(RULES, there, GOALS, person="ada").circumstances_at({"pay": 1.0})
    assert there == before


def test_somebody_who_does_not_live_there_is_refused():
    with pytest.raises(NoSuchSubject):
        Axis(RULES, household(), GOALS, person="eve")
