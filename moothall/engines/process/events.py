"""What a step made happen, in order. The state is what the events add up to (`state.apply`)."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.process.timers import Basis, DueRule


@dataclass(frozen=True)
class ProcessStarted:
    """The case began at the start event `node`, or began again when `reopened`."""

    node: str
    reopened: bool


@dataclass(frozen=True)
class TaskOpened:
    """Somebody in `role` has something to do. `task` is the node and the round: `decide#2` is the second
    time.

    `within` is the rule for a target date to show beside it, if the definition names one.
    """

    task: str
    node: str
    name: str
    role: str
    optional: bool
    within: DueRule | None
    basis: Basis | None


@dataclass(frozen=True)
class TaskFinished:
    """The task is done. `letter` names the letter that goes out because of it, or is empty."""

    task: str
    node: str
    letter: str


@dataclass(frozen=True)
class TaskCancelled:
    """The task was closed undone because the timer `by` ended its time."""

    task: str
    node: str
    by: str


@dataclass(frozen=True)
class TimerSet:
    """A period has begun to run; `rule` and the dates of the case give its end (`timers.due_date`)."""

    timer: str
    node: str
    rule: DueRule
    task: str | None


@dataclass(frozen=True)
class TimerFired:
    """The period was over and the process went on from there."""

    timer: str
    node: str


@dataclass(frozen=True)
class TimerCancelled:
    """The timer was put away with its task and must not fire any more."""

    timer: str
    node: str


@dataclass(frozen=True)
class RulesDecided:
    """The rules decided at `node`, at once; `outcome` is their answer as it came with the command."""

    node: str
    name: str
    outcome: str


@dataclass(frozen=True)
class GatewayTaken:
    """The gateway `node` was left by `flow` to the node `to`; `condition` is empty on the default way."""

    node: str
    flow: str
    to: str
    condition: str


@dataclass(frozen=True)
class EndReached:
    """One way through the process came to the end event `node`."""

    node: str
    name: str


@dataclass(frozen=True)
class ProcessEnded:
    """Nothing is open any more: the case has been through its process. `node` is the end reached last."""

    node: str


Event = (
    ProcessStarted
    | TaskOpened
    | TaskFinished
    | TaskCancelled
    | TimerSet
    | TimerFired
    | TimerCancelled
    | RulesDecided
    | GatewayTaken
    | EndReached
    | ProcessEnded
)
