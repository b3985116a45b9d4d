"""The same value is always written with the same bytes."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.record import pseudonym
from moothall.ground.record.canonical import NotCanonical, canonical

NAMES = st.text(st.characters(max_codepoint=127), max_size=8)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=20)


@given(VALUES)
def test_it_can_be_read_back_and_written_again_the_same(value):
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written


@given(st.dictionaries(NAMES, PLAIN))
def test_the_order_of_names_does_not_matter(value):
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_text_is_escaped_as_rfc_8785_shows_it():
    """The string of RFC 8785, section 3.2.2, and the output of section 3.2.4."""
    told = '\u20ac$\u000f\nA\'B"\\\\"/'
    assert canonical({"string": told, "literals": [None, True, False]}) == (
        '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_instants_dates_and_ids_are_text_and_instants_are_in_utc():
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    assert (
        canonical([summer, summer.astimezone(UTC)])
        == '["2026-07-01T11:00:00.000000Z","2026-07-01T11:00:00.000000Z"]'
    )
    assert (
        canonical([date(2026, 4, 6), UUID(int=7)]) == '["2026-04-06","00000000-0000-0000-0000-000000000007"]'
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"award": {"weekly": 12.5}}, "value.award.weekly is a float"),
        ([1, 2**53], "value[1] is 9007199254740992"),
        ({"t\u0177": 1}, "names are ASCII"),
        ({1: 1}, "names are ASCII"),
        ("\ud800", "half of a character pair"),
        ({1, 2}, "value is a set"),
        (datetime(2026, 7, 1), "no time zone"),
    ],
)
def test_what_has_no_single_form_is_refused_and_says_where(value, told):
    with pytest.raises(NotCanonical) as refused:
        canonical(value)
    assert told in str(refused.value)


def test_a_pseudonym_is_steady_and_says_which_kind_it_stands_for(settings):
    first = pseudonym("case", 7)
    assert first == pseudonym("case", "7")
    assert first != pseudonym("subject", 7)
    settings.PSEUDONYM_KEY = "another node's"
    assert first != pseudonym("case", 7)
