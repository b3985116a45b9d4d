# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""Answers: settled, not covered, or the fact needed next; by date; and the arithmetic of the law."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.facts import Circumstances, Family
from moothall.engines.facts.limits import NotAValue
from moothall.engines.rules import (
    Endless,
    Needs,
    NoSuchSubject,
    NotCovered,
    RuleErrors,
    Settled,
    UnknownRule,
    functions,
)
from moothall.engines.rules.tests.sample import DAY, RATES, build, household

REDUCTION = '''
@family("SI 2 para 10")
def reduction(savings, capital_limit, weekly_tax, excess, taper, pension_age) -> GBP/week:
    """Help with council tax."""
    if savings > capital_limit:
        "Savings of {savings} are over {capital_limit}."
        return 0
    if not pension_age:
        return not_covered("The council's own scheme decides.")
    return round_half_up(max(0, weekly_tax - taper * excess))

@household("SI 2 para 7")
def weekly_tax(council_tax) -> GBP/week:
    """Council tax a week."""
    return per_week_by_days(council_tax)

@family("SI 2 para 11")
def excess(adults, allowance) -> GBP/week:
    """Income above the allowance."""
    return max(0, sum(weekly(pay) for person in adults) - allowance)

@person("SI 3")
def age(born, on_date) -> number:
    """Age."""
    return years_between(born, on_date)

@family("SI 3")
def pension_age(adults) -> yes_no:
    """Somebody has reached pension age."""
    return any(age >= 66 for person in adults)
'''


def work_out(text: str, goal: str, circumstances=None, day=DAY):
    return build(text).on(day).work_out([goal], circumstances or household())[goal]


def test_an_answer_is_worked_out_from_what_is_stated():
    # 1,800 a year is 34.5205 a week; pay of 1,100 a month is 253.8462 a week, 161.7962 over 92.05; 65% is 105.17.
    assert work_out(REDUCTION, "reduction") == Settled(0.0, "GBP/week")
    rich = household(council_tax="9000.00")
    assert work_out(REDUCTION, "reduction", rich) == Settled(6744.0, "GBP/week")


def test_a_missing_fact_is_named_with_the_one_it_is_about():
    known = household()
    del known.families[0].people[0].facts["born"]
    assert work_out(REDUCTION, "reduction", known) == Needs("born", "person", "ada")
    assert work_out(REDUCTION, "reduction", Circumstances(roster_known=False)) == Needs(
        "savings", "family", "family1"
    )


def test_who_lives_there_is_one_fact():
    known = Circumstances(families=[Family("f", {"savings": 0.0})], roster_known=False)
    assert work_out(REDUCTION, "reduction", known) == Needs("people", "household", "household")


def test_an_early_way_out_asks_for_nothing_more():
    known = Circumstances(families=[Family("f", {"savings": 2_000_000.0})], roster_known=False)
    assert work_out(REDUCTION, "reduction", known) == Settled(0.0, "GBP/week")


def test_not_covered_is_an_answer_and_passes_upwards():
    young = household()
    young.families[0].people[0].facts["born"] = 20000101
    refused = NotCovered("The council's own scheme decides.", "reduction", "SI 2 para 10")
    assert work_out(REDUCTION, "reduction", young) == refused

    above = (
        REDUCTION
        + '@family("x")\ndef yearly_help(reduction) -> GBP/year:\n    """A year."""\n    return yearly(reduction)\n'
    )
    assert work_out(above, "yearly_help", young) == refused
    rules = build(above).on(DAY)
    outcome = rules.work_out(["yearly_help"], young)
    assert outcome.reasons("yearly_help").children[0].sentence == "The council's own scheme decides."


def test_a_goal_can_be_asked_about_each_person():
    outcome = build(REDUCTION).on(DAY).work_out(["age"], household())
    assert outcome["age"].value == 75
    assert outcome.of("age", "ben").value == 11
    with pytest.raises(NoSuchSubject):
        outcome.of("age", "nobody")


def test_rules_and_rates_change_on_their_day():
    text = (
        '@family("x", until="2026-03-31")\ndef a(allowance) -> GBP/week:\n    """A."""\n    return allowance\n'
        '@family("x", since="2026-04-01")\ndef a(allowance) -> GBP/week:\n    """A."""\n    return allowance + allowance\n'
    )
    book = build(text)
    worth = [
        book.on(day).work_out(["a"], household())["a"].value for day in (date(2026, 3, 31), date(2026, 4, 1))
    ]
    assert worth == [8795.0, 18410.0]


def test_an_answer_that_read_a_forecast_says_so():
    text = '@family("x")\ndef a(b) -> GBP/week:\n    """A."""\n    return b\n@family("x")\ndef b(allowance) -> GBP/week:\n    """B."""\n    return allowance\n'
    outcome = build(text).on(date(2027, 4, 1)).work_out(["a"], household())
    assert outcome["a"] == Settled(9500.0, "GBP/week", ("allowance",))
    assert "forecast" in str(outcome.reasons("a").to_dict())


def test_a_missing_rate_names_file_rate_and_day():
    with pytest.raises(RuleErrors) as refused:
        build(REDUCTION).on(date(2019, 4, 1))
    assert "rates.yaml:9: the rate step" not in str(refused.value), "only what a rule needs"
    assert "rates.yaml:12: the rate allowance has no figure for 2019-04-01, and excess needs it" in str(
        refused.value
    )


def test_a_yearly_rate_lapses_after_a_year():
    rates = RATES.replace(b"law: SI 1 reg 1\n", b"law: SI 1 reg 1\n  yearly: yes\n")
    text = '@family("x")\ndef a(capital_limit) -> GBP:\n    """A."""\n    return capital_limit\n'
    book = build(text, rates)
    assert book.on(date(2021, 3, 31)).work_out(["a"], household())["a"].value == 1_600_000.0
    with pytest.raises(RuleErrors, match="capital_limit has no figure for 2021-04-01"):
        book.on(date(2021, 4, 1))


def test_a_rule_that_reads_one_not_in_force_is_an_error_of_that_day():
    text = (
        '@family("x")\ndef a(b) -> GBP:\n    """A."""\n    return b\n'
        '@family("x", since="2027-01-01")\ndef b(savings) -> GBP:\n    """B."""\n    return savings\n'
    )
    with pytest.raises(RuleErrors, match="a reads b, which is not in force on 2026-04-06"):
        build(text).on(DAY)


def test_versions_may_not_overlap_nor_change_what_they_give():
    two = '@family("x")\ndef a(savings) -> GBP:\n    """A."""\n    return savings\n'
    with pytest.raises(RuleErrors, match="two versions of a are in force from the beginning"):
        build(two + two)
    other = (
        two.replace('"x"', '"x", since="2026-01-01"')
        .replace("GBP", "number")
        .replace("return savings", "return 1")
    )
    with pytest.raises(RuleErrors, match="give different units"):
        build(two.replace('"x"', '"x", until="2025-12-31"') + other)


def test_an_unknown_goal_is_an_error():
    with pytest.raises(UnknownRule):
        work_out(REDUCTION, "reductoin")


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -1.0, 1e12, "100", True, None])
def test_a_value_outside_its_kind_or_range_never_reaches_a_rule(wrong):
    known = household()
    known.families[0].facts["savings"] = wrong
    with pytest.raises(NotAValue):
        work_out(REDUCTION, "reduction", known)


def test_a_birth_after_the_day_of_the_calculation_is_an_error_not_a_negative_age():
    known = household()
    known.families[0].people[1].facts["born"] = 20260101
    with pytest.raises(NotAValue):
        work_out(REDUCTION, "reduction", known, day=date(2025, 12, 31))


def test_the_largest_over_nobody_is_0_and_over_somebody_may_be_below():
    text = '@family("x")\ndef a({group}) -> GBP/month:\n    """A."""\n    return max(-pay for person in {group})\n'
    known = household()
    known.families[0].people.pop()
    assert work_out(text.format(group="children"), "a", known).value == 0
    assert work_out(text.format(group="adults"), "a", known).value == -110_000.0


def test_people_of_other_families_are_the_others():
    text = '@family("x")\ndef a(other_adults) -> GBP/month:\n    """A."""\n    return sum(pay for person in other_adults)\n'
    outcome = build(text).on(DAY).work_out(["a"], household())
    assert outcome["a"].value == 200_000.0
    assert outcome.of("a", "cai's").value == 110_000.0


@pytest.mark.parametrize(
    ("income", "figure"),
    [(0, 5.05), (99.99, 5.05), (100, 10.20), (250.50, 10.20), (250.51, 15.35), (2000, 15.35)],
)
def test_a_band_keeps_its_edges_as_they_are_printed(income, figure):
    text = '@person("x")\ndef a(scale, pension) -> GBP/week:\n    """A."""\n    return band(scale, pension)\n'
    known = household()
    known.families[0].people[0].facts["pension"] = float(round(income * 100))
    rules = build(text).on(DAY)
    assert rules.work_out(["a"], known)["a"].value == round(figure * 100)
    assert rules.exact(["a"], known)["a"] == round(figure * 100)
    assert rules.bounds(["a"], known)["a"].answer.value == round(figure * 100)


# The arithmetic


@given(pence=st.integers(0, 10_000_000), percent=st.integers(0, 100))
def test_rounding_half_up_never_loses_a_penny(pence, percent):
    exact = functions.exact_round_half_up(Fraction(pence) * percent / 100)
    assert functions.round_half_up(float(pence) * (percent / 100)) == exact


def test_the_nudge_is_what_saves_the_penny():
    """Plain floor(x + 0.5) in doubles is wrong for some of these exact halves; the shared rounding for none."""
    shares = [(share / 100, Fraction(share, 100)) for share in (5, 15, 35, 55, 65, 95)]
    lost = 0
    for pence in range(10, 40_000, 10):
        for share, exactly in shares:
            exact = functions.exact_round_half_up(pence * exactly)
            assert functions.round_half_up(pence * share) == exact
            lost += math.floor(pence * share + 0.5) != exact
    assert lost > 0


@given(pence=st.integers(0, 100_000_000), over=st.sampled_from((12, 52, 365, 366, 7)))
def test_rounding_either_way_agrees_with_exact_fractions(pence, over):
    value, exact = pence / over, Fraction(pence, over)
    assert functions.floor(value) == functions.exact_floor(exact)
    assert functions.ceil(value) == functions.exact_ceil(exact)
    assert functions.floor(value, 50.0) == functions.exact_floor(exact, Fraction(50))


def test_rounding_gives_no_minus_nought():
    assert str(functions.ceil(-0.3)) == "0.0"
    assert str(functions.floor(-0.0)) == "0.0"


def test_dates_count_as_the_law_counts_them():
    assert functions.years_between(20000229, 20180228) == 17
    assert functions.years_between(20000229, 20180301) == 18
    assert functions.add_months(20260131, 1) == 20260228
    assert functions.add_months(20240229, 12) == 20250228
    assert functions.add_months(20260115, -13) == 20241215
    assert functions.days_between(20240228, 20240301) == 2
    assert (functions.days_in_financial_year(20240331), functions.days_in_financial_year(20240401)) == (
        366,
        365,
    )
    assert functions.add_months(20260101, 99999) == 21260101, "whole months, at most 1,200"


def test_people_in_another_order_give_the_same_pence():
    text = '@household("x")\ndef a(people) -> GBP/month:\n    """A."""\n    return sum(pay for person in people)\n'
    known = household()
    turned = household()
    turned.families.reverse()
    assert work_out(text, "a", known) == work_out(text, "a", turned)


def test_an_amount_without_end_is_an_error_and_no_answer():
    links = "".join(
        f'@household("x")\ndef r{n + 1}(r{n}) -> number:\n    """A."""\n    return round_half_up(r{n} * r{n})\n'
        for n in range(12)
    )
    text = '@household("x")\ndef r0(rooms) -> number:\n    """A."""\n    return rooms\n' + links
    rules = build(text).on(DAY)
    with pytest.raises(Endless):
        rules.work_out(["r12"], household(rooms=12))
    assert rules.bounds(["r12"], Circumstances())["r12"].high == math.inf
    assert any("r12 could be endless" in str(finding) for finding in rules.findings())


def test_the_longest_chain_works_deep_inside_somebody_elses_stack():
    """120 rules, each a count over people of the last; Python's stack must hold it below a web server's
    frames.
    """
    deep, close = "(0 + " * 9, ")" * 9
    links = "".join(
        f'@person("x")\ndef p{n}(h{n}) -> number:\n    """A."""\n    return h{n}\n'
        f'@household("x")\ndef h{n + 1}(people) -> number:\n    """A."""\n    return {deep}max(p{n} for person in people){close}\n'
        for n in range(59)
    )
    text = '@household("x")\ndef h0(rooms) -> number:\n    """A."""\n    return rooms\n' + links
    rules = build(text).on(DAY)

    def below(frames: int, what):
        return below(frames - 1, what) if frames else what()

    outcome = below(250, lambda: rules.work_out(["h59"], household()))
    assert outcome["h59"].value == 3.0
    assert below(250, lambda: outcome.reasons("h59").to_dict())["value_text"] == "3"
    assert below(250, lambda: rules.exact(["h59"], household()))["h59"] == 3
    assert below(250, lambda: rules.bounds(["h59"], household()))["h59"].answer.value == 3.0
    assert below(250, lambda: rules.bounds(["h59"], Circumstances(roster_known=False)))["h59"].high == 12.0
