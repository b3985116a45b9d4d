"""Every worked case of every service: its answer by two readings of the rules, its sentences, its bounds."""

from fractions import Fraction

import pytest

from moothall.doors.commands.households import SERVICES, circumstances_of, definition_of, read_households
from moothall.doors.commands.worked_cases import wrong_in
from moothall.engines.rules import Settled

CASES = [
    pytest.param(service.parent.name, household, id=f"{service.parent.name}-{household.name}")
    for service in sorted(SERVICES.glob("*/service.yaml"))
    for file in sorted((service.parent / "examples").glob("*.yaml"))
    for household in read_households(file)[1]
]


def test_there_are_many():
    assert len(CASES) >= 30


@pytest.mark.parametrize(("service", "household"), CASES)
def test_the_rules_say_what_the_case_expects(service, household):
    assert wrong_in(household, definition_of(service)) == []


@pytest.mark.parametrize(("service", "household"), CASES)
def test_doubles_and_exact_rationals_agree_to_the_penny(service, household):
    definition = definition_of(service)
    circumstances = circumstances_of(household, definition.vocabulary, on=household.on)
    rules, goals = definition.rules_on(household.on), list(household.expect)
    outcome, exact = rules.work_out(goals, circumstances), rules.exact(goals, circumstances)
    for goal in goals:
        if isinstance(outcome[goal], Settled):
            value = outcome[goal].value
            # A choice, such as whether meals are free, is a word in both readings.
            assert (value if isinstance(value, str) else Fraction(value)) == exact[goal], goal


@pytest.mark.parametrize(("service", "household"), CASES)
def test_with_every_answer_given_nothing_can_change_the_result(service, household):
    definition = definition_of(service)
    circumstances = circumstances_of(household, definition.vocabulary, on=household.on)
    bounds = definition.rules_on(household.on).bounds(list(household.expect), circumstances)
    assert all(found.settled for found in bounds.values())
