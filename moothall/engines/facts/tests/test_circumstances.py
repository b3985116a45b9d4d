"""The plain form of a household: read, written back, and refused with the place of the fault."""

from __future__ import annotations

import json
from datetime import date

import pytest

from moothall.engines.facts import Circumstances, NotCircumstances, write_plain
from moothall.engines.facts.tests.sample import TODAY, vocabulary

WORDS = vocabulary()
PLAIN = {
    "household": {"rent": "750.50", "rooms": 3, "postcode": "CT1 2EH"},
    "case": {"moving": "2027-01-31"},
    "families": [
        {
            "id": "f",
            "facts": {"savings": "12100.00", "married": False},
            "people": [{"id": "ann", "facts": {"born": "1950-05-03", "role": "adult"}}],
        }
    ],
}


def test_the_plain_form_goes_there_and_back():
    known = Circumstances.from_dict(PLAIN, WORDS, today=TODAY)
    assert known.household["rent"] == 75_050.0 and known.families[0].people[0].facts["born"] == 19500503
    assert known.to_dict(WORDS) == PLAIN
    assert Circumstances.from_dict(json.loads(json.dumps(known.to_dict(WORDS))), WORDS) == known


def test_words_of_yaml_are_read_too():
    known = Circumstances.from_dict(
        {
            "household": {"rent": 750.5},
            "families": [{"facts": {"married": "no"}, "people": [{"facts": {"born": date(1950, 5, 3)}}]}],
        },
        WORDS,
    )
    assert (known.household["rent"], known.families[0].facts["married"]) == (75_050.0, False)
    assert (
        known.families[0].people[0].id == "person1_1"
        and known.families[0].people[0].facts["born"] == 19500503
    )


def test_without_families_nobody_knows_who_lives_there():
    assert not Circumstances.from_dict({}, WORDS).roster_known
    assert Circumstances.from_dict({}, WORDS).to_dict(WORDS)["roster_known"] is False
    assert Circumstances.from_dict(PLAIN, WORDS).roster_known


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ([], "expected a mapping with household, families and case"),
        ({"people": []}, "the household: 'people' is not known here"),
        ({"household": {"rnet": 1}}, "household: 'rnet' is not a fact of the vocabulary"),
        ({"household": {"savings": 1}}, "household: savings is about a family, not a household"),
        ({"household": {"rent": "1.005"}}, 'household: rent is not pounds like "123.45"'),
        ({"household": {"rent": "NaN"}}, "rent is not pounds"),
        ({"household": {"rent": "many"}}, "rent is not pounds"),
        ({"household": {"rent": True}}, "rent is not pounds"),
        ({"household": {"rent": [1]}}, "rent is not pounds"),
        ({"household": {"rent": 1e300}}, "rent"),
        ({"household": {"rent": "6000"}}, "rent: a number that is not within its range"),
        ({"household": {"rooms": "x"}}, "rooms is not a whole number"),
        ({"families": {}}, None),
        ({"families": "x"}, "families: expected a list"),
        ({"families": [1]}, "family 1: expected a mapping"),
        (
            {"families": [{"people": [{"facts": {"born": "1950-02-30"}}]}]},
            "person 1 of family 1: born is not a date",
        ),
        (
            {"families": [{"people": [{"facts": {"role": "cat"}}]}]},
            "role: a str that is not one of its choices",
        ),
        ({"families": [{"people": [{"facts": [1]}]}]}, "expected a mapping of facts"),
        ({"families": [{"id": "x"}, {"id": "x"}]}, "two families or people have the same id"),
        ({"families": [{}] * 51}, "families: expected a list of at most 50"),
    ],
)
def test_what_is_not_a_household_is_refused_with_its_place(plain, message):
    if message is None:
        assert not Circumstances.from_dict(plain, WORDS).roster_known
        return
    with pytest.raises(NotCircumstances) as found:
        Circumstances.from_dict(plain, WORDS, today=TODAY)
    assert message in str(found.value)
    assert "6000" not in str(found.value), "a value is personal and stays out of messages"


def test_a_kept_value_is_written_in_words_and_one_that_is_no_longer_known_as_it_is_kept():
    assert write_plain(WORDS, "rent", "750.50") == "£750.50 a month"
    assert write_plain(WORDS, "born", "1950-05-03", "cy") == "3 Mai 1950"
    assert write_plain(WORDS, "gone", "x") == "x"
    assert write_plain(WORDS, "rent", "free") == "free"
