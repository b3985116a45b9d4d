"""Whom a screen concerns: its group, its family or its home, and what is known of each."""

from dataclasses import replace

import pytest

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions import Condition, Question
from moothall.engines.questions.subjects import chain_of, concerned, facts_about, holder_of, is_known
from moothall.engines.questions.tests.household import vocabulary

VOCABULARY = vocabulary()
EDITH = Person("edith", {"role": "claimant", "works": False})
FRANK = Person("frank", {"role": "partner", "works": True})
GUS = Person("gus", {"role": "lodger"})


@pytest.fixture
def home() -> Circumstances:
    families = [Family("family1", {"savings": 5.0}, [EDITH, FRANK]), Family("family2", {}, [GUS])]
    return Circumstances(household={"bill": 3_000.0}, families=families, case={})


def asks(about: str, **how) -> Question:
    return Question(key="a-screen", facts=("pay",), about=about, section="money", heading={}, **how)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (asks("person"), ["edith", "frank", "gus"]),
        (asks("person", group="adults"), ["edith", "frank"]),
        (asks("person", group="other_people"), ["gus"]),
        (asks("family"), ["family1", "family2"]),
        (asks("household"), ["household"]),
        (asks("case"), ["case"]),
    ],
)
def test_a_screen_concerns_its_group(home, question, expected):
    assert concerned(question, home, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("works", (True,)), ["frank"]),
        (Condition("works", (False, True)), ["edith", "frank"]),
        (Condition("savings", (5.0,)), ["edith", "frank"]),
        (Condition("bill", (3_000.0,)), ["edith", "frank", "gus"]),
        (Condition("bill", (0.0,)), []),
    ],
)
def test_what_is_known_of_somebody_their_family_or_their_home_rules_them_out(home, condition, expected):
    assert concerned(replace(asks("person"), depends=(condition,)), home, VOCABULARY) == expected


def test_a_family_is_ruled_out_by_its_own_facts_and_those_of_the_home(home):
    assert concerned(asks("family", depends=(Condition("savings", (5.0,)),)), home, VOCABULARY) == ["family1"]
    assert concerned(asks("household", depends=(Condition("savings", (5.0,)),)), home, VOCABULARY) == []


def test_the_nearest_fact_counts(home):
    home.household["savings"] = 9.0
    assert chain_of(home, "person", "edith")[1:3] == ({"savings": 5.0}, {"bill": 3_000.0, "savings": 9.0})
    assert concerned(asks("person", depends=(Condition("savings", (9.0,)),)), home, VOCABULARY) == ["gus"]
    assert is_known("savings", chain_of(home, "family", "family2"))
    assert not is_known("works", chain_of(home, "household", "household"))


def test_a_subject_is_found_by_its_id_or_not_at_all(home):
    assert facts_about(home, "person", "gus") == {"role": "lodger"}
    assert facts_about(home, "family", "family1") == {"savings": 5.0}
    assert facts_about(home, "person", "nobody") is None
    assert holder_of(home, "gus", "family") == "family2"
    assert holder_of(home, "gus", "household") == "household"
