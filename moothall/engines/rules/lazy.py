"""The lazy reading: the printed text, compiled and bound to doubles or rationals, with every read kept.

It works out only what the answer needs. It stops with the answer, with "not covered", or with the fact that
it needs next. Compiled code runs with empty builtins and only the names that `bind` gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import CodeType

from moothall.engines.facts.vocabulary import Group
from moothall.engines.rules import functions
from moothall.engines.rules.rates import Rate, Row, exact, find_band
from moothall.engines.rules.world import Subject

FACT, RULE, RATE = 0, 1, 2
PEOPLE = "people"


class Needed(Exception):
    """A fact is needed that nobody has stated. `fact` is its number, or None when it is who lives there."""

    def __init__(self, fact: int | None, subject: Subject):
        self.fact, self.subject = fact, subject
        super().__init__(fact)


class NotCovered(Exception):
    """A rule on the way says that this is not covered: which rule, about whom, by which of its ways out."""

    def __init__(self, rule: int, subject: Subject):
        self.rule, self.subject = rule, subject
        super().__init__(rule)


class Reading:
    """One binding of compiled text: the day, the versions and the rates in force, doubles or rationals."""

    def __init__(
        self,
        code: CodeType,
        literals: Mapping[str, int],
        versions: Mapping[int, int],
        rates: list[tuple[Rate, Row | None]],
        groups: list[Group],
        fact_numbers: Mapping[str, int],
        on_date: int,
        rational: bool = False,
    ):
        self.groups = [(group, fact_numbers.get(group.fact)) for group in groups]
        number = exact if rational else float
        names = self.bind(rates, number if rational else None)
        names["on_date"] = on_date
        for text, place in literals.items():
            names[f"c{place}"] = exact(float(text)) if rational else float(text)
        for name, function in (functions.EXACT if rational else functions.FLOATS).items():
            names[f"x_{name}"] = function
        names["__builtins__"] = {}
        exec(code, names)  # the text that `printer` made, never the text of a rule file
        self.rules: dict[int, Callable] = {rule: names[f"r{version}"] for rule, version in versions.items()}

    def value(self, subject: Subject, rule: int) -> object:
        """The rule's value about that subject. Raises `Needed` or `NotCovered`."""
        return self.read_rule(subject, [], rule)

    def read_rule(self, subject: Subject, reads: list, rule: int) -> object:
        reads.append((RULE, rule, subject))
        memo = subject.memo
        if rule in memo:
            value = memo[rule]
            if type(value) is NotCovered:
                raise value
            return value
        try:
            return self.rules[rule](subject)
        except NotCovered as refusal:
            if rule not in memo:
                # It read something that is not covered: so neither is it, and its way out is that reading.
                memo[rule] = refusal
            raise

    def bind(self, rates: list[tuple[Rate, Row | None]], convert: Callable | None) -> dict[str, object]:
        figures, bands, tables = figures_of(rates, convert)
        zero = convert(0.0) if convert else 0.0
        one = convert(1.0) if convert else 1.0

        def read_fact(subject, reads, fact):
            reads.append((FACT, fact, subject))
            try:
                return subject.facts[fact]
            except KeyError:
                raise Needed(fact, subject) from None

        def read_rate(reads, rate):
            reads.append((RATE, rate, None))
            return figures[rate]

        def read_band(reads, rate, value):
            reads.append((RATE, rate, value))
            return find_band(bands[rate], value).figure

        def read_table(reads, rate, keys):
            reads.append((RATE, rate, keys))
            return tables[rate][keys]

        def answer(subject, rule, reads, value, branch, kept):
            subject.memo[rule] = value
            subject.ways[rule] = (reads, branch, kept)
            return value

        def refuse(subject, rule, reads, branch, kept):
            refusal = NotCovered(rule, subject)
            subject.memo[rule] = refusal
            subject.ways[rule] = (reads, branch, kept)
            raise refusal

        def add_up(values):
            total = zero
            for value in values:
                total = total + value
            return total

        def largest(values):
            """0 over nobody; otherwise the largest, also when all are below 0."""
            found = None
            for value in values:
                if found is None or value > found:
                    found = value
            return zero if found is None else found

        def how_many(values):
            total = zero
            for _ in values:
                total = total + one
            return total

        return {
            "F": read_fact, "R": self.read_rule, "T": read_rate, "B": read_band, "L": read_table, "D": answer,
            "N": refuse, "G": self.members, "S": add_up, "M": largest, "C": how_many, "A": any, "E": all,
        }  # fmt: skip

    def members(self, subject: Subject, number: int) -> list[Subject]:
        """The group's members, seen from that family or household, in the order of the file."""
        found = subject.groups.get(number)
        if found is None:
            group, fact = self.groups[number]
            if not subject.household.roster_known:
                raise Needed(None, subject.household)
            found = subject.groups[number] = _members(subject, group, fact)
        return found


def _members(subject: Subject, group: Group, fact: int | None) -> list[Subject]:
    if group.among == "families":
        return subject.families
    people = subject.people
    if group.among == "other_people":
        people = [person for person in subject.household.people if person.family is not subject]
    if group.fact is None:
        return people
    members = []
    for person in people:
        if fact not in person.facts:
            raise Needed(fact, person)
        if person.facts[fact] in group.codes:
            members.append(person)
    return members


def figures_of(rates: list[tuple[Rate, Row | None]], convert: Callable | None) -> tuple[list, list, list]:
    """Scalars, bands and tables by rate number, in doubles or rationals. A rate without a row
    is never read.
    """
    figures, bands, tables = [], [], []
    for _, row in rates:
        figures.append(None if row is None or row.figure is None else _as(row.figure, convert))
        bands.append(() if row is None else tuple(_band(band, convert) for band in row.bands))
        tables.append({} if row is None else {keys: _as(figure, convert) for keys, figure in row.table})
    return figures, bands, tables


def _as(figure, convert):
    return figure if convert is None or not isinstance(figure, float) else convert(figure)


def _band(band, convert):
    if convert is None:
        return band
    low, high = (None if edge is None else _as(edge, convert) for edge in (band.low, band.high))
    return band._replace(low=low, high=high, figure=_as(band.figure, convert))
