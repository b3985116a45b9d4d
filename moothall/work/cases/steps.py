"""Takes a case one step through its process and says which rows that makes.

The engine is pure; this is where its events become tasks and due work. Nothing is
written here, so that an action can write the rows of many cases in one statement each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from moothall.engines.process import (
    Command,
    DueRule,
    ProcessEnded,
    TaskCancelled,
    TaskFinished,
    TaskOpened,
    TimerSet,
    advance,
    due_date,
)
from moothall.ground.catalogue.definition import Definition
from moothall.ground.due_work import Due
from moothall.work.cases.models import Case, Task

LONDON = ZoneInfo("Europe/London")


@dataclass
class Step:
    """What one command made happen: rows to write, and whether the case is over."""

    opened: list[Task] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)  # names of those that finishing a task sends
    fell_away: list[str] = field(default_factory=list)
    timers: list[Due] = field(default_factory=list)
    due_dates: list[date] = field(default_factory=list)
    over: bool = False


def take_step(case: Case, definition: Definition, command: Command, *, today: date, now: datetime) -> Step:
    """Move the case's process and set its new state on the row, unsaved. Raises a WrongMove."""
    case.process_state, events = advance(definition.process, case.process_state, command)
    step = Step()
    for event in events:
        match event:
            case TaskOpened():
                step.opened.append(_task(case, definition, event, today=today, now=now))
            case TaskFinished(task=number, letter=letter):
                step.finished.append(number)
                step.letters += [letter] if letter else []
            case TaskCancelled(task=number):
                step.fell_away.append(number)
            case TimerSet():
                step.timers.append(_timer(case, definition, event, today=today))
            case ProcessEnded():
                step.over = True
    step.due_dates = [task.due_on for task in step.opened if task.due_on]
    return step


def _task(case: Case, definition: Definition, event: TaskOpened, *, today: date, now: datetime) -> Task:
    return Task(
        case=case,
        organisation_id=case.organisation_id,
        node=event.node,
        number=event.task,
        names=dict(definition.process.nodes[event.node].names),
        role=event.role,
        opened_at=now,
        due_on=_last_day(case, definition, event.within, today) if event.within else None,
    )


def _timer(case: Case, definition: Definition, event: TimerSet, *, today: date) -> Due:
    over_on = due_date(event.rule, dates=_dates(case, today), calendar=definition.calendar).over_on
    return Due(
        kind="case.timer",
        key=f"{case.id}:{event.timer}",
        organisation=case.organisation_id,
        due_at=datetime.combine(over_on, time.min, tzinfo=LONDON),
        payload={"case": str(case.id), "timer": event.timer},
    )


def _last_day(case: Case, definition: Definition, rule: DueRule, today: date) -> date:
    return due_date(rule, dates=_dates(case, today), calendar=definition.calendar).last_day


def _dates(case: Case, today: date) -> dict[str, date]:
    """The legal dates that a period may run from. We hold all that we ask for from the day it was sent."""
    return {"opened": today, "claimed": case.claimed_on, "complete": case.claimed_on}
