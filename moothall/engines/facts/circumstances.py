"""What is known of a household, its families and its people, and its plain form in files.

A fact that is absent is not known; that is not the same as 0 or no. `roster_known` says whether we know who
lives there at all: before that, counting people asks for them first.

The plain form is readable YAML or JSON: pounds as "123.45", dates as 2026-04-01.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from moothall.engines.facts import dates
from moothall.engines.facts.limits import NotAValue, check_value
from moothall.engines.facts.vocabulary import Fact, UnknownFact, Vocabulary

Value = float | int | bool | str
MOST_PEOPLE = 50
PARTS = ("household", "families", "case", "roster_known", "sparing")


class NotCircumstances(ValueError):
    """The file does not describe a household. The message names the place in it and what was expected.

    `fact` is the fact at fault, where one is, and `found` what stood there. It is personal, so the message,
    which may be logged, does not hold it; whoever shows it to the person who wrote the file may.
    """

    def __init__(self, message: str, *, fact: str = "", found: object = None):
        super().__init__(message)
        self.fact, self.found = fact, found


@dataclass
class Person:
    id: str
    facts: dict[str, Value] = field(default_factory=dict)


@dataclass
class Family:
    """A person, their partner and their children, as the law of benefits counts a family."""

    id: str
    facts: dict[str, Value] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)


@dataclass
class Circumstances:
    """A household: its own facts, its families with theirs, and the facts about the case itself.

    `sparing` says that the interview left open what no answer could change the results by; the rules then
    work them out without it, after making sure that it is still so.
    """

    household: dict[str, Value] = field(default_factory=dict)
    families: list[Family] = field(default_factory=list)
    case: dict[str, Value] = field(default_factory=dict)
    roster_known: bool = True
    sparing: bool = False

    def people(self) -> Iterator[Person]:
        for family in self.families:
            yield from family.people

    @classmethod
    def from_dict(cls, plain: Mapping, vocabulary: Vocabulary, *, today: date | None = None) -> Circumstances:
        """Read the plain form. Raises `NotCircumstances` that names the place, the fact and what was
        expected.
        """
        if not isinstance(plain, Mapping):
            raise NotCircumstances("expected a mapping with household, families and case")
        reader = _Reader(vocabulary, today)
        reader.only(plain, PARTS, "the household")
        families = [
            reader.family(row, place) for place, row in enumerate(reader.rows(plain, "families"), start=1)
        ]
        circumstances = cls(
            household=reader.facts(plain.get("household"), "household", "household"),
            families=families,
            case=reader.facts(plain.get("case"), "case", "case"),
            roster_known=bool(plain.get("roster_known", bool(families))),
            sparing=bool(plain.get("sparing", False)),
        )
        ids = [family.id for family in families] + [person.id for person in circumstances.people()]
        if len(set(ids)) != len(ids):
            raise NotCircumstances("two families or people have the same id")
        if len(ids) > MOST_PEOPLE * 2:
            raise NotCircumstances(f"more than {MOST_PEOPLE} people")
        return circumstances

    def to_dict(self, vocabulary: Vocabulary) -> dict:
        """The plain form, in the order in which facts were given."""
        plain: dict = {"household": _plain_facts(self.household, vocabulary)}
        if self.case:
            plain["case"] = _plain_facts(self.case, vocabulary)
        plain["families"] = [
            {
                "id": family.id,
                "facts": _plain_facts(family.facts, vocabulary),
                "people": [{"id": p.id, "facts": _plain_facts(p.facts, vocabulary)} for p in family.people],
            }
            for family in self.families
        ]
        if not self.roster_known:
            plain["roster_known"] = False
        if self.sparing:
            plain["sparing"] = True
        return plain


class _Reader:
    def __init__(self, vocabulary: Vocabulary, today: date | None):
        self.vocabulary = vocabulary
        self.today = today

    def family(self, row: object, place: int) -> Family:
        where = f"family {place}"
        if not isinstance(row, Mapping):
            raise NotCircumstances(f"{where}: expected a mapping with id, facts and people")
        self.only(row, ("id", "facts", "people"), where)
        people = [
            self.person(person, place, number) for number, person in enumerate(self.rows(row, "people"), 1)
        ]
        return Family(self.id(row, f"family{place}"), self.facts(row.get("facts"), "family", where), people)

    def person(self, row: object, place: int, number: int) -> Person:
        where = f"person {number} of family {place}"
        if not isinstance(row, Mapping):
            raise NotCircumstances(f"{where}: expected a mapping with id and facts")
        self.only(row, ("id", "facts"), where)
        # A file that people write names them, and so do we.
        where = self.id(row, where)
        return Person(self.id(row, f"person{place}_{number}"), self.facts(row.get("facts"), "person", where))

    def facts(self, plain: object, about: str, where: str) -> dict[str, Value]:
        if plain is None:
            return {}
        if not isinstance(plain, Mapping):
            raise NotCircumstances(f"{where}: expected a mapping of facts")
        return {str(name): self.value(str(name), raw, about, where) for name, raw in plain.items()}

    def value(self, name: str, raw: object, about: str, where: str) -> Value:
        try:
            fact = self.vocabulary[name]
        except UnknownFact:
            raise NotCircumstances(f"{where}: '{name}' is not a fact of the vocabulary") from None
        if fact.about != about:
            raise NotCircumstances(f"{where}: {name} is about a {fact.about}, not a {about}")
        try:
            value = from_plain(fact, raw)
            check_value(fact, value, self.today)
        except NotAValue as error:
            raise NotCircumstances(f"{where}: {error}", fact=name, found=raw) from None
        except (ValueError, InvalidOperation, TypeError, OverflowError):
            expected = _EXPECTED.get(fact.kind, "text")
            raise NotCircumstances(f"{where}: {name} is not {expected}", fact=name, found=raw) from None
        return value

    def rows(self, plain: Mapping, key: str) -> list:
        rows = plain.get(key) or []
        if not isinstance(rows, list) or len(rows) > MOST_PEOPLE:
            raise NotCircumstances(f"{key}: expected a list of at most {MOST_PEOPLE}")
        return rows

    def only(self, plain: Mapping, keys: tuple[str, ...], where: str) -> None:
        for key in plain:
            if key not in keys:
                raise NotCircumstances(f"{where}: '{key}' is not known here; expected {', '.join(keys)}")

    def id(self, row: Mapping, otherwise: str) -> str:
        return str(row.get("id", otherwise))[:100]


_EXPECTED = {
    "money": 'pounds like "123.45"', "date": "a date like 2026-04-01", "yes_no": "yes or no",
    "number": "a number",
    "whole_number": "a whole number",
}  # fmt: skip


def from_plain(fact: Fact, raw: object) -> Value:
    """A kept value as the engines read it. Raises ValueError, ArithmeticError or TypeError."""
    if fact.kind == "yes_no":
        if isinstance(raw, bool):
            return raw
        return {"yes": True, "no": False, "true": True, "false": False}.get(str(raw).lower(), str(raw))
    if fact.kind == "money":
        if isinstance(raw, bool):
            raise ValueError(raw)
        pence = Decimal(str(raw)) * 100
        if pence != pence.to_integral_value():
            raise ValueError("a part of a penny")
        return float(pence)
    if fact.kind in ("number", "whole_number"):
        return float(Decimal(str(raw)))
    if fact.kind == "date":
        return dates.to_number(raw) if isinstance(raw, date) else dates.from_iso(str(raw))
    if isinstance(raw, Mapping | list):
        raise ValueError(raw)
    return str(raw)


def _plain_facts(facts: Mapping[str, Value], vocabulary: Vocabulary) -> dict:
    return {name: to_plain(vocabulary[name], value) for name, value in facts.items()}


def to_plain(fact: Fact, value: Value) -> object:
    """A value as it is kept: pounds and dates as text, so that JSON loses nothing of them."""
    if fact.kind == "money":
        return f"{Decimal(value) / 100:.2f}"
    if fact.kind == "date":
        return dates.to_iso(value)
    if fact.kind == "whole_number":
        return int(value)
    return value
