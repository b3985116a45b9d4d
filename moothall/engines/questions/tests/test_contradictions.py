"""Answers that do not fit together: what a file may say of them, and what an interview does."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from moothall.engines.questions import ContradictionErrors, Contradictions, Gap, NotAskedAgain, walk
from moothall.engines.questions.contradictions import CONFIRMED
from moothall.engines.questions.tests.household import (
    GOALS,
    household,
    person,
    plan,
    rules,
    vocabulary,
)
from moothall.engines.rules import RuleErrors

DAY = date(2026, 4, 6)
RULES = b'''
@person("Pay is for work")
def paid_for_nothing(works, pay) -> yes_no:
    """Whether there is pay and no work"""
    if not works and pay > 0:
        "We understood pay of {pay} and no work."
        return True
    return False


@household("A line of our own")
def much_saved(savings, bill) -> yes_no:
    """Whether savings are unusual"""
    if savings > 0 and bill == 0:
        "We understood savings of {savings}. Is that right?"
        return True
    return False
'''
FILE = b"""contradictions:
  - {rule: paid_for_nothing, asks_again: [pay, works], sure: yes}
  - {rule: much_saved, asks_again: [savings, bill], sure: no}
"""


def read(file=FILE, rules=RULES):
    files = {"contradictions/rules.py": rules, "contradictions/contradictions.yaml": file}
    return Contradictions.read(files, vocabulary())


def keys(known):
    return [found.key for found in read().open(known, DAY)]


def test_without_a_file_nothing_is_ever_found():
    assert Contradictions.read({}, vocabulary()).open(household(savings=100.0, bill=0.0), DAY) == []


def test_it_is_found_about_the_person_it_is_about_and_says_what_was_understood():
    edith = person("edith", "claimant", works=True, pay=20000.0)
    known = household(edith, person("frank", "partner", works=False, pay=15000.0))
    (found,) = read().open(known, DAY)
    assert found.key == "paid_for_nothing/frank"
    assert found.gaps == (Gap("pay", "frank"), Gap("works", "frank"))
    assert found.kindly() == "We understood pay of £150 a week and no work."


def test_an_answer_that_is_not_given_yet_contradicts_nothing():
    assert keys(household(person("edith", "claimant", works=False))) == []
    assert keys(household(savings=100.0)) == []
    assert keys(household()) == []


def test_an_unusual_answer_may_be_said_to_be_right_and_an_impossible_one_may_not():
    known = household(person("edith", "claimant", works=False, pay=100.0), savings=100.0, bill=0.0)
    assert keys(known) == ["paid_for_nothing/edith", "much_saved/household"]
    known.case[CONFIRMED] = "much_saved/household paid_for_nothing/edith"
    assert keys(known) == ["paid_for_nothing/edith"]
    known.case[CONFIRMED] = "paid_for_nothing, much_saved"
    assert keys(known) == ["paid_for_nothing/edith"]


def test_what_was_said_to_be_right_is_forgotten_when_the_answer_changes():
    known, each = household(savings=100.0, bill=0.0), read()
    each.confirm(known, ["much_saved/household"], changed=[])
    each.confirm(known, [], changed=[Gap("works", "edith")])
    assert known.case[CONFIRMED] == "much_saved/household"
    each.confirm(known, ["much_saved/household"], changed=[Gap("savings", "household")])
    assert CONFIRMED not in known.case


@pytest.mark.parametrize("key", ["", "nonsense", "paid_for_nothing/edith", "much_saved/a b", "x" * 9000])
def test_a_form_cannot_keep_what_is_no_unusual_contradiction(key):
    known = household(savings=100.0, bill=0.0)
    read().confirm(known, [key], changed=[])
    assert CONFIRMED not in known.case


def walked(known, each=None):
    unfit = partial((each or read()).open, on=DAY)
    return walk(rules(), GOALS, known, plan(), vocabulary(), unfit=unfit)


def test_nothing_is_finished_by_answers_that_do_not_fit():
    edith = person("edith", "claimant", works=False, pension=10000.0)
    known = household(edith, savings=100.0, bill=2000.0)
    assert walked(known).finished
    known.household["bill"] = 0.0
    again = walked(known)
    # The bill is asked after the savings, so it is the screen that comes again; both can be changed.
    assert not again.finished and again.about_left == 1
    assert (again.next.key, again.next.open) == ("your-bill", (Gap("bill", "household"),))
    assert [found.key for found in again.unfit] == ["much_saved/household"]
    known.case[CONFIRMED] = "much_saved/household"
    assert walked(known).finished


def test_what_no_screen_so_far_could_put_right_is_refused_by_name():
    edith = person("edith", "claimant", works=False, pension=10000.0, full_name="Edith Invented")
    known, each = household(edith, savings=100.0, bill=0.0), read()
    unaskable = Contradictions(each.book, [replace(each.each[1], asks_again=("full_name",))])
    with pytest.raises(NotAskedAgain, match="much_saved"):
        walked(known, unaskable)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (b"contradictions: {}", "is not a list"),
        (b"contradictions: [text]", "is not a mapping"),
        (b"contradictions:\n  - {rule: nobody, asks_again: [pay], sure: yes}", "'nobody' is no rule"),
        (b"contradictions:\n  - {rule: much_saved, asks_again: [pay], sure: yes}", "does not read"),
        (b"contradictions:\n  - {rule: much_saved, asks_again: [], sure: yes}", "asks nothing again"),
        (b"contradictions:\n  - {rule: much_saved, asks_again: [bill], sure: maybe}", "'maybe'"),
        (b"contradictions:\n  - {rule: much_saved, asks_again: [bill]}", "is missing"),
        (b"contradictions:\n  - {rule: much_saved, asks_again: [bill], sure: no, why: x}", "'why' is no"),
        (FILE + b"  - {rule: much_saved, asks_again: [bill], sure: no}", "is there twice"),
        (b"contradictions: [", "is not YAML"),
    ],
)
def test_a_file_that_is_wrong_is_refused_in_words(wrong, said):
    with pytest.raises(ContradictionErrors) as refused:
        read(wrong)
    assert said in str(refused.value) and "contradictions.yaml:" in str(refused.value)


def test_its_rules_are_checked_like_every_rule_and_give_yes_or_no_with_a_sentence():
    with pytest.raises(RuleErrors, match=r"rules\.py:\d+: comparing"):
        read(rules=RULES.replace(b"savings > 0 and", b"savings > 16000 and"))
    head = b'@household("x")\ndef much_saved(savings) -> yes_no:\n    """x"""\n'
    silent = head + b"    return savings > 0\n"
    with pytest.raises(ContradictionErrors, match="yes_no, with a sentence"):
        read(b"contradictions:\n  - {rule: much_saved, asks_again: [savings], sure: no}", silent)
