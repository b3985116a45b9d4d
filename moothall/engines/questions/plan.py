"""The plan of a service's questions: which facts share a screen, for whom, and in what words.

The plan draws no route. The rules decide which fact is needed; the plan says on which screen it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from moothall.engines.facts import Faults, Vocabulary
from moothall.engines.facts.faults import Fault


class PlanError(Fault):
    """A fault in a questions file."""


class PlanErrors(Faults):
    """The faults of a questions file, every one with its file and line."""


@dataclass(frozen=True)
class Section:
    """A named stretch of the interview: a heading of the page that checks the answers."""

    key: str
    title: Mapping[str, str]


@dataclass(frozen=True)
class Condition:
    """A screen concerns somebody only if this fact of theirs (or of their home) has one of these values."""

    fact: str
    values: tuple[object, ...]


@dataclass(frozen=True)
class Question:
    """One screen of the plan: facts asked together.

    `group` narrows a screen about people to a group of the vocabulary. `roster` marks the one screen that
    asks who lives here; `identity` marks a fixed screen after the estimate, which no rule asks for;
    of its facts, those in `optional` may be left empty.
    """

    key: str
    facts: tuple[str, ...]
    about: str
    section: str
    heading: Mapping[str, str]
    hint: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    group: str = "people"
    depends: tuple[Condition, ...] = ()
    roster: bool = False
    identity: bool = False
    optional: tuple[str, ...] = ()
    draft: bool = False
    file: str = ""
    line: int = 0


class Plan:
    """The screens of one service in the order of its file."""

    def __init__(
        self,
        sections: Mapping[str, Section],
        screens: Mapping[str, Question],
        given: Iterable[str] = (),
        file: str = "questions.yaml",
    ):
        self.sections = dict(sections)
        self.screens = dict(screens)
        # Facts that are known before the interview begins, such as the nation that a postcode is in.
        self.given = frozenset(given)
        self.file = file
        self._asks = {fact: question for question in self.screens.values() for fact in question.facts}

    @classmethod
    def from_yaml(cls, file: str, data: bytes, vocabulary: Vocabulary) -> Plan:
        """Read a questions file. Raises `PlanErrors` that lists each fault with its file and line."""
        from moothall.engines.questions.plan_file import read_plan

        sections, screens, given, faults = read_plan(file, data, vocabulary)
        if faults:
            raise PlanErrors(faults)
        return cls(sections, screens, given, file)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.screens.values())

    def __getitem__(self, key: str) -> Question:
        """The screen with that key. Raises KeyError when the plan has none."""
        return self.screens[key]

    def __contains__(self, key: object) -> bool:
        return key in self.screens

    def asking(self, fact: str) -> Question | None:
        """The screen that asks that fact, if any does."""
        return self._asks.get(fact)

    @property
    def roster(self) -> Question | None:
        """The screen that asks who lives here."""
        return next((question for question in self if question.roster), None)

    @property
    def identity(self) -> tuple[Question, ...]:
        """The fixed screens after the estimate, in order."""
        return tuple(question for question in self if question.identity)
