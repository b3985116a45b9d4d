"""What the rules ask for, in the words of the interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from moothall.engines.facts import Circumstances
from moothall.engines.questions.subjects import Gap
from moothall.engines.rules import Needs
from moothall.engines.rules.lazy import PEOPLE


@dataclass(frozen=True)
class Need:
    """The next thing that the rules cannot do without: a fact of a subject, or who lives here (`people`)."""

    fact: str
    whom: str
    people: bool = False

    @classmethod
    def roster(cls) -> Need:
        return cls(PEOPLE, "household", people=True)


class NotAsked(LookupError):
    """A rule needs a fact that no screen of the plan asks: the plan is at fault, not the resident."""

    def __init__(self, need: Need, file: str):
        self.need = need
        what = "who lives here" if need.people else need.fact
        super().__init__(
            f"{file}: the rules need {what} and no screen asks it. Instead: facts: [{need.fact}] on a screen"
        )


class LazyRun:
    """A lazy run of the goals that goes on as more is told. What it has worked out stays worked out."""

    def __init__(
        self, rules, goals: Sequence[str], known: Circumstances, matters: Callable[[str, str], bool]
    ):
        self.outcome = rules.work_out([], known)
        self.outcome.goals, self.outcome.matters = list(goals), matters
        self.waiting = list(goals)

    def tell(self, about: str, whom: str, facts: Mapping[str, object]) -> None:
        self.outcome.world.tell(about, whom, facts)

    def next_need(self) -> Need | None:
        """The first thing that the goals, in their order, stop at; None when all have an answer."""
        while self.waiting:
            result = self.outcome.of(self.waiting[0])
            if isinstance(result, Needs):
                return Need.roster() if result.fact == PEOPLE else Need(result.fact, result.entity_id)
            self.waiting.pop(0)
        return None


def settled(rules, goals: Sequence[str], known: Circumstances) -> bool:
    """Whether the bounds of every goal are one value, whatever the open facts would be."""
    bounds = rules.bounds(list(goals), known)
    return all(bounds[goal].settled for goal in goals)


def touched(rules, goals: Sequence[str], known: Circumstances) -> frozenset[Gap]:
    """The open facts that can still change a goal, each with its subject."""
    bounds = rules.bounds(list(goals), known)
    return frozenset(Gap(fact, whom) for goal in goals for fact, whom in bounds[goal].touched)
