"""Reasons: why an answer is what it is, as a tree that is built only when someone looks.

Each rule keeps what it read and by which way it came out; the tree is made from that, in English or Welsh.
What counted is shown; amounts of nothing are `left_out`; the same fact about several people is one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moothall.engines.facts import Fact, dates
from moothall.engines.facts.writing import write_answer
from moothall.engines.rules import ir, lazy
from moothall.engines.rules.answers import show
from moothall.engines.rules.lexer import PLACEHOLDER
from moothall.engines.rules.world import Subject

if TYPE_CHECKING:
    from moothall.engines.rules.outcome import Outcome

NOT_COVERED = {"en": "Not covered", "cy": "Heb ei gynnwys"}
NOT_ASKED = {"en": "not asked", "cy": "heb ei ofyn"}
# Said of a fact that an interview left open: see `Outcome`.
NO_DIFFERENCE = {
    "en": "not asked, because no answer changes the result",
    "cy": "heb ei ofyn, gan nad oes unrhyw ateb yn newid y canlyniad",
}
SOURCE_FORECAST = {"en": "forecast, not yet law", "cy": "rhagolwg, nid yw'n gyfraith eto"}


class NotWorkedOut(LookupError):
    """There is no answer to give reasons for: a fact is still needed."""


@dataclass
class Reason:
    """One line: what (`wording`), how much (`value_text`), why (`sentence`), by which law, from which source.

    `kind` is rule, fact or rate. `about` is the id of the person or family, `who` their name where it is
    known. `again` is true when the same rule about the same subject is explained elsewhere in the tree.
    `value` and `unit` are for comparing two trees, and not for reading: the plain form leaves them out. A
    line about several people has no one value, and a percentage is a share of 1.
    """

    kind: str
    name: str
    wording: str
    value_text: str
    law: str | None = None
    sentence: str | None = None
    source: str | None = None
    forecast: bool = False
    draft: bool = False
    about: str | None = None
    who: str | None = None
    again: bool = False
    children: list[Reason] = field(default_factory=list)
    left_out: list[Reason] = field(default_factory=list)
    value: object = None
    unit: str = ""

    @property
    def refusal(self) -> str | None:
        """Why an answer is not covered: the sentence of the rule that refused, however deep it stands.

        Until that rule is reached, the tree of a refusal has one branch.
        """
        if self.sentence or not self.children:
            return self.sentence
        return self.children[0].refusal

    def to_dict(self) -> dict:
        """Plain JSON, without empty fields."""
        plain = {key: value for key, value in vars(self).items() if value not in (None, False, [])}
        plain.pop("value", None)
        plain.pop("unit", None)
        for key in ("children", "left_out"):
            if key in plain:
                plain[key] = [child.to_dict() for child in plain[key]]
        return plain

    def folded(self, depth: int) -> Reason:
        """The same tree cut after `depth` levels of children."""
        children = [child.folded(depth - 1) for child in self.children] if depth > 0 else []
        return Reason(**{**vars(self), "children": children, "left_out": self.left_out if depth > 0 else []})

    def lines(self, depth: int = 99, level: int = 0) -> list[str]:
        """The tree as indented text, for a terminal."""
        who = f" ({self.who})" if self.who else ""
        law = f" [{self.law}]" if self.law else ""
        shown = [f"{'  ' * level}{self.wording}{who}: {self.value_text}{law}"]
        if self.sentence:
            shown.append(f"{'  ' * level}  {self.sentence}")
        if depth > 0:
            for child in self.children:
                shown += child.lines(depth - 1, level + 1)
        return shown


class Teller:
    """Tells the reasons of one outcome."""

    def __init__(self, outcome: Outcome, names: Mapping[str, str] | None = None):
        self.outcome, self.rules, self.names = outcome, outcome.rules, names or {}
        self.vocabulary = self.rules.vocabulary
        numbers = self.rules.book.numbers
        self.fact_names, self.rate_names = list(numbers.facts), list(numbers.rates)
        self.rule_names, self.rule_numbers, self.fact_numbers = (
            self.rules.book.names,
            numbers.rules,
            numbers.facts,
        )
        self.told: set[tuple[Subject, int]] = set()

    def tell(self, subject: Subject, name: str, language: str) -> Reason:
        number = self.rule_numbers[name]
        if number not in subject.memo:
            raise NotWorkedOut(f"{name} is not worked out yet")
        self.told.clear()
        return self.rule(subject, number, language)

    def rule(self, subject: Subject, number: int, language: str) -> Reason:
        rule = self.rules.rule(self.rule_names[number])
        value = subject.memo[number]
        refused = isinstance(value, lazy.NotCovered)
        wording, draft = self.words(language, rule, rule.says)
        reason = Reason(
            kind="rule", name=rule.name, wording=wording, law=rule.law, draft=draft,
            value_text=NOT_COVERED[language] if refused else show(value, rule.unit, language,
            self.vocabulary),
            about=subject.id, who=self.who(subject), value=None if refused else value, unit=rule.unit,
        )  # fmt: skip
        if (subject, number) in self.told:
            reason.again = True
            return reason
        self.told.add((subject, number))
        if refused and value.rule != number:
            # Something that it reads is not covered: that is the whole reason.
            reason.children = [self.rule(value.subject, value.rule, language)]
            return reason
        reason.sentence = self.sentence(subject, rule, language)
        self.add_reads(reason, subject.ways[number][0], language)
        return reason

    def add_reads(self, reason: Reason, reads: list[tuple], language: str) -> None:
        """What was read, each thing once and in order; nothing-amounts apart; one line for a fact of several
        people.
        """
        seen: set[tuple] = set()
        facts: dict[int, Reason] = {}
        for kind, number, whose in reads:
            key = (kind, number, whose if kind != lazy.RATE else None)
            if key in seen:
                continue
            seen.add(key)
            if kind == lazy.RULE:
                child, is_nothing = self.rule(whose, number, language), self.is_nothing(whose, number)
            elif kind == lazy.RATE:
                child, is_nothing = self.rate(number, whose, language), False
            else:
                child, is_nothing = self.fact(whose, number, language), self.fact_is_nothing(whose, number)
                if number in facts and not is_nothing:
                    _join(facts[number], child)
                    continue
            if kind == lazy.FACT and not is_nothing:
                facts[number] = child
            (reason.left_out if is_nothing else reason.children).append(child)

    def is_nothing(self, subject: Subject, number: int) -> bool:
        """An amount of 0 explains nothing at first sight. A "no" and a "not covered" may, so they stay."""
        value = subject.memo.get(number)
        return not isinstance(value, bool) and isinstance(value, float | int) and value == 0

    def fact_is_nothing(self, subject: Subject, number: int) -> bool:
        if self.is_left_open(subject, number):
            return True
        value = subject.facts[number]
        return not isinstance(value, bool) and isinstance(value, float | int) and value == 0

    def is_left_open(self, subject: Subject, number: int) -> bool:
        return (subject, number) in self.outcome.world.left_open

    def fact(self, subject: Subject, number: int, language: str) -> Reason:
        fact = self.vocabulary[self.fact_names[number]]
        words = fact.words(language)
        return Reason(
            kind="fact", name=fact.name, wording=words.label, source=fact.source,
            value_text=self.answer(subject, fact, language), about=subject.id,
            who=self.who(subject), unit=fact.unit or "",
            value=None if self.is_left_open(subject, number) else subject.facts[number],
            draft=language != "en" and (words.draft or language not in fact.wording),
        )  # fmt: skip

    def answer(self, subject: Subject, fact: Fact, language: str) -> str:
        """What was said, or that it was not asked and why not; never the value that stands in for it."""
        number = self.fact_numbers[fact.name]
        if self.is_left_open(subject, number):
            return NO_DIFFERENCE[language]
        return write_answer(fact, subject.facts[number], language)

    def rate(self, number: int, looked_up: object, language: str) -> Reason:
        name = self.rate_names[number]
        rate, row = self.rules.book.rates[name], self.rules.rows[name]
        figure = row.figure
        if rate.of == "band":
            figure = lazy.find_band(row.bands, looked_up).figure
        elif rate.of == "lookup":
            figure = dict(row.table)[looked_up]
        text = self.show_figure(figure, rate.unit, language)
        if row.is_forecast:
            text = f"{text} ({SOURCE_FORECAST[language]})"
        return Reason(
            kind="rate", name=name, wording=rate.label(language), value_text=text, law=rate.law,
            source=row.source,
            forecast=row.is_forecast, draft=language != "en", value=figure, unit=rate.unit,
        )  # fmt: skip

    def show_figure(self, figure: object, unit: str, language: str) -> str:
        if unit == "percent":
            return show(figure * 100, "number", language, self.vocabulary) + "%"
        return show(figure, unit, language, self.vocabulary)

    def who(self, subject: Subject) -> str | None:
        """What to call a person: the name that the caller gave, or a stated fact of the kind `name`."""
        if subject.kind != "person":
            return None
        if subject.id in self.names:
            return self.names[subject.id]
        for fact in self.vocabulary:
            if (
                fact.kind == "name"
                and fact.about == "person"
                and self.fact_numbers[fact.name] in subject.facts
            ):
                return str(subject.facts[self.fact_numbers[fact.name]])
        return None

    # Sentences

    def words(self, language: str, rule: ir.Rule, english: str) -> tuple[str, bool]:
        return self.rules.book.wordings.of(language, rule.name, english)

    def sentence(self, subject: Subject, rule: ir.Rule, language: str) -> str | None:
        """The sentence of the way out that was taken, its names filled in by our own replace."""
        _, branch, kept = subject.ways[self.rule_numbers[rule.name]]
        english = rule.sentences[branch]
        if english is None:
            return None
        text, _ = self.words(language, rule, english)
        values = dict(kept)
        filled = []
        # One pass over the pieces: a value that happens to hold "{name}" is never filled again.
        for place, piece in enumerate(PLACEHOLDER.split(text)):
            filled.append(self.named(piece, subject, rule, values, language) if place % 2 else piece)
        return "".join(filled)

    def named(self, name: str, subject: Subject, rule: ir.Rule, values: Mapping, language: str) -> str:
        """What a name in a sentence stands for: a local value, a rate, a fact or a rule that
        was worked out.
        """
        if name in values:
            return show(values[name], dict(rule.locals)[name], language, self.vocabulary)
        if name == "on_date":
            return show(dates.to_number(self.rules.day), "date", language, self.vocabulary)
        if name in self.rules.book.rates:
            rate = self.rules.book.rates[name]
            figure = self.rules.rows[name].figure
            return name if figure is None else self.show_figure(figure, rate.unit, language)
        for whose in (subject, subject.family, subject.household, subject.case):
            if whose is None:
                continue
            if name in self.rule_numbers and self.rule_numbers[name] in whose.memo:
                value = whose.memo[self.rule_numbers[name]]
                if not isinstance(value, lazy.NotCovered):
                    return show(value, self.rules.rule(name).unit, language, self.vocabulary)
            if name in self.fact_numbers and self.fact_numbers[name] in whose.facts:
                return self.answer(whose, self.vocabulary[name], language)
        return NOT_ASKED[language]


def _join(first: Reason, second: Reason) -> None:
    """One line for the same fact about several people: their values in the order in which they were read."""
    if first.who and ", " not in first.value_text and not first.value_text.endswith(f"({first.who})"):
        first.value_text = f"{first.value_text} ({first.who})"
    more = f"{second.value_text} ({second.who})" if second.who else second.value_text
    first.value_text = f"{first.value_text}, {more}"
    first.about = first.who = first.value = None
