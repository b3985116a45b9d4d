"""The examiner's cases: in the form of the worked cases, with `nought.yaml` laid under each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from moothall.doors.commands.households import Household, definition_of, read_households
from moothall.engines.facts import Circumstances

HERE = Path(__file__).parent
NOUGHT = "nought.yaml"


def cases() -> Iterator[tuple[str, Household]]:
    """Each case with the service that it examines, in the order of the files."""
    for path in sorted(HERE.glob("*.yaml")):
        if path.name == NOUGHT:
            continue
        service, households = read_households(path)
        yield from ((str(service), filled(household)) for household in households)


def filled(household: Household) -> Household:
    """The case with what it leaves unsaid. What it says is `~` stays not known."""
    plain, under = deepcopy(dict(household.plain)), _nought()
    plain["household"] = _laid(under["household"], plain.get("household") or {})
    for family in plain["families"]:
        for person in family["people"]:
            person["facts"] = _laid(under[person["facts"]["role"]], person["facts"])
    return replace(household, plain=plain)


def household_of(people: Mapping[str, Mapping], home: Mapping, *, on: date) -> Circumstances:
    """People by their names, and their home, with what is left unsaid. Raises NotCircumstances."""
    rows = [{"id": name, "facts": dict(facts)} for name, facts in people.items()]
    plain = {"household": dict(home), "families": [{"id": "family1", "people": rows}]}
    whole = filled(Household(name="given", plain=plain)).plain
    vocabulary = definition_of("council_tax_reduction").vocabulary
    return Circumstances.from_dict(whole, vocabulary, today=on)


def _laid(under: Mapping, over: Mapping) -> dict:
    return {fact: said for fact, said in {**under, **over}.items() if said is not None}


@lru_cache(maxsize=1)
def _nought() -> Mapping:
    return yaml.safe_load((HERE / NOUGHT).read_text(encoding="utf-8"))
