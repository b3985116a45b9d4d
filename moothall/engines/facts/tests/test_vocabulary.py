# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""Vocabulary files: what they give, and every fault with its file and line."""

from __future__ import annotations

import pytest

from moothall.engines.facts import FactErrors, UnknownFact, Vocabulary
from moothall.engines.facts.limits import NotAValue, check_value, range_of
from moothall.engines.facts.tests.sample import FILE, TODAY, vocabulary

WORDS = vocabulary()


def test_a_fact_says_everything_about_itself():
    rent = WORDS["rent"]
    assert (rent.about, rent.kind, rent.unit, rent.most) == ("household", "money", "GBP/month", 500_000.0)
    assert (rent.sensitivity, rent.attested_by, rent.held_by) == (
        "personal",
        ("landlord",),
        ("billing_authority",),
    )
    assert rent.words("en").why == "It sets your housing costs." and not rent.words("en").draft
    assert rent.words("cy").label == "Rhent" and rent.words("cy").draft
    assert WORDS["savings"].words("cy").label == "Savings"
    assert WORDS["role"].codes == ("adult", "child")
    assert WORDS.groups["children"].codes == ("child",)
    assert set(WORDS.groups) == {"people", "other_people", "families", "children"}
    with pytest.raises(UnknownFact):
        WORDS["rnet"]


def faults(text: str) -> str:
    with pytest.raises(FactErrors) as found:
        Vocabulary.from_yaml({"a.yaml": text.encode()})
    return str(found.value)


def fact(fields: str) -> str:
    return f"facts:\n  a: {{about: person, wording: {{en: {{label: A}}}}, {fields}}}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (fact("kind: cat"), "a.yaml:2: `kind` of a is 'cat'. Instead: money, number"),
        (fact("kind: money"), "a.yaml:2: a is money and its unit is nothing. Instead: GBP, GBP/week"),
        (fact("kind: money, unit: GBP/day"), "a.yaml:2: a is money and its unit is 'GBP/day'"),
        (fact("kind: text, unit: GBP"), "a is text and has no unit"),
        (fact("kind: text, most: 3"), "a is text and has no range"),
        (fact("kind: number, least: 3, most: 2"), "the least of a is more than its most"),
        (fact("kind: number, most: many"), "most of a is 'many'. Instead: a number"),
        (fact("kind: number, most: NaN"), "most of a is 'NaN'. Instead: a number"),
        (fact("kind: date, most: 2026-02-30"), "most of a is '2026-02-30'. Instead: a date like 1900-01-01, or today"),
        (fact("kind: choice"), "a is a choice without choices"),
        (fact("kind: choice, choices: [{code: x, en: X}, {code: x, en: X}]"), "'x' is not a new code of a"),
        (fact("kind: choice, choices: [{code: x}]"), "a choice of a lacks its code or its English"),
        (fact("kind: text, choices: [{code: x, en: X}]"), "a is text and has no choices"),
        (fact("kind: text, colour: red"), "'colour' is no field of the fact a"),
        (fact("kind: text, sensitivity: huge"), "`sensitivity` of a is 'huge'. Instead: ordinary, personal, special"),
        ("facts:\n  a: {about: person, kind: text}\n", "a.yaml:2: a has no English wording"),
        ("facts:\n  A__b: {}\n", "a.yaml:2: 'A__b' is not a name"),
        ("facts:\n  people: {}\n", "a.yaml:2: 'people' is named twice"),
        ("facts:\n  a: 3\n", "a.yaml:2: a is not a mapping"),
        ("fact: {}\n", "a.yaml:1: 'fact' is no field of a vocabulary file"),
        ("groups:\n  g: {among: people, fact: rnet, is: [x]}\n", "a.yaml:2: the group g uses 'rnet'"),
        (FILE + "  g: {among: people, fact: role, is: [cat]}\n", "'cat' is not a choice of role. Instead: adult, child"),
        (FILE + "  g: {among: folk, fact: role, is: [child]}\n", "`among` of g is 'folk'"),
        ("facts:\n  a: {}\n  a: {}\n", "a.yaml:3: 'a' is written twice"),
        ("a: &x [1]\nb: *x\n", "a.yaml:1: anchors and aliases (& and *) are not read"),
        ("a: !!python/object:os.system x\n", "a.yaml:1: the tag tag:yaml.org,2002:python/object:os.system is not read"),
        ("a: [" * 50, "a.yaml:1: this is nested deeper than 20"),
        ("a: [1\n", "this is not YAML"),
        ("", "a.yaml:1: the file is empty"),
        ("- 1\n", "a.yaml:1: the file is not a mapping"),
        ("a: 1\n---\nb: 1\n", "the file holds more than one document"),
        ("a: \x07\n", "this is not YAML"),
        ("x" * 2_000_001, "the file is 2,000,001 bytes"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file_and_line(text, message):
    assert message in faults(text)


def test_a_name_in_two_files_is_a_fault():
    with pytest.raises(FactErrors, match=r"b\.yaml:3: 'rent' is named twice"):
        Vocabulary.from_yaml({"a.yaml": FILE.encode(), "b.yaml": FILE.encode()})


def test_bytes_that_are_not_utf_8_are_refused():
    with pytest.raises(FactErrors, match=r"a\.yaml:2: a byte here is not UTF-8"):
        Vocabulary.from_yaml({"a.yaml": b"# x\n# caf\xe9\n"})


def test_the_fingerprint_follows_every_change():
    assert vocabulary().fingerprint == vocabulary().fingerprint
    assert Vocabulary.from_yaml({"a": FILE.replace("5000", "5001").encode()}).fingerprint != WORDS.fingerprint
    assert Vocabulary(WORDS.facts, {}).fingerprint != Vocabulary(WORDS.facts, WORDS.groups).fingerprint


def test_ranges_and_values():
    assert range_of(WORDS["born"], TODAY) == (19000101, 20261123)
    assert range_of(WORDS["savings"]) == (0.0, 1_000_000_000.0)
    check_value(WORDS["born"], 19520229, TODAY)
    for name, value in (
        ("born", 20261124),
        ("born", 19530229),
        ("rooms", 2.5),
        ("role", "cat"),
        ("married", 1),
    ):
        with pytest.raises(NotAValue):
            check_value(WORDS[name], value, TODAY)
