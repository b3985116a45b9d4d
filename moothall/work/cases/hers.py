"""What somebody who holds the key of a case may read of it.

Invariants:
- she reads the cases whose key she has shown, and what she said herself, whomever it is about;
- what a body learnt from elsewhere about her home or about her is hers to read;
- what it learnt from elsewhere about another person of a joint claim is that person's, and is only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from moothall.ground.people.actor import Actor
from moothall.ground.people.visible_to import visible_to
from moothall.ground.subjects.models import Fact
from moothall.ground.subjects.queries import every_statement_of_case
from moothall.work.cases.holding import cases
from moothall.work.cases.models import CORRECT, Case, Task
from moothall.work.cases.told import CASE, HOUSEHOLD

RESIDENT = "resident"


@dataclass(frozen=True)
class Hers:
    """The statements that she may read, oldest first, and how many of each other person she may not."""

    statements: tuple[Fact, ...]
    kept_back: dict[str, int]  # place -> number of statements


def cases_of_hers(actor: Actor) -> QuerySet[Case]:
    """The cases that this actor may see, the newest first."""
    return cases().filter(visible_to(actor, Case)).order_by("-opened_at", "reference")


def waiting_in(found: Iterable[Case]) -> dict[UUID, list[Task]]:
    """Case -> its open tasks, the first due first; in one statement for all of them.

    A case that joined another waits for that one's work, but not for what is corrected in it.
    """
    cases_found = list(found)
    of_case: dict[UUID, list[Task]] = {case.pk: [] for case in cases_found}
    wanted = {*of_case, *(case.joins_id for case in cases_found if case.joins_id)}
    tasks = Task.objects.filter(case__in=wanted, finished_at__isnull=True, fell_away_at__isnull=True)
    for task in tasks.order_by("due_on", "opened_at"):
        for case in cases_found:
            joined = task.case_id == case.joins_id and task.node != CORRECT
            if task.case_id == case.pk or joined:
                of_case[case.pk].append(task)
    return of_case


def statements_for_her(case: Case) -> Hers:
    """Every statement of the case, the superseded too, that whoever holds its key may read."""
    shown: list[Fact] = []
    kept_back: Counter[str] = Counter()
    for fact in every_statement_of_case(case.pk):
        if may_read(fact, claimant=case.subject.place):
            shown.append(fact)
        else:
            kept_back[fact.subject.place] += 1
    return Hers(tuple(shown), dict(kept_back))


def may_read(fact: Fact, *, claimant: str) -> bool:
    """Whether this statement is hers to read. `claimant` is her place in the household."""
    place = fact.subject.place
    return (
        fact.said_by == RESIDENT
        or place in (HOUSEHOLD, CASE, claimant)
        or place == claimant.partition("/")[0]
    )
