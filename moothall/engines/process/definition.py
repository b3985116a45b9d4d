"""A process that can be run: its nodes, its flows and what each of them means to a caseworker. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from moothall.engines.process.errors import UnknownTask, UnknownTimer
from moothall.engines.process.feel import Condition
from moothall.engines.process.readable import Readable
from moothall.engines.process.timers import Basis, DueRule

# The fact in which the answer of the rules, or of whoever decides, comes with a command.
OUTCOME = "outcome"


@dataclass(frozen=True, kw_only=True)
class Node:
    """A place in the process. `names` are its wordings by language; English is always there."""

    id: str
    names: Mapping[str, str]
    line: int

    def name(self, language: str = "en") -> str:
        """Its name in `language`, in English where there is none in that language."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, kw_only=True)
class Start(Node):
    """Where a case begins. One that `reopens` begins it again after its end, and is taken only by name."""

    reopens: bool = False


@dataclass(frozen=True, kw_only=True)
class End(Node):
    """Where a way through the process is over."""


@dataclass(frozen=True, kw_only=True)
class UserTask(Node):
    """Something that a person in `role` does. Finishing it sends the letter named, if any.

    `within` is a target to show, with its law; it sets no timer. `optional` work may be left undone: the case
    does not wait for it in the eyes of the people, though the process does until its timer is due.
    """

    role: str
    within: DueRule | None = None
    letter: str = ""
    optional: bool = False
    basis: Basis | None = None


@dataclass(frozen=True, kw_only=True)
class RuleTask(Node):
    """What the rules of the service decide by themselves, at once: nobody waits and nothing is open.

    Their answer comes with the command as the fact `outcome`, which a gateway behind it may read.
    """

    basis: Basis | None = None


@dataclass(frozen=True, kw_only=True)
class Gateway(Node):
    """One way out is taken: the first, in the file's order, whose condition holds; otherwise the default."""


@dataclass(frozen=True, kw_only=True)
class Timer(Node):
    """A wait of its own, or (with `host`) one that runs beside a task and, if it `interrupts`, closes it."""

    rule: DueRule
    host: str | None = None
    interrupts: bool = True


@dataclass(frozen=True, kw_only=True)
class Flow:
    """The way from one node to another. `condition` is None on the only or default way."""

    id: str
    source: str
    target: str
    condition: Condition | None
    line: int


@dataclass(frozen=True, kw_only=True)
class Definition:
    """An executable process. `hash` is the sha256 of its canonical XML: the case is pinned to it.

    `flows` are by source, the default of a gateway last; `timers_of` are the boundary timers by task.
    """

    name: str
    title: str
    hash: str
    nodes: Mapping[str, Node]
    flows: Mapping[str, tuple[Flow, ...]]
    timers_of: Mapping[str, tuple[Timer, ...]]
    start: Start
    readable: Readable = field(repr=False)

    def task(self, task_id: str) -> UserTask:
        """The user task that an id such as `decide#2` belongs to. Raises UnknownTask."""
        node = self.nodes.get(task_id.rpartition("#")[0])
        if not isinstance(node, UserTask):
            raise UnknownTask(f'"{task_id}" is no task of {self.name}')
        return node

    def timer(self, timer_id: str) -> Timer:
        """The timer that an id such as `decision_due#1` belongs to. Raises UnknownTimer."""
        node = self.nodes.get(timer_id.rpartition("#")[0])
        if not isinstance(node, Timer):
            raise UnknownTimer(f'"{timer_id}" is no timer of {self.name}')
        return node

    def names_read_after(self, node_id: str) -> frozenset[str]:
        """The facts that leaving this node may need: those of every gateway before the next task or timer.

        What the rules decide on the way needs its `outcome`.
        """
        names: set[str] = set()
        seen: set[str] = set()
        waiting = [node_id]
        while waiting:
            for flow in self.flows.get(waiting.pop(), ()):
                if flow.condition:
                    names.update(flow.condition.names)
                target = self.nodes[flow.target]
                if isinstance(target, RuleTask):
                    names.add(OUTCOME)
                if isinstance(target, (Gateway, RuleTask)) and flow.target not in seen:
                    seen.add(flow.target)
                    waiting.append(flow.target)
        return frozenset(names)
