"""Reads households from the files that `moothall calculate` and the worked cases are written in.

A file is YAML or JSON. It holds one household in the plain form of `Circumstances` (household, families,
case), or in the short form that people write by hand: `household` and `people`, a name and its facts each.
With `cases:` it holds several, each with its date, its source and what is expected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from moothall.engines.facts import Circumstances, NotCircumstances, Vocabulary
from moothall.environment import folder
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import gather

SERVICES = folder("MOOTHALL_SERVICES", default=Path(__file__).parents[3] / "services")
LARGEST_FILE = 2_000_000
OF_A_FILE = ("service", "cases")
OF_A_HOUSEHOLD = ("service", "day", "household", "people", "families", "case", "roster_known")
OF_A_CASE = ("name", "source", "by_hand", "expect", "says", *OF_A_HOUSEHOLD[1:])


# How a file says that an unusual answer is right: one line of its case.
RIGHT = " If it is right, say so: case: {{confirmed_answers: {rule}}}"


# libyaml's reader where there is one: a file of worked cases is read ten times as fast.
class _Text(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML without dates: 30 February reaches the vocabulary as typed, and is refused by name there."""


_Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class NotAHouseholdFile(ValueError):
    """The file cannot be read as a household. The message says where, what was found, what was expected."""


@dataclass(frozen=True)
class Household:
    """One household of a file: its plain form and, in a worked case, its date, source and answers."""

    name: str
    plain: Mapping
    on: date | None = None
    source: str = ""
    by_hand: tuple[str, ...] = ()
    expect: Mapping[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()


def definition_of(service: str, *, organisation: str = "", services: Path = SERVICES) -> Definition:
    """The service as its files say it, with the overlay of an organisation if named. Raises NoSuchService."""
    return _definition(service, organisation, services)


# More than there are services: the oracle goes through all of them for each household, in turn.
@lru_cache(maxsize=64)
def _definition(service: str, organisation: str, services: Path) -> Definition:
    files = gather(services, service=service, organisation=organisation or "none")
    return Definition(files, service=service, organisation=organisation or "none")


def read_households(path: Path) -> tuple[str | None, list[Household]]:
    """(the service that the file names, its households in order). Raises NotAHouseholdFile."""
    root = _root(path)
    if "cases" not in root:
        _only(root, OF_A_HOUSEHOLD, path.name)
        only = Household(name=path.stem, plain=_plain(root, path.name), on=_day(root, path.name))
        return root.get("service"), [only]
    _only(root, OF_A_FILE, path.name)
    cases = root["cases"]
    if not isinstance(cases, list) or not all(isinstance(case, Mapping) for case in cases):
        raise NotAHouseholdFile(f"{path.name}: cases is no list. Expected: - name, household, people")
    numbered = enumerate(cases, 1)
    return root.get("service"), [_case(case, f"{path.name}, case {number}") for number, case in numbered]


def circumstances_of(household: Household, vocabulary: Vocabulary, *, on: date) -> Circumstances:
    """What is known of the household. Raises NotCircumstances: which person, which fact, what is accepted."""
    return Circumstances.from_dict(household.plain, vocabulary, today=on)


def check_fit(known: Circumstances, definition: Definition, *, on: date) -> None:
    """Raises NotCircumstances when answers do not fit together: whose, which facts, what was understood."""
    for found in definition.contradictions.open(known, on):
        facts = list(dict.fromkeys(gap.fact for gap in found.gaps)) or found.contradiction.asks_again
        right = "" if found.contradiction.sure else RIGHT.format(rule=found.contradiction.rule)
        message = f"{found.whom}: {', '.join(facts)}: {found.kindly()}{right}"
        raise NotCircumstances(message, fact=facts[0])


def _root(path: Path) -> Mapping:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NotAHouseholdFile(f"{path.name} is over {LARGEST_FILE:,} bytes. Expected: households.")
        text = path.read_text(encoding="utf-8")
        root = json.loads(text) if path.suffix == ".json" else yaml.load(text, _Text)
    except OSError as error:
        raise NotAHouseholdFile(f"{path} cannot be read: {error.strerror}. Expected: YAML or JSON.") from None
    except (UnicodeDecodeError, json.JSONDecodeError, yaml.YAMLError, RecursionError) as error:
        raise NotAHouseholdFile(f"{path.name} is not YAML or JSON: {_first_line(error)}") from None
    if not isinstance(root, Mapping):
        raise NotAHouseholdFile(f"{path.name}: expected a mapping with household and people")
    return root


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark else ""
    return where + str(getattr(error, "problem", None) or str(error).splitlines()[0])


def _case(case: Mapping, where: str) -> Household:
    _only(case, OF_A_CASE, where)
    return Household(
        name=str(case.get("name", where)), plain=_plain(case, where), on=_day(case, where),
        source=str(case.get("source", "")),
        by_hand=tuple(map(str, case.get("by_hand") or ())), expect=dict(case.get("expect") or {}),
        says=tuple(map(str, case.get("says") or ())),
    )  # fmt: skip


def _day(root: Mapping, where: str) -> date | None:
    if root.get("day") is None:
        return None
    try:
        return date.fromisoformat(str(root["day"]))
    except ValueError:
        raise NotAHouseholdFile(
            f"{where}: day is {root['day']!r}. Expected: a date like 2026-04-01"
        ) from None


def _plain(root: Mapping, where: str) -> dict:
    """The plain form that the engines read, from either form."""
    plain = {key: root[key] for key in ("household", "families", "case", "roster_known") if key in root}
    if "people" not in root:
        return plain
    people = root["people"]
    if "families" in plain or not isinstance(people, Mapping):
        raise NotAHouseholdFile(f"{where}: expected either people, a name and its facts each, or families")
    rows = [{"id": str(who), "facts": facts} for who, facts in people.items()]
    return plain | {"families": [{"id": "family1", "people": rows}]}


def _only(found: Mapping, known: tuple[str, ...], where: str) -> None:
    for key in found:
        if key not in known:
            raise NotAHouseholdFile(f"{where}: '{key}' is not known here. Expected: {', '.join(known)}")
