"""How one programme is compared with the oracle, row by row.

Every row is either compared or left out by a named rule about the household, never by its id. A disagreement
stays in the list with the name of what explains it, if anything does: docs/oracle.md says each with its law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from moothall.doors.commands.oracle_households import plain_household
from moothall.engines.rules import Outcome, Settled

TOLERANCE = 1.00  # pounds a year
Excuse = tuple[str, Callable[[Mapping, Outcome], bool]]
# Pounds a year, or several of them in one order (one for each person, say); None is "no answer".
Amounts = float | Sequence[float | None] | None


@dataclass
class Programme:
    """The comparison of the goals of one service with outputs of the oracle, both in pounds a year."""

    goals: tuple[str, ...]
    ours: Callable[[Outcome], Amounts]
    its: Callable[[Mapping], Amounts]
    service: str
    left_out: tuple[Excuse, ...] = ()
    explained: tuple[Excuse, ...] = ()
    # The plain form of a row. A module with facts of its own adds them to `plain_household`.
    household: Callable[[Mapping], dict] = plain_household
    compared: int = 0
    agreed: int = 0
    excluded: Counter = field(default_factory=Counter)
    disagreed: list[dict] = field(default_factory=list)

    def take(self, row: Mapping, outcome: Outcome) -> None:
        """Compare one row, or count the first rule that leaves it out."""
        for rule, holds in self.left_out:
            if holds(row, outcome):
                self.excluded[rule] += 1
                return
        self.compared += 1
        ours, its = self.ours(outcome), self.its(row)
        if _near(ours, its):
            self.agreed += 1
        else:
            why = next((rule for rule, holds in self.explained if holds(row, outcome)), None)
            self.disagreed.append({"id": row["id"], "ours": ours, "oracle": its, "because": why})

    @property
    def unexplained(self) -> list[dict]:
        """The rows that disagree and for which docs/oracle.md names no law."""
        return [row for row in self.disagreed if row["because"] is None]

    def to_dict(self) -> dict:
        return {
            "compared": self.compared,
            "agreed": self.agreed,
            "excluded": dict(sorted(self.excluded.items())),
            "disagreed": self.disagreed,
        }


def _near(ours: Amounts, its: Amounts) -> bool:
    if ours is None or its is None:
        return False
    if isinstance(ours, Sequence) or isinstance(its, Sequence):
        return len(ours) == len(its) and all(map(_near, ours, its))
    return abs(ours - its) <= TOLERANCE


def pounds(outcome: Outcome, goal: str, *, times: float = 1, of: str | None = None) -> float | None:
    """A goal in pounds, `times` 52 or 12 for one of a week or a month; `of` a person or family by id.

    None when our rules say that it is not covered, or ask for a fact that the oracle does not give.
    """
    answer = outcome.of(goal, of)
    return round(answer.value * times / 100, 2) if isinstance(answer, Settled) else None


def pounds_of_each(outcome: Outcome, goal: str, *, times: float = 1) -> list[float | None]:
    """A person's goal in pounds for everybody who is no child, in the order of the plain form."""
    people = [person for family in outcome.world.circumstances.families for person in family.people]
    return [pounds(outcome, goal, times=times, of=one.id) for one in people if one.facts["role"] != "child"]
