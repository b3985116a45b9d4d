# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""Reasons: what counted, by which law and source, in words; hostile text in values stays text."""

from __future__ import annotations

from itertools import permutations

import pytest

from moothall.engines.facts import Circumstances
from moothall.engines.rules import NotWorkedOut, RuleErrors
from moothall.engines.rules.tests.sample import DAY, build, household

TEXT = '''
@family("SI 2 para 10")
def help(savings, capital_limit, income) -> GBP/week:
    """Help."""
    if savings > capital_limit:
        "Savings of {savings} are over {capital_limit}; income is {income}."
        return 0
    half = income / 2
    "Half of {income} is {half}."
    return half

@family("SI 2 para 11")
def income(adults, children, allowance, scale) -> GBP/week:
    """Income."""
    return sum(weekly(pay) + pension for person in adults) + sum(pension for person in children) + band(scale, allowance)
'''
WELSH = """
status: draft
help:
  says: Cymorth.
  sentences:
    "Savings of {savings} are over {capital_limit}; income is {income}.": "{capital_limit} yw'r terfyn; {savings}; {income}."
"""


def reasons(text=TEXT, goal="help", **more):
    known = more.pop("known", None) or household()
    return (
        build(text, wording=more.pop("wording", None)).on(DAY).work_out([goal], known).reasons(goal, **more)
    )


def find(reason, name):
    return [child for child in reason.children if child.name == name]


def test_the_tree_says_what_counted_with_its_law_and_source():
    tree = reasons()

    assert (tree.wording, tree.value_text, tree.law) == ("Help.", "£129.45 a week", "SI 2 para 10")
    assert tree.sentence == "Half of £258.90 a week is £129.45 a week."
    (limit,) = find(tree, "capital_limit")
    assert (limit.value_text, limit.law, limit.source) == ("£16,000", "SI 1 reg 1", "https://example.org/1")
    (income,) = find(tree, "income")
    assert [child.name for child in income.children] == ["pay", "allowance", "scale"]
    (scale,) = find(income, "scale")
    assert scale.value_text == "£5.05 a week"


def test_nothing_amounts_are_left_out_but_not_lost():
    (income,) = find(reasons(), "income")
    assert "pension" not in [child.name for child in income.children]
    assert {child.name for child in income.left_out} == {"pension"}


def test_the_same_fact_of_several_people_is_one_line():
    text = '@household("x")\ndef a(people) -> GBP/month:\n    """A."""\n    return sum(pay for person in people)\n'
    (pay,) = find(reasons(text, "a"), "pay")
    assert pay.value_text == "£1,100 a month (Ada), £2,000 a month (Cai)"
    (pay,) = find(reasons(text, "a", names={"ada": "Mrs A", "cai": "Mr C"}), "pay")
    assert pay.value_text == "£1,100 a month (Mrs A), £2,000 a month (Mr C)"


def test_who_is_not_in_the_group_is_not_in_the_reasons():
    text = (
        '@family("x")\ndef a(adults) -> GBP/month:\n    """A."""\n    return sum(pay for person in adults)\n'
    )
    tree = reasons(text, "a")
    assert [(child.name, child.who) for child in tree.children] == [("pay", "Ada")]


def test_a_rule_is_explained_once():
    text = (
        '@family("x")\ndef a(b, c) -> GBP:\n    """A."""\n    return b + c\n'
        '@family("x")\ndef b(c) -> GBP:\n    """B."""\n    return c\n'
        '@family("x")\ndef c(savings) -> GBP:\n    """C."""\n    return savings\n'
    )
    tree = reasons(text, "a")
    (c,) = find(tree, "c")
    assert c.again and not c.children
    assert not find(tree, "b")[0].children[0].again


def test_the_trees_of_one_outcome_are_those_of_outcomes_of_their_own_in_whatever_order():
    text = "".join(
        f'@family("x")\ndef {name}({reads}) -> GBP:\n    """{name}."""\n    return {" + ".join(reads.split(", "))}\n'
        for name, reads in (("a", "b, c"), ("b", "c, d"), ("c", "savings"), ("d", "c"), ("e", "d, b, a"))
    )
    rules = build(text).on(DAY)
    alone = {goal: rules.work_out([goal], household()).reasons(goal) for goal in "abcde"}
    for order in permutations("abcde"):
        together = rules.work_out(order, household())
        assert {goal: together.reasons(goal) for goal in order} == alone


def test_welsh_is_shown_where_there_is_some_and_marked_as_a_draft():
    rich = household()
    rich.families[0].facts["savings"] = 1_600_001.0
    tree = reasons(
        TEXT,
        known=rich,
        wording=WELSH,
        language="cy",
    )

    assert tree.wording == "Cymorth." and tree.draft
    assert tree.sentence == "£16,000 yw'r terfyn; £16,000.01; heb ei ofyn."
    assert tree.value_text == "£0 yr wythnos"


def test_a_value_is_never_filled_as_if_it_were_a_pattern():
    text = '@household("x")\ndef a(rent) -> GBP/month:\n    """A."""\n    "Rent of {rent} is {rent}."\n    return rent\n'
    tree = reasons(text, "a", names={"ada": "{rent.__class__}"})
    assert tree.sentence == "Rent of £750 a month is £750 a month."
    text = '@person("x")\ndef a(pay) -> GBP/month:\n    """A."""\n    return pay\n'
    known = household()
    known.families[0].people[0].facts["name"] = "{pay} {0.__class__}"
    assert reasons(text, "a", known=known).who == "{pay} {0.__class__}"


def test_the_tree_folds_and_becomes_plain_json():
    import json

    tree = reasons()
    assert tree.folded(0).children == []
    assert all(not child.children for child in tree.folded(1).children)
    assert json.loads(json.dumps(tree.to_dict()))["children"][0]["wording"] == "Savings"
    assert tree.lines()[0] == "Help.: £129.45 a week [SI 2 para 10]"
    assert len(tree.lines(depth=1)) < len(tree.lines())


def test_there_are_no_reasons_without_an_answer():
    outcome = build(TEXT).on(DAY)
    with pytest.raises(NotWorkedOut):
        outcome.work_out(["help"], Circumstances(roster_known=False)).reasons("help")


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ("nobody: {says: x}\n", "wording.cy.yaml:1: 'nobody' is not a rule"),
        ("help: {sentences: {Half.: x}}\n", "wording.cy.yaml:1: help does not say 'Half.'"),
        ("status: done\n", "the status is 'done'. Instead: draft or checked"),
        ('help: {sentences: {"Half of {income} is {half}.": "{half} {incwm}"}}\n', "has other {names} than the English"),
        ("help: {says: [x]}\n", "is not plain words"),
    ],
)  # fmt: skip
def test_a_translation_is_held_to_its_english(wording, message):
    with pytest.raises(RuleErrors) as refused:
        reasons(wording=wording)
    assert message in str(refused.value)
