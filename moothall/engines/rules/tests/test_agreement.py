"""Random valid rules: doubles and rationals agree to the penny, and the true value is inside the bounds."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.engines.rules import NotCovered, Settled
from moothall.engines.rules.tests import random_rules
from moothall.engines.rules.tests.sample import DAY, build, vocabulary

VOCABULARY = vocabulary()
# A ten-thousandth of a penny: unrounded amounts differ only by what doubles cannot hold.
NEAR = Fraction(1, 10_000)


def _same(found, exact) -> bool:
    if not isinstance(found, Settled):
        return found == exact
    if isinstance(found.value, bool | str):
        return found.value == exact
    return abs(Fraction(found.value) - exact) <= NEAR


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_doubles_and_rationals_agree_to_the_penny(seed):
    author = random_rules.Author(seed, VOCABULARY)
    rules = build(author.text).on(DAY)
    for number in range(4):
        known = random_rules.somebody(seed + number, VOCABULARY, day=DAY)
        goals = [name for name, *_ in author.rules]
        outcome, exact = rules.work_out(goals, known), rules.exact(goals, known)
        for goal in goals:
            assert _same(outcome[goal], exact[goal]), (
                f"{goal}: {outcome[goal]} and {exact[goal]}\n{author.text}"
            )


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_true_value_is_inside_the_bounds(seed):
    author = random_rules.Author(seed, VOCABULARY)
    rules = build(author.text).on(DAY)
    goals = [name for name, entity, _ in author.rules if entity != "person"]
    for number in range(4):
        known = random_rules.somebody(seed + number, VOCABULARY, day=DAY)
        outcome = rules.work_out(goals, known)
        told = random_rules.forget(known, seed + number)
        for goal, bounds in rules.bounds(goals, told).items():
            assert _inside(outcome[goal], bounds), f"{goal}: {outcome[goal]} not in {bounds}\n{author.text}"


def _inside(found, bounds) -> bool:
    if bounds.settled and _plain(bounds.answer) != _plain(found):
        return False
    if isinstance(found, NotCovered):
        return bounds.may_be_not_covered
    if bounds.low is None:
        return found.value in bounds.options
    return bounds.low <= found.value <= bounds.high


def _plain(answer):
    return answer.value if isinstance(answer, Settled) else answer.rule
