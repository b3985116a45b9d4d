"""`advance`: one command, one step of a case through its process. Pure: no clock, no database, no network.

Invariants, proved over random processes in `tests/test_walks.py`:
- the state after a step is the state before it with the step's events applied, and nothing else;
- a case that has begun has a task open or a timer set, or it is over;
- after an error nothing has changed, so the command may be tried again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from moothall.engines.process.commands import Command, Finish, Start, TimerDue
from moothall.engines.process.definition import OUTCOME, Definition, End, Gateway, RuleTask, Timer, UserTask
from moothall.engines.process.definition import Start as StartNode
from moothall.engines.process.errors import (
    AlreadyCancelled,
    AlreadyEnded,
    AlreadyFinished,
    AlreadyStarted,
    NotStartable,
    NotStarted,
    OutcomeMissing,
    TimerOver,
    TooMuchOpen,
    UnknownTask,
    UnknownTimer,
    WrongDefinition,
)
from moothall.engines.process.events import (
    EndReached,
    Event,
    GatewayTaken,
    ProcessEnded,
    ProcessStarted,
    RulesDecided,
    TaskCancelled,
    TaskFinished,
    TaskOpened,
    TimerCancelled,
    TimerFired,
    TimerSet,
)
from moothall.engines.process.state import (
    HASH_SHOWN,
    MOST_OPEN,
    State,
    apply,
    has_begun,
    is_over,
    new_state,
    round_of,
)


def advance(definition: Definition, state: Mapping, command: Command) -> tuple[State, tuple[Event, ...]]:
    """The state and events after `command`. `{}` is the state of a case that has not begun.

    Raises a WrongMove, each named for what is wrong; UnknownName when a gateway reads a fact not given.
    """
    step = _Step(definition, dict(state) or new_state(definition.hash), command.facts)
    if step.state["of"] != definition.hash[:HASH_SHOWN]:
        raise WrongDefinition(
            f"the case runs by definition {step.state['of']}, not by {definition.hash[:HASH_SHOWN]}"
        )
    match command:
        case Start():
            step.start(command)
        case Finish():
            step.finish(command)
        case TimerDue():
            step.timer_due(command)
    return step.state, tuple(step.events)


def replay(definition: Definition, commands: Iterable[Command]) -> tuple[State, tuple[Event, ...]]:
    """The state and all the events of a case that was given these commands, from its beginning."""
    state: State = {}
    events: list[Event] = []
    for command in commands:
        state, more = advance(definition, state, command)
        events.extend(more)
    return state, tuple(events)


class _Step:
    """The moves of one command. The state changes only through `happen`, so events and state cannot part."""

    def __init__(self, definition: Definition, state: State, facts: Mapping[str, object]) -> None:
        self.definition, self.state, self.facts = definition, state, facts
        self.events: list[Event] = []

    def happen(self, event: Event) -> None:
        self.events.append(event)
        self.state = apply(self.state, event)

    def start(self, command: Start) -> None:
        node = self.definition.nodes.get(command.event or self.definition.start.id)
        if not isinstance(node, StartNode):
            raise NotStartable(f'"{command.event}" is no start event of {self.definition.name}')
        if has_begun(self.state) and not is_over(self.state):
            raise AlreadyStarted("the case has begun and is not over")
        if node.reopens and not has_begun(self.state):
            raise NotStartable(f'"{node.id}" begins a case again, and this one has never begun')
        if not node.reopens and has_begun(self.state):
            raise AlreadyEnded("the case is over; it can only begin again at a start event that reopens it")
        self.happen(ProcessStarted(node=node.id, reopened=node.reopens))
        self.go_on(node.id)

    def finish(self, command: Finish) -> None:
        self._require_begun()
        node = self.definition.task(command.task)
        if command.task not in self.state["open"]:
            raise self._why_not_open(command.task, node)
        self.happen(TaskFinished(task=command.task, node=node.id, letter=node.letter))
        self._put_timers_away(node, round_of(command.task))
        self.go_on(node.id)

    def timer_due(self, command: TimerDue) -> None:
        self._require_begun()
        node = self.definition.timer(command.timer)
        if command.timer not in self.state["timers"]:
            if 0 < round_of(command.timer) <= self._rounds(node.host or node.id):
                raise TimerOver(f"{command.timer} has fired before or was put away")
            raise UnknownTimer(f'"{command.timer}" was never set in this case')
        self.happen(TimerFired(timer=command.timer, node=node.id))
        if node.host and node.interrupts:
            task = f"{node.host}#{round_of(command.timer)}"
            self.happen(TaskCancelled(task=task, node=node.host, by=command.timer))
            self._put_timers_away(self.definition.nodes[node.host], round_of(command.timer))
        self.go_on(node.id)

    def go_on(self, from_node: str) -> None:
        """Follow the way out of a node until it comes to a task, a wait or an end."""
        here = from_node
        while True:
            here = self._way_out(here)
            node = self.definition.nodes[here]
            if isinstance(node, RuleTask):
                self._decided(node)
            if isinstance(node, UserTask):
                return self._open(node)
            if isinstance(node, Timer):
                return self._wait(node)
            if isinstance(node, End):
                return self._end(node)

    def _way_out(self, here: str) -> str:
        flows = self.definition.flows[here]
        if not isinstance(self.definition.nodes[here], Gateway):
            return flows[0].target
        taken = next(flow for flow in flows if flow.condition is None or flow.condition.holds(self.facts))
        condition = taken.condition.text if taken.condition else ""
        self.happen(GatewayTaken(node=here, flow=taken.id, to=taken.target, condition=condition))
        return taken.target

    def _decided(self, node: RuleTask) -> None:
        outcome = self.facts.get(OUTCOME)
        if not isinstance(outcome, str) or not outcome:
            raise OutcomeMissing(f"the rules decide at {node.id}; the command did not bring their {OUTCOME}")
        self.happen(RulesDecided(node=node.id, name=node.name(), outcome=outcome))

    def _end(self, node: End) -> None:
        self.happen(EndReached(node=node.id, name=node.name()))
        if is_over(self.state):
            self.happen(ProcessEnded(node=node.id))

    def _wait(self, node: Timer) -> None:
        self._require_room()
        timer = f"{node.id}#{self._rounds(node.id) + 1}"
        self.happen(TimerSet(timer=timer, node=node.id, rule=node.rule, task=None))

    def _open(self, node: UserTask) -> None:
        self._require_room()
        round_ = self._rounds(node.id) + 1
        task = f"{node.id}#{round_}"
        self.happen(
            TaskOpened(
                task=task,
                node=node.id,
                name=node.name(),
                role=node.role,
                optional=node.optional,
                within=node.within,
                basis=node.basis,
            )
        )
        for timer in self.definition.timers_of.get(node.id, ()):
            self.happen(TimerSet(timer=f"{timer.id}#{round_}", node=timer.id, rule=timer.rule, task=task))

    def _put_timers_away(self, node, round_: int) -> None:
        for timer in self.definition.timers_of.get(node.id, ()):
            if f"{timer.id}#{round_}" in self.state["timers"]:
                self.happen(TimerCancelled(timer=f"{timer.id}#{round_}", node=timer.id))

    def _require_room(self) -> None:
        """Count the tasks open and waits set; the timers beside open tasks are no ways of their own."""
        waits = [timer for timer in self.state["timers"] if self.definition.timer(timer).host is None]
        if len(self.state["open"]) + len(waits) >= MOST_OPEN:
            raise TooMuchOpen(f"{MOST_OPEN} things of this case are open; finish one of them first")

    def _rounds(self, node: str) -> int:
        return self.state["rounds"].get(node, 0)

    def _require_begun(self) -> None:
        if not has_begun(self.state):
            raise NotStarted("the case has not begun")

    def _why_not_open(self, task: str, node: UserTask) -> Exception:
        round_ = round_of(task)
        if not 0 < round_ <= self._rounds(node.id):
            return UnknownTask(f'"{task}" was never opened in this case')
        if round_ == self.state["cancelled"].get(node.id):
            return AlreadyCancelled(f"{task} was closed by a timer")
        return AlreadyFinished(f"{task} was finished before")
