"""The team's work as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moothall.doors.kit.languages import current_language
from moothall.ground.people.actor import Actor
from moothall.ground.people.models import Account
from moothall.work.cases.models import Task

# A task due within this many days is marked, so that it is taken before it is late.
SOON = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One task: what, for whom, by when, and who has it. `late` and `left` are days."""

    task: Task
    name: str
    service: str
    days_waiting: int
    left: int | None
    mine: bool
    taken_by: str

    @property
    def state(self) -> str:
        """Which mark it carries: late, today, soon, or none."""
        if self.left is None or self.left > SOON:
            return ""
        return "late" if self.left < 0 else "today" if self.left == 0 else "soon"


def rows(tasks: Iterable[Task], *, actor: Actor, today: date) -> list[Row]:
    """Rows for these tasks, with colleagues' names looked up together."""
    tasks = list(tasks)
    names = names_of(task.taken_by for task in tasks)
    return [_row(task, names, actor=actor, today=today) for task in tasks]


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Actor id to the name that colleagues read; ids that are no account's are left out."""
    wanted = {int(one) for one in actors if one.isdecimal()}
    return {str(pk): name for pk, name in Account.objects.filter(pk__in=wanted).values_list("pk", "name")}


def after_last(shown: list[Task]) -> str:
    """The keyset mark of the last task shown: nothing but a date and an id."""
    last = shown[-1]
    return f"{last.due_on.isoformat() if last.due_on else ''}.{last.pk}"


def read_mark(mark: str) -> tuple[date | None, UUID] | None:
    """The mark from an address, or None for one that is not ours: then the list begins at the start."""
    day, _, number = mark.partition(".")
    try:
        return date.fromisoformat(day) if day else None, UUID(number)
    except ValueError:
        return None


def _row(task: Task, names: dict[str, str], *, actor: Actor, today: date) -> Row:
    language = current_language()
    return Row(
        task=task,
        name=task.name(language),
        service=task.case.edition.card["name"][language],
        days_waiting=(today - task.case.claimed_on).days,
        left=(task.due_on - today).days if task.due_on else None,
        mine=task.taken_by == actor.id,
        taken_by=names.get(task.taken_by, ""),
    )
