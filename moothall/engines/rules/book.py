"""The rule book: checked rules, dated rates and their readings, behind three verbs: build, on, work out."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from moothall.engines.facts import dates
from moothall.engines.facts.circumstances import Circumstances
from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules import answers, ir, lazy
from moothall.engines.rules.cache import Kept, bring_back, keep, key_of
from moothall.engines.rules.checker import check
from moothall.engines.rules.errors import RuleError, RuleErrors
from moothall.engines.rules.outcome import Outcome
from moothall.engines.rules.printer import Numbers, print_rules
from moothall.engines.rules.rates import Rate, Row, exact
from moothall.engines.rules.rates_file import read_rates
from moothall.engines.rules.spans import OneOf, Span
from moothall.engines.rules.wording import Wordings, read_wordings
from moothall.engines.rules.world import Subject, World

MOST_DAYS_KEPT = 64


class UnknownRule(KeyError):
    """The book has no rule of that name."""


class NoSuchSubject(LookupError):
    """The household has nobody (or no family) by that id."""


class RuleBook:
    """Every version of every rule, with the rates. `on` gives what is in force on one day."""

    def __init__(
        self,
        rules: list[ir.Rule],
        rates: Mapping[str, Rate],
        vocabulary: Vocabulary,
        wordings: Wordings,
        kept: Kept | None = None,
    ):
        self.versions, self.rates, self.vocabulary, self.wordings = rules, dict(rates), vocabulary, wordings
        self.numbers = Numbers.of(rules, list(rates), vocabulary)
        if kept is None:
            self.text = print_rules(rules, self.numbers)
            self.code = compile(self.text, "<rules>", "exec", dont_inherit=True, optimize=0)
        else:
            self.text, self.code = kept.text, kept.code
            self.numbers.literals.update(kept.literals)
        self.names, self.fact_names = list(self.numbers.rules), list(self.numbers.facts)
        self.rate_names = list(self.numbers.rates)
        self.names_of_people = [
            self.numbers.facts[fact.name]
            for fact in vocabulary
            if fact.kind == "name" and fact.about == "person"
        ]
        # Safe between threads, and small: a caseload asks for few days, an interview for one.
        self._on = lru_cache(maxsize=MOST_DAYS_KEPT)(self._rules_of)

    @classmethod
    def build(
        cls,
        rule_texts: Mapping[str, bytes],
        rate_texts: Mapping[str, bytes],
        vocabulary: Vocabulary,
        wording_texts: Mapping[str, bytes] | None = None,
        cache: MutableMapping[str, bytes] | None = None,
    ) -> RuleBook:
        """Check every file. Raises `RuleErrors` that lists each fault with file, line and what to write
        instead.

        A `cache` holds checked books; see `cache.py` for where it may live.
        """
        wording_texts = wording_texts or {}
        if cache is None:
            return cls.checked(rule_texts, rate_texts, vocabulary, wording_texts)
        key = key_of(vocabulary, rule_texts, rate_texts, wording_texts)
        if (data := cache.get(key)) and (kept := bring_back(data)):
            return cls(kept.rules, kept.rates, vocabulary, kept.wordings, kept)
        book = cls.checked(rule_texts, rate_texts, vocabulary, wording_texts)
        parts = (book.versions, book.rates, book.wordings, book.text, book.numbers.literals, book.code)
        cache[key] = keep(Kept(*parts))
        return book

    @classmethod
    def checked(
        cls,
        rule_texts: Mapping[str, bytes],
        rate_texts: Mapping[str, bytes],
        vocabulary: Vocabulary,
        wording_texts: Mapping[str, bytes],
    ) -> RuleBook:
        rates, faults = read_rates(rate_texts, vocabulary)
        rules, rule_faults = check(rule_texts, rates, vocabulary)
        faults += rule_faults
        wordings, wording_faults = read_wordings(wording_texts, rules)
        # A rule that is at fault cannot be compared with its translation, so the author is told of it first.
        faults = faults or wording_faults
        if faults:
            raise RuleErrors(faults)
        return cls(rules, rates, vocabulary, wordings)

    def on(self, day: date) -> Rules:
        """The rules and rates in force on that day.

        Raises `RuleErrors` that names file, rate and day when a rule in force reads a rate without a figure,
        or a rule that is not in force.
        """
        return self._on(day)

    def changed_between(self, after: date, until: date) -> date | None:
        """The newest day, later than the one and not later than the other, from which another figure or
        another version of a rule holds; None when none does."""
        first, last = dates.to_number(after), dates.to_number(until)
        begins = [row.start for rate in self.rates.values() for row in rate.rows]
        begins += [rule.since for rule in self.versions if rule.since is not None]
        newest = max((begin for begin in begins if first < begin <= last), default=None)
        return None if newest is None else dates.to_date(newest)

    def _rules_of(self, day: date) -> Rules:
        return Rules(self, day)


class Rules:
    """One day's rules. Readings are bound on first use."""

    def __init__(self, book: RuleBook, day: date):
        self.book, self.day, self.vocabulary = book, day, book.vocabulary
        number = dates.to_number(day)
        self.versions: dict[str, ir.Rule] = {}
        self.version_numbers: dict[int, int] = {}
        for version, rule in enumerate(book.versions):
            if rule.in_force(number):
                self.versions[rule.name] = rule
                self.version_numbers[book.numbers.rules[rule.name]] = version
        self.rows: dict[str, Row | None] = {name: rate.in_force(number) for name, rate in book.rates.items()}
        self.check_day()
        self.has_forecasts = any(row is not None and row.is_forecast for row in self.rows.values())

    def check_day(self) -> None:
        faults = []
        missing: dict[str, str] = {}
        for rule in self.versions.values():
            for name in rule.rates:
                if self.rows[name] is None:
                    missing.setdefault(name, rule.name)
            for name in rule.rules:
                if name not in self.versions:
                    message = f"{rule.name} reads {name}, which is not in force on {self.day.isoformat()}"
                    faults.append(RuleError(rule.file, rule.line, message, "since= and until= that fit"))
        for name, reader in missing.items():
            rate = self.book.rates[name]
            message = f"the rate {name} has no figure for {self.day.isoformat()}, and {reader} needs it"
            faults.append(
                RuleError(rate.file, rate.line, message, "a row with that day, its source and its status")
            )
        if faults:
            raise RuleErrors(faults)

    def __contains__(self, name: object) -> bool:
        return name in self.versions

    def rule(self, name: str) -> ir.Rule:
        """The version in force. Raises `UnknownRule`."""
        try:
            return self.versions[name]
        except KeyError:
            raise UnknownRule(f"{name} is not a rule in force on {self.day.isoformat()}") from None

    def reading(self, rational: bool = False, kind: type[lazy.Reading] = lazy.Reading) -> lazy.Reading:
        """The compiled text, bound to this day's rates in doubles or rationals."""
        book = self.book
        rates = [(rate, self.rows[name]) for name, rate in book.rates.items()]
        groups = [self.vocabulary.groups[name] for name in book.numbers.groups]
        return kind(
            book.code, book.numbers.literals, self.version_numbers, rates, groups, book.numbers.facts,
            dates.to_number(self.day), rational,
        )  # fmt: skip

    @cached_property
    def doubles(self) -> lazy.Reading:
        return self.reading()

    @cached_property
    def rationals(self) -> lazy.Reading:
        return self.reading(rational=True)

    @cached_property
    def wide(self) -> Mapping[str, object]:
        """What each fact can be on this day while nobody has stated it, for the interval reading."""
        from moothall.engines.rules.intervals import Wide

        return Wide(self)

    def stand_in(self, fact: str) -> object:
        """A value for a fact of which no value changes an answer: the least, no, or a choice."""
        possible = self.wide[fact]
        if isinstance(possible, Span):
            return possible.low
        return possible.codes[-1] if isinstance(possible, OneOf) else False

    def work_out(self, goals: Sequence[str], circumstances: Circumstances) -> Outcome:
        """Each goal's answer, as far as the stated facts go.

        Raises `UnknownRule` for a goal that is not in force, `NotAValue` for a fact outside its kind or
        range.
        """
        world = World(circumstances, self.vocabulary, self.book.numbers.facts, today=self.day)
        return Outcome(self, world, goals)

    def exact(self, goals: Sequence[str], circumstances: Circumstances) -> dict[str, object]:
        """Each goal in exact rationals (money in pence): the oracle for rounding. Not settled answers as they
        are.
        """
        numbers = self.book.numbers.facts
        world = World(circumstances, self.vocabulary, numbers, today=self.day, convert=exact)
        outcome = Outcome(self, world, goals, reading=self.rationals)
        return {goal: _plain(outcome[goal]) for goal in goals}

    def bounds(self, goals: Sequence[str], circumstances: Circumstances):
        """What each goal can still become, whatever the open facts turn out to be, and which of them could
        change it.
        """
        from moothall.engines.rules.intervals import bounds

        return bounds(self, goals, circumstances)

    def findings(self) -> list[RuleError]:
        """Warnings of the interval reading with nothing known: an endless amount, money that could be below
        0.
        """
        from moothall.engines.rules.findings import find

        return find(self)

    def subject(self, world: World, name: str, id: str | None = None) -> Subject:
        entity = self.rule(name).entity
        subject = world.subject(entity, id)
        if subject is None:
            raise NoSuchSubject(
                f"{name} is about a {entity}, and there is none" + (f" with the id {id}" if id else "")
            )
        return subject


def _plain(answer: answers.Answer) -> Fraction | object:
    return answer.value if isinstance(answer, answers.Settled) else answer
