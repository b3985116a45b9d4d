"""Tells the reasons of one outcome: from what each rule kept of what it read, a tree in English or Welsh."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from moothall.engines.facts import Fact, dates
from moothall.engines.facts.writing import write_answer
from moothall.engines.rules import ir, lazy
from moothall.engines.rules.answers import show
from moothall.engines.rules.lexer import PLACEHOLDER
from moothall.engines.rules.reasons import NotWorkedOut, Reason
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
Step = tuple[Subject, int]  # a rule by its number, about somebody


class Teller:
    """Tells the reasons of one outcome in one language.

    A branch that leans on nothing told before it in its tree is the same in every tree, so it is made once:
    the trees of all goals share their branches, and nobody changes a tree that was told.
    """

    def __init__(self, outcome: Outcome, language: str, names: Mapping[str, str] | None = None):
        self.outcome, self.rules, self.language, self.names = outcome, outcome.rules, language, names or {}
        self.vocabulary = self.rules.vocabulary
        book = self.rules.book
        self.fact_names, self.rate_names, self.rule_names = book.fact_names, book.rate_names, book.names
        self.rule_numbers, self.fact_numbers = book.numbers.rules, book.numbers.facts
        # The branches that are the same in every tree, each with the steps in it.
        self.branches: dict[Step, tuple[Reason, list[Step]]] = {}
        # The steps of the tree that is being told, in order; their places; and the first that was pointed at.
        self.steps: list[Step] = []
        self.told: dict[Step, int] = {}
        self.pointed_at = 0

    def tell(self, subject: Subject, name: str) -> Reason:
        number = self.rule_numbers[name]
        if number not in subject.memo:
            raise NotWorkedOut(f"{name} is not worked out yet")
        self.steps, self.told, self.pointed_at = [], {}, 0
        return self.rule(subject, number)

    def rule(self, subject: Subject, number: int) -> Reason:
        step = (subject, number)
        if step in self.told:
            self.pointed_at = min(self.pointed_at, self.told[step])
            return self.line(subject, number, again=True)
        if step in self.branches:
            reason, steps = self.branches[step]
            if not any(each in self.told for each in steps):
                for each in steps:
                    self.told[each] = len(self.steps)
                    self.steps.append(each)
                return reason
        place, pointed_at = len(self.steps), self.pointed_at
        self.told[step] = self.pointed_at = place
        self.steps.append(step)
        reason = self.branch(subject, number)
        if self.pointed_at == place:
            self.branches[step] = (reason, self.steps[place:])
        self.pointed_at = min(self.pointed_at, pointed_at)
        return reason

    def line(self, subject: Subject, number: int, again: bool = False) -> Reason:
        """What the rule gave, without why."""
        rule = self.rules.rule(self.rule_names[number])
        value = subject.memo[number]
        refused = isinstance(value, lazy.NotCovered)
        wording, draft = self.words(rule, rule.says)
        return Reason(
            kind="rule", name=rule.name, wording=wording, law=rule.law, draft=draft,
            value_text=NOT_COVERED[self.language] if refused else self.show(value, rule.unit),
            about=subject.id, who=self.who(subject), value=None if refused else value, unit=rule.unit,
            again=again,
        )  # fmt: skip

    def branch(self, subject: Subject, number: int) -> Reason:
        """The line and all that was read below it."""
        reason, value = self.line(subject, number), subject.memo[number]
        if isinstance(value, lazy.NotCovered) and value.rule != number:
            # Something that it reads is not covered: that is the whole reason.
            reason.children = [self.rule(value.subject, value.rule)]
            return reason
        reason.sentence = self.sentence(subject, self.rules.rule(self.rule_names[number]))
        self.add_reads(reason, subject.ways[number][0])
        return reason

    def add_reads(self, reason: Reason, reads: list[tuple]) -> None:
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
                child, is_nothing = self.rule(whose, number), self.is_nothing(whose, number)
            elif kind == lazy.RATE:
                child, is_nothing = self.rate(number, whose), False
            else:
                child, is_nothing = self.fact(whose, number), self.fact_is_nothing(whose, number)
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

    def fact(self, subject: Subject, number: int) -> Reason:
        fact, language = self.vocabulary[self.fact_names[number]], self.language
        words = fact.words(language)
        return Reason(
            kind="fact", name=fact.name, wording=words.label, source=fact.source,
            value_text=self.answer(subject, fact), about=subject.id,
            who=self.who(subject), unit=fact.unit or "",
            value=None if self.is_left_open(subject, number) else subject.facts[number],
            draft=language != "en" and (words.draft or language not in fact.wording),
        )  # fmt: skip

    def answer(self, subject: Subject, fact: Fact) -> str:
        """What was said, or that it was not asked and why not; never the value that stands in for it."""
        number = self.fact_numbers[fact.name]
        if self.is_left_open(subject, number):
            return NO_DIFFERENCE[self.language]
        return write_answer(fact, subject.facts[number], self.language)

    def rate(self, number: int, looked_up: object) -> Reason:
        name, language = self.rate_names[number], self.language
        rate, row = self.rules.book.rates[name], self.rules.rows[name]
        figure = row.figure
        if rate.of == "band":
            figure = lazy.find_band(row.bands, looked_up).figure
        elif rate.of == "lookup":
            figure = dict(row.table)[looked_up]
        text = self.show_figure(figure, rate.unit)
        if row.is_forecast:
            text = f"{text} ({SOURCE_FORECAST[language]})"
        return Reason(
            kind="rate", name=name, wording=rate.label(language), value_text=text, law=rate.law,
            source=row.source,
            forecast=row.is_forecast, draft=language != "en", value=figure, unit=rate.unit,
        )  # fmt: skip

    def show_figure(self, figure: object, unit: str) -> str:
        return self.show(figure * 100, "number") + "%" if unit == "percent" else self.show(figure, unit)

    def show(self, value: object, unit: str) -> str:
        return show(value, unit, self.language, self.vocabulary)

    def who(self, subject: Subject) -> str | None:
        """What to call a person: the name that the caller gave, or a stated fact of the kind `name`."""
        if subject.kind != "person":
            return None
        if subject.id in self.names:
            return self.names[subject.id]
        for number in self.rules.book.names_of_people:
            if number in subject.facts:
                return str(subject.facts[number])
        return None

    # Sentences

    def words(self, rule: ir.Rule, english: str) -> tuple[str, bool]:
        return self.rules.book.wordings.of(self.language, rule.name, english)

    def sentence(self, subject: Subject, rule: ir.Rule) -> str | None:
        """The sentence of the way out that was taken, its names filled in by our own replace."""
        _, branch, kept = subject.ways[self.rule_numbers[rule.name]]
        english = rule.sentences[branch]
        if english is None:
            return None
        text, _ = self.words(rule, english)
        values = dict(kept)
        filled = []
        pieces = PLACEHOLDER.split(text)
        for name in pieces[1::2]:
            if name not in values and self.is_open_about(subject, name):
                # The way out was taken for the stand-in, so its sentence would tell her what she never said.
                return f"{self.vocabulary[name].words(self.language).label}: {NO_DIFFERENCE[self.language]}."
        # One pass over the pieces: a value that happens to hold "{name}" is never filled again.
        for place, piece in enumerate(pieces):
            filled.append(self.named(piece, subject, rule, values) if place % 2 else piece)
        return "".join(filled)

    def is_open_about(self, subject: Subject, name: str) -> bool:
        """Whether this is a fact that was left open, of the subject or of whom it belongs to."""
        number = self.fact_numbers.get(name)
        return number is not None and any(self.is_left_open(whose, number) for whose in _around(subject))

    def named(self, name: str, subject: Subject, rule: ir.Rule, values: Mapping) -> str:
        """What a name in a sentence stands for: a local value, a rate, a fact or a rule that
        was worked out.
        """
        if name in values:
            return self.show(values[name], dict(rule.locals)[name])
        if name == "on_date":
            return self.show(dates.to_number(self.rules.day), "date")
        if name in self.rules.book.rates:
            rate = self.rules.book.rates[name]
            figure = self.rules.rows[name].figure
            return name if figure is None else self.show_figure(figure, rate.unit)
        for whose in _around(subject):
            if name in self.rule_numbers and self.rule_numbers[name] in whose.memo:
                value = whose.memo[self.rule_numbers[name]]
                if not isinstance(value, lazy.NotCovered):
                    return self.show(value, self.rules.rule(name).unit)
            if name in self.fact_numbers and self.fact_numbers[name] in whose.facts:
                return self.answer(whose, self.vocabulary[name])
        return NOT_ASKED[self.language]


def _around(subject: Subject) -> list[Subject]:
    """The subject, and whom it belongs to."""
    around = (subject, subject.family, subject.household, subject.case)
    return [whose for whose in around if whose is not None]


def _join(first: Reason, second: Reason) -> None:
    """One line for the same fact about several people: their values in the order in which they were read."""
    if first.who and ", " not in first.value_text and not first.value_text.endswith(f"({first.who})"):
        first.value_text = f"{first.value_text} ({first.who})"
    more = f"{second.value_text} ({second.who})" if second.who else second.value_text
    first.value_text = f"{first.value_text}, {more}"
    first.about = first.who = first.value = None
