"""What another hand than the rules' worked out, from printed sentences and the law, and the rules' answers.

The figures were written before the rules were read. Where ours is another, the law decides and
docs/oracle.md says so.
"""

from fractions import Fraction

import pytest

from moothall.doors.commands.households import circumstances_of, definition_of
from moothall.doors.commands.worked_cases import wrong_in
from moothall.engines.rules import Settled
from tests.services.examiner.cases import cases

CASES = [pytest.param(service, case, id=f"{service}-{case.name}") for service, case in cases()]


def test_there_are_more_than_sixty():
    assert len(CASES) >= 60


def test_no_name_stands_for_two_cases():
    names = [param.id for param in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("service", "case"), CASES)
def test_each_says_where_it_is_from_and_how_it_was_worked_out(service, case):
    assert case.source
    assert case.by_hand


@pytest.mark.parametrize(("service", "case"), CASES)
def test_the_rules_answer_what_the_examiner_expects(service, case):
    assert wrong_in(case, definition_of(service)) == []


@pytest.mark.parametrize(("service", "case"), CASES)
def test_exact_rationals_agree(service, case):
    definition = definition_of(service)
    circumstances = circumstances_of(case, definition.vocabulary, on=case.on)
    rules, goals = definition.rules_on(case.on), list(case.expect)
    outcome, exact = rules.work_out(goals, circumstances), rules.exact(goals, circumstances)
    for goal in goals:
        if isinstance(outcome[goal], Settled):
            value = outcome[goal].value
            assert (value if isinstance(value, str) else Fraction(value)) == exact[goal], goal
