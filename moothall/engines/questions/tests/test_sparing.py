"""Edith earns so much that her pension changes nothing: a sparing interview does not ask for it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions import Gap, walk
from moothall.engines.questions.completions import random_value, try_completions
from moothall.engines.questions.tests.household import (
    GOALS,
    RATES,
    TODAY,
    household,
    person,
    plan,
    rules,
    vocabulary,
)
from moothall.engines.questions.tests.household import RULES as WRITTEN
from moothall.engines.rules import Needs, RuleBook, Settled

RULES, PLAN, VOCABULARY = rules(), plan(), vocabulary()
BILL = 3_000.0
MUCH, LITTLE = 100_000.0, 5_000.0


def earning(pay: float, *others: Person, **more) -> Circumstances:
    edith = person("edith", "claimant", works=True, pay=pay, **more)
    return household(edith, *others, savings=100.0, bill=BILL)


def walked(known: Circumstances, **how):
    return walk(RULES, GOALS, known, PLAN, VOCABULARY, **({"sparing": True} | how))


def test_it_does_not_ask_what_could_change_nothing():
    assert walked(earning(MUCH), sparing=False).next.key == "pensions"
    assert walked(earning(MUCH)).finished


def test_it_asks_what_could_change_something():
    assert walked(earning(LITTLE)).next.open == (Gap("pension", "edith"),)


def test_the_result_stands_without_the_answer_and_the_reasons_say_so():
    outcome = RULES.work_out(GOALS, walked(earning(MUCH)).used)
    assert outcome["help"] == Settled(0.0, "GBP/week")
    for language, words in (("en", "not asked, because no answer changes"), ("cy", "heb ei ofyn, gan nad")):
        told = str(outcome.reasons("help", language).to_dict())
        assert words in told
    income = next(child for child in outcome.reasons("help").children if child.name == "income")
    assert [one.name for one in income.left_out] == ["pension"]
    assert income.left_out[0].value is None


def test_no_sentence_tells_her_what_stands_in_for_an_answer():
    small = b"""
@person("Example Act s 5")
def counted_pension(pension) -> GBP/week:
    \"\"\"The pension that counts.\"\"\"
    if pension > 0:
        "She has a pension of {pension}."
        return pension
    "She has no pension, but {pension}."
    return 0
"""
    written = WRITTEN.replace(b"adults, earned, pension)", b"adults, earned, counted_pension)")
    written = written.replace(b"sum(pension for", b"sum(counted_pension for") + small
    book = RuleBook.build({"rules.py": written}, {"rates.yaml": RATES}, VOCABULARY).on(TODAY)
    used = walk(book, GOALS, earning(MUCH), PLAN, VOCABULARY, sparing=True).used
    outcome = book.work_out(GOALS, used)
    for language, words in (
        ("en", "Pension: not asked, because no answer changes the result."),
        ("cy", "Pensiwn: heb ei ofyn, gan nad oes unrhyw ateb yn newid y canlyniad."),
    ):
        told = str(outcome.reasons("help", language).to_dict())
        assert words in told and "She has" not in told


def test_the_rules_make_sure_that_it_is_still_so():
    used = walked(earning(MUCH)).used
    next(used.people()).facts["pay"] = LITTLE
    assert RULES.work_out(GOALS, used)["help"] == Needs("pension", "person", "edith")


def test_what_only_another_answer_leans_on_is_still_needed():
    outcome = RULES.work_out(GOALS, walked(earning(MUCH)).used)
    assert outcome.of("income") == Needs("pension", "person", "edith")


def test_exact_rationals_leave_the_same_open():
    assert RULES.exact(GOALS, walked(earning(MUCH)).used)["help"] == 0


def test_it_is_kept_in_the_plain_form():
    used = walked(earning(MUCH)).used
    assert Circumstances.from_dict(used.to_dict(VOCABULARY), VOCABULARY) == used
    assert "sparing" not in earning(MUCH).to_dict(VOCABULARY)


def test_an_answer_that_is_not_reached_spares_nobody_a_question():
    # The pay is not Edith's any more, since she does not work: it must not be what makes her pension idle.
    known = earning(MUCH)
    next(known.people()).facts["works"] = False
    found = walked(known)
    assert Gap("pay", "edith") in found.unneeded
    assert found.next.open == (Gap("pension", "edith"),)


@pytest.mark.parametrize("sparing", [False, True])
@settings(max_examples=60, deadline=None)
@given(seed=some.integers(0, 10**9))
def test_no_answer_left_open_changes_a_result(seed, sparing):
    chance, known, asked = random.Random(seed), household(roster_known=False), []
    while not (found := walked(known, sparing=sparing)).finished:
        asked += found.next.open
        if found.next.roster:
            roles = ["claimant", "partner", "lodger"][: chance.randint(1, 3)]
            people = [
                Person(f"p{n}", {"role": role, "date_of_birth": 19700101}) for n, role in enumerate(roles)
            ]
            known.families, known.roster_known = [Family("family1", {}, people)], True
            continue
        for fact, whom in found.next.open:
            held = {one.id: one.facts for one in known.people()} | {"household": known.household}
            held[whom][fact] = random_value(VOCABULARY[fact], chance, TODAY)
    assert len(asked) == len(set(asked))
    report = try_completions(RULES, GOALS, found.used, VOCABULARY, seed=seed, count=5, today=TODAY)
    assert report.changed == []
