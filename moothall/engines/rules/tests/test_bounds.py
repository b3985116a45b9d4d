# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""What can still change: settled early, touched facts, "not covered", and the findings of a rule book."""

from __future__ import annotations

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.rules import NotCovered, Settled
from moothall.engines.rules.tests.sample import DAY, build, household
from moothall.engines.rules.tests.test_working_out import REDUCTION

NOBODY = Circumstances(roster_known=False)


def bounds(text, goal, known):
    return build(text).on(DAY).bounds([goal], known)[goal]


def test_everything_open_is_a_wide_range_with_the_facts_that_matter():
    found = bounds(REDUCTION, "reduction", NOBODY)
    assert (found.low, found.settled, found.may_be_not_covered) == (0.0, False, True)
    assert ("savings", "family1") in found.touched and ("people", "household") in found.touched


def test_a_knock_out_settles_without_a_roster():
    found = bounds(
        REDUCTION, "reduction", Circumstances(families=[Family("f", {"savings": 2e6})], roster_known=False)
    )
    assert found.settled and found.answer == Settled(0.0, "GBP/week") and found.touched == ()


def test_what_is_certainly_not_covered_is_settled():
    known = household()
    known.families[0].people[0].facts["born"] = 20000101
    for person in known.people():
        del person.facts["pay"]
    del known.household["council_tax"]
    found = bounds(REDUCTION, "reduction", known)
    assert found.answer == NotCovered("The council's own scheme decides.", "reduction", "SI 2 para 10")


def test_all_known_is_the_answer():
    rules = build(REDUCTION).on(DAY)
    assert (
        rules.bounds(["reduction"], household())["reduction"].answer
        == rules.work_out(["reduction"], household())["reduction"]
    )


def test_a_short_cut_does_not_lose_a_touched_fact():
    """The touched set is kept with each rule: a second reader of the same rule still sees its open facts."""
    text = (
        '@family("x")\ndef a(b, c) -> GBP:\n    """A."""\n    return b + c\n'
        '@family("x")\ndef b(d) -> GBP:\n    """B."""\n    return d\n'
        '@family("x")\ndef c(d) -> GBP:\n    """C."""\n    return d\n'
        '@family("x")\ndef d(savings) -> GBP:\n    """D."""\n    return savings\n'
    )
    rules = build(text).on(DAY)
    found = rules.bounds(["b", "c", "a"], Circumstances(families=[Family("f")]))
    assert [found[goal].touched for goal in ("b", "c", "a")] == [(("savings", "f"),)] * 3


def test_a_comparison_narrows_inside_its_branch():
    text = (
        '@family("x")\ndef a(savings, capital_limit) -> GBP:\n    """A."""\n    if savings > capital_limit:\n'
        '        "Over."\n        return savings - capital_limit\n    return capital_limit - savings\n'
    )
    found = bounds(text, "a", NOBODY)
    assert (found.low, found.high) == (0.0, 50_000_000.0 - 1_600_000.0)


def test_a_person_of_whom_little_is_known_may_or_may_not_be_in_a_group():
    text = '@family("x")\ndef a(adults) -> number:\n    """A."""\n    return count(adults)\n'
    known = Circumstances(families=[Family("f", {}, [Person("p", {"role": "adult"}), Person("q")])])
    found = bounds(text, "a", known)
    assert (found.low, found.high, found.touched) == (1.0, 2.0, (("role", "q"),))
    assert bounds(text, "a", NOBODY)[1:3] == (0.0, 20.0)


def test_choices_and_yes_no_have_options():
    text = '@household("x")\ndef a(tenure, rent) -> yes_no:\n    """A."""\n    return tenure == "owner" and rent > 0\n'
    found = bounds(text, "a", NOBODY)
    assert found.options == (False, True)
    assert bounds(text, "a", Circumstances(household={"tenure": "tenant"})).answer == Settled(False, "yes_no")
    text = '@household("x")\ndef a(tenure) -> tenure:\n    """A."""\n    return "owner" if tenure == "tenant" else tenure\n'
    assert bounds(text, "a", NOBODY).options == ("owner", "rent_free")


def test_findings_name_what_could_be_below_0_or_endless():
    text = (
        '@family("x")\ndef a(savings, debts) -> GBP:\n    """A."""\n    return savings - debts\n'
        '@family("x")\ndef b(savings, debts) -> GBP:\n    """B."""\n    return max(0, savings - debts)\n'
        '@family("x")\ndef c(savings, debts) -> number:\n    """C."""\n    if debts == 0:\n        "None."\n'
        "        return 0\n    return savings / debts\n"
    )
    found = [str(finding) for finding in build(text).on(DAY).findings()]
    assert found == [
        "rules.py:2: a could be below 0. Instead: max(0, ...)",
        "rules.py:10: c could be endless. Instead: divide by max(1, x), or give the facts a tighter range",
    ]
