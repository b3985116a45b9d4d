"""Each formula by its worked number, and by what must hold for any numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.indicators import LONGEST_SPELL, Act, middle, ninetieth, share, touch_time

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def acts(*minutes: float, case: str = "a case", actor: str = "Meena") -> list[Act]:
    return [Act(case, actor, at(one)) for one in minutes]


def test_of_two_thousand_started_and_a_thousand_completed_half_is_completed():
    assert share(1_000, 2_000) == 50


def test_a_share_of_nothing_is_no_share():
    assert share(0, 0) is None
    assert share(0, 5) == 0


def test_the_middle_and_the_ninetieth_are_values_that_occurred():
    days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40]
    assert (middle(days), ninetieth(days)) == (5, 9)
    assert (middle([7]), ninetieth([7])) == (7, 7)
    assert middle([]) is None and ninetieth([]) is None


def test_spells_of_two_and_three_minutes_are_five():
    assert touch_time(acts(0, 2, 5)) == {"a case": timedelta(minutes=5)}


def test_a_spell_without_an_act_is_cut_at_five_minutes():
    # 4 minutes, then 56 minutes away, then 1 minute: 4 + 5 + 1.
    assert touch_time(acts(0, 4, 60, 61)) == {"a case": timedelta(minutes=10)}


def test_two_officers_at_once_are_both_busy_and_no_spell_lies_between_them():
    both = acts(0, 3) + acts(1, 4, actor="Gwen")
    assert touch_time(both) == {"a case": timedelta(minutes=6)}


def test_one_act_alone_shows_no_time():
    assert touch_time(acts(0)) == {"a case": timedelta(0)}


@given(st.lists(st.integers(0, 600), max_size=20), st.randoms())
def test_the_order_of_reading_changes_nothing_and_no_spell_is_longer_than_it_may(minutes, random):
    told = acts(*minutes)
    mixed = list(told)
    random.shuffle(mixed)
    assert touch_time(mixed) == touch_time(told)
    assert sum(touch_time(told).values(), timedelta()) <= max(0, len(minutes) - 1) * LONGEST_SPELL


@given(st.lists(st.integers(0, 400), min_size=1))
def test_at_least_half_and_nine_in_ten_are_not_slower(days):
    assert sum(one <= middle(days) for one in days) * 2 >= len(days)
    assert sum(one <= ninetieth(days) for one in days) * 10 >= 9 * len(days)
