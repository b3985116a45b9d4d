"""No Welsh string is its English one: a forgotten translation would look like a finished page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.kit.places import ROOT

SERVICES = ROOT / "services"
SAME = yaml.safe_load((Path(__file__).parent / "same_in_welsh.yaml").read_text("utf-8"))
# Names of bodies are their own; a body without a Welsh name keeps its English one.
LEFT_OUT = {"organisations", "places", "examples"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def pairs_in(told: object) -> Iterator[tuple[str, str]]:
    """(English, Welsh) of everything below that says both."""
    if isinstance(told, dict) and {"en", "cy"} <= told.keys():
        yield from _texts(told["en"], told["cy"])
    elif isinstance(told, dict):
        for one in told.values():
            yield from pairs_in(one)
    elif isinstance(told, list):
        for one in told:
            yield from pairs_in(one)


def _texts(english: object, welsh: object) -> Iterator[tuple[str, str]]:
    if isinstance(welsh, dict) and "text" in welsh:
        welsh = welsh["text"]
    if isinstance(english, dict) and isinstance(welsh, dict):  # the forms of a sentence that counts
        for form in english.keys() & welsh.keys():
            yield from _texts(english[form], welsh[form])
    elif not isinstance(english, list):  # everyday words of both languages are searched, and may be the same
        yield str(english), str(welsh)


def all_pairs() -> Iterator[tuple[str, str, str]]:
    """(file, English, Welsh) of every page, service, question, sentence of a rule, and letter."""
    files = [*(ROOT / "moothall" / "doors").glob("*/messages/*.yaml"), *SERVICES.rglob("*.yaml")]
    for path in sorted(files):
        where = path.relative_to(ROOT)
        if LEFT_OUT & set(where.parts):
            continue
        told = yaml.load(path.read_text("utf-8"), Loader=_Loader)
        for english, welsh in pairs_in(told):
            yield where.as_posix(), english, welsh
        if path.name == "wording.cy.yaml":
            for rule in told.values():
                for english, welsh in (rule.get("sentences", {}) if isinstance(rule, dict) else {}).items():
                    yield where.as_posix(), english, welsh
    for english in sorted(SERVICES.rglob("letters/en/*.txt")):
        welsh = english.parent.parent / "cy" / english.name
        yield english.relative_to(ROOT).as_posix(), english.read_text("utf-8"), welsh.read_text("utf-8")


@pytest.fixture(scope="module")
def same() -> dict[str, str]:
    """English that stands for Welsh -> a file where it does."""
    return {
        english.strip(): file
        for file, english, welsh in all_pairs()
        if english.strip() and english.strip().casefold() == welsh.strip().casefold()
    }


def test_no_welsh_is_its_english_but_what_is_listed(same):
    assert {text: file for text, file in same.items() if text not in SAME} == {}


def test_the_list_names_nothing_that_is_gone(same):
    assert SAME.keys() - same.keys() == set()
    assert all(why.strip() for why in SAME.values())


def test_it_looks_at_very_many_and_can_fail():
    assert sum(1 for _ in all_pairs()) > 2_500
    told = {"a": [{"en": "Bins", "cy": {"text": "Bins", "status": "draft"}}]}
    assert list(pairs_in(told)) == [("Bins", "Bins")]
    counted = {"en": {"one": "1 bin", "other": "Bins"}, "cy": {"text": {"one": "1 bin", "other": "Biniau"}}}
    assert ("1 bin", "1 bin") in list(pairs_in(counted))
