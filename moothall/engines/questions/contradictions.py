"""Answers that do not fit together: found by rules, said in words, and asked again.

A contradiction is a rule that is true where the answers cannot all be right. Being a rule, it is checked when
it is loaded and its sentence says what was understood. A rule that needs an answer not given yet finds
nothing. An unusual answer may be confirmed by whoever gave it; an impossible one holds every result back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.facts.faults import Faults
from moothall.engines.facts.fields import Fields
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, read_yaml
from moothall.engines.questions.plan import PlanError
from moothall.engines.questions.subjects import Gap
from moothall.engines.rules import Outcome, RuleBook, Rules, Settled

# The fact of the case that keeps what was said to be right, though unusual: keys with spaces between.
CONFIRMED = "confirmed_answers"
NAMES = ("rules.py", "rates.yaml", "wording.cy.yaml")
MOST_CONFIRMED = 60  # far more than one household has, and short enough for a fact that is text
ENTRY = "- {rule: ..., asks_again: [...], sure: yes}"


class ContradictionErrors(Faults):
    """The faults of a file of contradictions, every one with its file and line."""


class NotAskedAgain(LookupError):
    """Answers do not fit together and no screen asks them, so that nobody could put them right."""


@dataclass(frozen=True)
class Contradiction:
    """A rule that is true of answers that do not fit; the facts it asks again, the nearest first.

    `sure` when they cannot all be right; otherwise they hardly can, and may be confirmed.
    """

    rule: str
    asks_again: tuple[str, ...]
    sure: bool


@dataclass(frozen=True)
class Found:
    """One contradiction in one household: about whom, and each answer that is asked again."""

    contradiction: Contradiction
    whom: str
    gaps: tuple[Gap, ...]
    outcome: Outcome

    @property
    def key(self) -> str:
        """What is kept once somebody has said that it is right. No answer can be read from it."""
        return f"{self.contradiction.rule}/{self.whom}"

    def kindly(self, language: str = "en") -> str:
        """What was understood and why it does not fit, for the person who said it."""
        about = None if self.whom == "household" else self.whom
        reason = self.outcome.reasons(self.contradiction.rule, language, about)
        return reason.sentence or reason.wording


class Contradictions:
    """All of them, in the order in which they are told. Without any, nothing is ever found."""

    def __init__(self, book: RuleBook | None = None, each: Sequence[Contradiction] = ()):
        self.book, self.each = book, tuple(each)

    @classmethod
    def read(
        cls, files: Mapping[str, bytes], vocabulary: Vocabulary, *, folder: str = "contradictions"
    ) -> Contradictions:
        """Read `contradictions.yaml` and the rules beside it; none when there is no such file.

        Raises `RuleErrors` or `ContradictionErrors`, which list each fault with its file and line.
        """
        file = f"{folder}/contradictions.yaml"
        if file not in files:
            return cls()
        named = {name: {path: files[path]} for name in NAMES if (path := f"{folder}/{name}") in files}
        rules, rates, words = (named.get(name, {}) for name in NAMES)
        book = RuleBook.build(rules, rates, vocabulary, words)
        reader = _Reader(file, book, vocabulary)
        reader.read(files[file])
        if reader.faults:
            raise ContradictionErrors(reader.faults)
        return cls(book, reader.each)

    def of(self, rules: Rules, known: Circumstances) -> Iterator[Found]:
        """Every contradiction among these answers, those that somebody confirmed as well.

        `rules` are those of the book on the day that the answers are about.
        """
        outcome = rules.work_out([], known)
        for contradiction in self.each:
            if contradiction.rule not in rules:
                continue
            for whom in _subjects(rules.rule(contradiction.rule).entity, known):
                answer = outcome.of(contradiction.rule, None if whom == "household" else whom)
                if isinstance(answer, Settled) and answer.value is True:
                    yield Found(contradiction, whom, tuple(_gaps(contradiction, whom, known)), outcome)

    def confirm(self, known: Circumstances, keys: Iterable[str], *, changed: Collection[Gap]) -> None:
        """Keep that these answers are right though unusual, and forget it of answers that changed just now.

        Keys that name no unusual contradiction are left out: they come from a form that anybody can send.
        """
        unusual = {one.rule: one.asks_again for one in self.each if not one.sure}
        kept = []
        for key in sorted(confirmed(known) | {key for key in keys if len(key.split()) == 1}):
            rule, _, whom = key.partition("/")
            stale = any(
                gap.fact in unusual.get(rule, ()) and (gap.whom == whom or "household" in (gap.whom, whom))
                for gap in changed
            )
            if rule in unusual and not stale and len(kept) < MOST_CONFIRMED:
                kept.append(key)
        known.case.pop(CONFIRMED, None)
        if kept:
            known.case[CONFIRMED] = " ".join(kept)

    def open(self, known: Circumstances, on: date) -> list[Found]:
        """Those that stand in the way of a result on that day: impossible, or unusual and not confirmed."""
        if self.book is None:
            return []
        said = confirmed(known)
        return [
            found
            for found in self.of(self.book.on(on), known)
            if found.contradiction.sure or not said & {found.key, found.contradiction.rule}
        ]


def confirmed(known: Circumstances) -> set[str]:
    """The keys that somebody said are right; a rule's name alone holds for everybody."""
    return set(str(known.case.get(CONFIRMED, "")).replace(",", " ").split())


def _subjects(entity: str, known: Circumstances) -> list[str]:
    if entity == "household":
        return ["household"]
    return [person.id for person in known.people()] if known.roster_known else []


def _gaps(contradiction: Contradiction, whom: str, known: Circumstances) -> Iterator[Gap]:
    """The answers that are there and are asked again: of that person, of the home, or of everybody."""
    people = {person.id: person.facts for person in known.people()}
    for fact in contradiction.asks_again:
        if fact in known.household:
            yield Gap(fact, "household")
        elif whom in people:
            if fact in people[whom]:
                yield Gap(fact, whom)
        else:
            yield from (Gap(fact, one) for one, facts in people.items() if fact in facts)


class _Reader(Fields):
    fault_type = PlanError

    def __init__(self, file: str, book: RuleBook, vocabulary: Vocabulary):
        super().__init__(file, [])
        self.rules = {rule.name: rule for rule in book.versions}
        self.vocabulary = vocabulary
        self.each: list[Contradiction] = []

    def read(self, data: bytes) -> None:
        try:
            root = read_yaml(self.file, data)
        except NotReadable as error:
            return self.fault(error.fault.line, error.fault.message, error.fault.instead)
        self.known_keys(root, ("contradictions",), "a file of contradictions")
        rows = root.get("contradictions")
        if not isinstance(rows, Rows):
            return self.fault(1, "`contradictions` is not a list", ENTRY)
        for row in rows:
            if isinstance(row, Table):
                self.each.append(self.one(row))
            else:
                self.fault(row.line, "an entry is not a mapping", ENTRY)
        return None

    def one(self, row: Table) -> Contradiction:
        self.known_keys(row, ("rule", "asks_again", "sure"), "a contradiction")
        name = self.text(row, "rule") or ""
        self.check_rule(row, name)
        asks_again = self.words(row, "asks_again")
        if not asks_again:
            self.fault(row.line, f"{name} asks nothing again", "asks_again: [name_of_a_fact]")
        read = self.facts_behind(name)
        for fact in asks_again:
            if fact not in read:
                message = f"{name} asks '{fact}' again, which its rule does not read"
                self.fault(row.line_of("asks_again"), message, ", ".join(sorted(read)))
        sure = self.one_of(row, "sure", ("yes", "no"), row.line, name)
        return Contradiction(name, asks_again, sure == "yes")

    def check_rule(self, row: Table, name: str) -> None:
        rule = self.rules.get(name)
        if rule is None:
            self.fault(row.line_of("rule"), f"'{name}' is no rule of this folder", ", ".join(self.rules))
        elif rule.unit != "yes_no" or rule.entity == "family" or not any(rule.sentences):
            message = f"{name} is a {rule.entity}'s rule that gives {rule.unit}"
            self.fault(rule.line, message, "a @person or @household rule that gives yes_no, with a sentence")
        if any(one.rule == name for one in self.each):
            self.fault(row.line, f"{name} is there twice", "one entry for one rule")

    def facts_behind(self, name: str) -> set[str]:
        """The facts that the rule and the rules that it reads may read, and those that its groups go by."""
        facts: set[str] = set()
        waiting, seen = [name], set()
        while waiting:
            rule = self.rules.get(waiting.pop())
            if rule is None or rule.name in seen:
                continue
            seen.add(rule.name)
            facts |= set(rule.facts)
            facts |= {self.vocabulary.groups[group].fact for group in rule.groups} - {None}
            waiting += rule.rules
        return facts
