"""The vocabulary: every fact named once, and the named groups of people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moothall.engines.facts.faults import FactErrors

SUBJECTS = ("person", "family", "household", "case")
KINDS = (
    "money", "number", "whole_number", "yes_no", "choice", "date", "text", "name",
    "postcode", "email", "telephone", "national_insurance_number",
)  # fmt: skip
MONEY_UNITS = ("GBP", "GBP/week", "GBP/month", "GBP/year")
SENSITIVITIES = ("ordinary", "personal", "special")
# "today" as an end of a range is the day of the calculation, which only the caller knows.
TODAY = "today"
BUILT_IN_GROUPS = ("people", "other_people", "families")


@dataclass(frozen=True)
class Choice:
    """One answer of a choice fact."""

    code: str
    en: str
    cy: str | None = None

    def label(self, language: str) -> str:
        return (self.cy if language == "cy" else None) or self.en


@dataclass(frozen=True)
class Wording:
    """How a fact is spoken of in one language. A draft has not been checked by a translator."""

    label: str
    question: str
    hint: str = ""
    why: str = ""
    draft: bool = False


@dataclass(frozen=True)
class Fact:
    """A named thing that can be known about a subject.

    `least` and `most` are in the fact's own values: pence for money, YYYYMMDD (or "today") for dates.
    """

    name: str
    about: str
    kind: str
    unit: str | None
    least: float | int | str | None
    most: float | int | str | None
    choices: tuple[Choice, ...]
    wording: Mapping[str, Wording]
    sensitivity: str = "ordinary"
    attested_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    standard: str | None = None
    source: str | None = None
    file: str = ""
    line: int = 0

    def words(self, language: str) -> Wording:
        """The wording in that language, or the English when there is none."""
        return self.wording.get(language) or self.wording["en"]

    def choice(self, code: str) -> Choice:
        """The choice with that code. Raises KeyError when there is none."""
        for choice in self.choices:
            if choice.code == code:
                return choice
        raise KeyError(code)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)


@dataclass(frozen=True)
class Group:
    """People chosen by one choice fact, among the family's own (`people`) or the household's others."""

    name: str
    among: str
    fact: str | None
    codes: tuple[str, ...]
    wording: Mapping[str, str]


class UnknownFact(KeyError):
    """The vocabulary has no fact of that name."""


class Vocabulary:
    """All facts and groups by name, in the order of the files."""

    def __init__(
        self, facts: Mapping[str, Fact], groups: Mapping[str, Group], fingerprint: str | None = None
    ):
        self.facts = dict(facts)
        self.groups = {
            name: Group(name, name, None, (), {"en": name.replace("_", " ")}) for name in BUILT_IN_GROUPS
        }
        self.groups.update(groups)
        # What a checked rule book was checked against: any change of a fact or group makes another
        # fingerprint.
        self.fingerprint = fingerprint or self._hash()

    @classmethod
    def from_yaml(cls, texts: Mapping[str, bytes]) -> Vocabulary:
        """Read every vocabulary file. Raises `FactErrors` that lists each fault with its file and line."""
        from moothall.engines.facts.vocabulary_file import read_vocabulary

        facts, groups, faults = read_vocabulary(texts)
        if faults:
            raise FactErrors(faults)
        hashed = hashlib.sha256()
        for name, data in texts.items():
            hashed.update(f"{len(name)} {name} {len(data)}\n".encode() + data)
        return cls(facts, groups, hashed.hexdigest())

    def _hash(self) -> str:
        plain = repr((sorted(self.facts.items()), sorted(self.groups.items())))
        return hashlib.sha256(plain.encode()).hexdigest()

    def __getitem__(self, name: str) -> Fact:
        try:
            return self.facts[name]
        except KeyError:
            raise UnknownFact(name) from None

    def __contains__(self, name: object) -> bool:
        return name in self.facts

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts.values())

    def __len__(self) -> int:
        return len(self.facts)
