"""The interval reading: what a goal can still become while facts are open.

The typed rules are walked with possible values instead of values: an open fact is anything in its range, a
condition that can go both ways is followed both ways. If every goal is a single value, no open answer can
change it.

Invariants:
- the true value, whatever the open facts are, lies inside (held by a test on random rules and answers);
- a rule is walked once for each subject and keeps what it touched, so that no short cut loses a fact;
- what was touched is a number with one bit for each open fact met, so that joining two costs nothing;
- "not covered" is followed like a value: settled only when it is certain, or certainly absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from moothall.engines.facts import dates
from moothall.engines.facts.circumstances import Circumstances
from moothall.engines.facts.limits import range_of
from moothall.engines.rules import answers, ir, spans
from moothall.engines.rules.functions import FLOATS
from moothall.engines.rules.graph import in_order
from moothall.engines.rules.interval_conditions import Conditions
from moothall.engines.rules.interval_counts import Counts, Frame, Refused, Walked
from moothall.engines.rules.narrowing import NAMES
from moothall.engines.rules.spans import NO, OPEN, YES, OneOf, Possible, Span, certain, join
from moothall.engines.rules.world import Subject, World

if TYPE_CHECKING:
    from moothall.engines.rules.book import Rules


MOST_LITERALS = 4096


class Bounds(NamedTuple):
    """What a goal can become. `touched` names the open facts that it leans on, each with its subject's id.

    `low` and `high` are the ends for amounts, numbers and dates; `options` the possible codes or yes/no.
    `answer` is the answer when nothing open can change it.
    """

    unit: str
    low: float | None
    high: float | None
    options: tuple
    may_be_not_covered: bool
    touched: tuple[tuple[str, str], ...]
    answer: answers.Answer | None

    @property
    def settled(self) -> bool:
        return self.answer is not None


def bounds(rules: Rules, goals: Sequence[str], circumstances: Circumstances) -> dict[str, Bounds]:
    """The bounds of each goal. Raises `NoSuchSubject`, `UnknownRule`, `NotAValue`."""
    world = World(circumstances, rules.vocabulary, rules.book.numbers.facts, today=rules.day)
    return Walk(rules, world).bounds(goals)


class Walk(Conditions, Counts):
    """One pass over one household."""

    def __init__(self, rules: Rules, world: World):
        self.rules, self.world = rules, world
        self.vocabulary, self.numbers = rules.vocabulary, rules.book.numbers
        self.on_date, self.wide = Span(*(2 * (dates.to_number(rules.day),))), rules.wide
        self.memo: dict[tuple[Subject, str], Walked] = {}
        self.nobody_known: dict[Subject, Subject] = {}
        # The bit of each open fact of a subject, in the order in which they were met.
        self.bits: dict[tuple[str, str], int] = {}

    def bounds(self, goals: Sequence[str]) -> dict[str, Bounds]:
        return {goal: self.of(goal) for goal in goals}

    def of(self, goal: str) -> Bounds:
        rule = self.rules.rule(goal)
        if rule.entity == "person" and not self.world.household.roster_known:
            subject = self.unknown_person(self.world.household.families[0])
        else:
            subject = self.rules.subject(self.world, goal)
        try:
            walked = self.rule(subject, goal)
        except RecursionError:
            # Rules that were walked to their end are kept, and the rest is now at most one link away.
            self.from_the_far_end(goal)
            walked = self.rule(subject, goal)
        value, is_amount = walked.value, isinstance(walked.value, Span)
        options = () if value is None or is_amount else _options(value)
        return Bounds(
            unit=rule.unit, low=value.low if is_amount else None, high=value.high if is_amount else None,
            options=options, may_be_not_covered=bool(walked.refusals), touched=self.named(walked.touched),
            answer=self.answer(rule, walked),
        )  # fmt: skip

    def touch(self, fact: str, whom: str, frame: Frame) -> None:
        """Keep that an open fact was met."""
        key = (fact, whom)
        bit = self.bits.get(key)
        if bit is None:
            bit = self.bits[key] = 1 << len(self.bits)
        frame.walked.touched |= bit

    def named(self, touched: int) -> tuple[tuple[str, str], ...]:
        return tuple(key for key, bit in self.bits.items() if touched & bit)

    def from_the_far_end(self, goal: str) -> None:
        """Walk a long chain's first rules first, for everybody: Python's stack is shorter than 120 such
        walks.
        """
        reads = {name: rule.rules for name, rule in self.rules.versions.items()}
        household = self.world.household
        for seen_from in [household, *household.families]:
            if not household.roster_known:
                self.unknown_person(seen_from)
        unknown = list(self.nobody_known.values())
        everyone = {
            "household": [household],
            "family": [*household.families, *[person.family for person in unknown]],
            "person": [*household.people, *unknown],
        }
        for name in in_order(reads, goal):
            for subject in everyone[self.rules.rule(name).entity]:
                self.rule(subject, name)

    def answer(self, rule: ir.Rule, walked: Walked) -> answers.Answer | None:
        if not walked.is_settled:
            return None
        if walked.value is not None:
            return answers.Settled(walked.value.single, rule.unit)
        (name, _), sentence = next(iter(walked.refusals.items()))
        return answers.NotCovered(sentence, name, self.rules.rule(name).law)

    # Rules

    def rule(self, subject: Subject, name: str) -> Walked:
        walked = self.memo.get((subject, name))
        if walked is None:
            frame = Frame(subject)
            rule = self.rules.rule(name)
            self.block(rule, rule.statements, {}, frame)
            walked = frame.walked
            if walked.is_settled:
                walked.touched = 0
            self.memo[subject, name] = walked
        return walked

    def block(self, rule: ir.Rule, statements: tuple, names: dict, frame: Frame) -> dict | None:
        """The names after the statements; None when every way has ended."""
        for statement in statements:
            try:
                names = self.statement(rule, statement, names, frame)
            except Refused:
                return None
            if names is None:
                return None
        return names

    def statement(self, rule: ir.Rule, statement: tuple, names: dict, frame: Frame) -> dict | None:
        kind = type(statement)
        if kind is ir.Set:
            return {
                **names,
                ir.Local(statement.slot, statement.name): self.value(statement.value, names, frame),
            }
        if kind is ir.Return:
            frame.walked.value = join(frame.walked.value, self.value(statement.value, names, frame))
            return None
        if kind is ir.NotCoveredHere:
            frame.walked.refusals[(rule.name, statement.branch)] = rule.sentences[statement.branch]
            return None
        condition = self.value(statement.condition, names, frame)
        ends = []
        for truth, possible, arm in (
            (True, condition.yes, statement.then),
            (False, condition.no, statement.otherwise),
        ):
            if possible:
                known = (
                    names if condition.is_single else self.knowing(statement.condition, truth, names, frame)
                )
                ends.append(self.block(rule, arm, known, frame))
        return self.either(names, [end for end in ends if end is not None])

    # Expressions

    def value(self, node: tuple, names: dict, frame: Frame) -> Possible:
        kind = type(node)
        # What is known of `each` is never kept in names, so this is sound inside a count as well.
        if names and kind in NAMES and node in names:
            return names[node]
        return _VALUES[kind](self, node, names, frame)

    def local(self, node: ir.Local, names: dict, frame: Frame) -> Possible:
        return names[node]

    def fact(self, node: ir.FactRef, names: dict, frame: Frame) -> Possible:
        subject = _whose(node.where, frame)
        number = self.numbers.facts[node.fact]
        if number in subject.facts:
            return certain(subject.facts[number])
        self.touch(node.fact, subject.id, frame)
        return self.wide[node.fact]

    def read_rule(self, node: ir.RuleRef, names: dict, frame: Frame) -> Possible:
        walked = self.rule(_whose(node.where, frame), node.rule)
        frame.walked.touched |= walked.touched
        if walked.refusals:
            frame.walked.refusals.update(walked.refusals)
        if walked.value is None:
            raise Refused
        return walked.value

    def rate(self, node: ir.RateRef, names: dict, frame: Frame) -> Possible:
        return certain(self.rules.rows[node.rate].figure)

    def band(self, node: ir.Band, names: dict, frame: Frame) -> Possible:
        value, found = self.value(node.value, names, frame), None
        for band in self.rules.rows[node.rate].bands:
            below = band.low is not None and (
                value.high < band.low or (value.high == band.low and not band.low_is_in)
            )
            if not below and (band.holds(value.low) or found is not None):
                found = join(found, certain(band.figure))
            if band.holds(value.high):
                break
        return found

    def look(self, node: ir.Look, names: dict, frame: Frame) -> Possible:
        keys = [_options(self.value(key, names, frame)) for key in node.keys]
        found = None
        for cell, figure in self.rules.rows[node.rate].table:
            if all(part in options for part, options in zip(cell, keys, strict=True)):
                found = join(found, certain(figure))
        return found

    def arithmetic(self, node: ir.Bin, names: dict, frame: Frame) -> Span:
        first, second = self.value(node.first, names, frame), self.value(node.second, names, frame)
        return _ARITHMETIC[node.op](first, second)

    def call(self, node: ir.Call, names: dict, frame: Frame) -> Span:
        args = [self.value(arg, names, frame) for arg in node.args]
        function = FLOATS[node.function]
        if node.function in ("years_between", "days_between"):
            first, second = args
            return Span(function(first.high, second.low), function(first.low, second.high))
        if node.function == "days_in_financial_year":
            (day,) = args
            return Span(function(day.low), function(day.high)) if day.is_single else Span(365.0, 366.0)
        # The rest rise with each of their values; a step is a rate or a literal, and so is one value.
        return Span(function(*[arg.low for arg in args]), function(*[arg.high for arg in args]))


def _options(value: Possible) -> tuple:
    if isinstance(value, OneOf):
        return value.codes
    return tuple(truth for truth, possible in ((False, value.no), (True, value.yes)) if possible)


def _whose(where: str, frame: Frame) -> Subject:
    if where == "own":
        return frame.subject
    if where == "each":
        return frame.each
    if where == "household":
        return frame.subject.household
    return frame.subject.family if where == "family" else frame.subject.household.case


class Wide(dict):
    """What each fact can be while nobody has stated it, on one day. Worked out once for each fact."""

    def __init__(self, rules: Rules):
        self.vocabulary, self.day = rules.vocabulary, rules.day

    def __missing__(self, name: str) -> Possible:
        fact = self.vocabulary[name]
        if fact.kind == "yes_no":
            possible: Possible = OPEN
        else:
            possible = OneOf(fact.codes) if fact.kind == "choice" else Span(*range_of(fact, self.day))
        self[name] = possible
        return possible


@lru_cache(maxsize=MOST_LITERALS)
def _literal(text: str) -> Span:
    return Span(float(text), float(text))


_ARITHMETIC = {"+": spans.add, "-": spans.take, "*": spans.times, "/": spans.over}
_VALUES = {
    ir.Num: lambda walk, node, names, frame: _literal(node.text),
    ir.Bool: lambda walk, node, names, frame: YES if node.value else NO,
    ir.Code: lambda walk, node, names, frame: OneOf((node.code,)),
    ir.Day: lambda walk, node, names, frame: Span(node.number, node.number),
    ir.OnDate: lambda walk, node, names, frame: walk.on_date,
    ir.Not: lambda walk, node, names, frame: spans.negate(walk.value(node.part, names, frame)),
    ir.Local: Walk.local, ir.RateRef: Walk.rate, ir.FactRef: Walk.fact, ir.RuleRef: Walk.read_rule,
    ir.Bin: Walk.arithmetic, ir.Cmp: Walk.compare, ir.IsIn: Walk.is_in, ir.And: Walk.all_of,
    ir.Or: Walk.any_of,
    ir.Choose: Walk.choose, ir.Call: Walk.call, ir.Band: Walk.band, ir.Look: Walk.look, ir.Count: Walk.count,
}  # fmt: skip
