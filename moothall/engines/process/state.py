"""The state of one case in its process: a small flat dict of JSON, and the one function by which it changes.

    {"of": "5be2…", "open": ["decide#1"], "timers": ["due#1"], "rounds": {"decide": 1}, "cancelled": {}}

`of` is the beginning of the definition's hash; `open` the tasks people may finish; `timers` those set;
`rounds` how often each task or wait has come up; `cancelled` the latest round of a task that a timer
closed. History is in the events, so a case sent round and round stays the same size. An ended case has
nothing open and no timer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from moothall.engines.process.definition import Node, Start, Timer, UserTask
from moothall.engines.process.events import (
    Event,
    ProcessStarted,
    TaskCancelled,
    TaskFinished,
    TaskOpened,
    TimerCancelled,
    TimerFired,
    TimerSet,
)

LARGEST_STATE = 1_000
MOST_OPEN = 6
HASH_SHOWN = 16
_HIGHEST_ROUND = 9_999
_ROUND = re.compile(r"[1-9][0-9]{0,8}")

State = dict[str, Any]


def new_state(definition_hash: str) -> State:
    """The state of a case whose process has not begun."""
    return {"of": definition_hash[:HASH_SHOWN], "open": [], "timers": [], "rounds": {}, "cancelled": {}}


def has_begun(state: State) -> bool:
    """Whether it was ever started. Starts have rounds too, for a process that ends as it starts."""
    return bool(state["rounds"])


def is_over(state: State) -> bool:
    """Whether nothing can happen any more, short of being started again."""
    return has_begun(state) and not state["open"] and not state["timers"]


def apply(state: State, event: Event) -> State:
    """The state after `event`. The given state is left as it was."""
    open_, timers = state["open"], state["timers"]
    rounds, cancelled = state["rounds"], state["cancelled"]
    match event:
        case ProcessStarted(node=node):
            rounds = {**rounds, node: rounds.get(node, 0) + 1}
        case TaskOpened(task=task, node=node):
            open_ = [*open_, task]
            rounds = {**rounds, node: round_of(task)}
        case TaskFinished(task=task):
            open_ = [other for other in open_ if other != task]
        case TaskCancelled(task=task, node=node):
            open_ = [other for other in open_ if other != task]
            cancelled = {**cancelled, node: round_of(task)}
        case TimerSet(timer=timer, node=node, task=None):
            timers = [*timers, timer]
            rounds = {**rounds, node: round_of(timer)}
        case TimerSet(timer=timer):
            timers = [*timers, timer]
        case TimerFired(timer=timer) | TimerCancelled(timer=timer):
            timers = [other for other in timers if other != timer]
    return {"of": state["of"], "open": open_, "timers": timers, "rounds": rounds, "cancelled": cancelled}


def round_of(id_: str) -> int:
    """The round in an id such as `decide#2`; 0 when there is none, which no real task has."""
    number = id_.rpartition("#")[2]
    return int(number) if _ROUND.fullmatch(number) else 0


def largest_state(nodes: Mapping[str, Node]) -> int:
    """How many bytes of JSON the state of a case with these nodes can come to at most.

    Only a timer that does not interrupt can make more than one way open at a time.
    """
    timers = [node for node in nodes.values() if isinstance(node, Timer)]
    counted = [
        node.id
        for node in nodes.values()
        if isinstance(node, (Start, UserTask)) or (isinstance(node, Timer) and node.host is None)
    ]
    hosts = {node.host for node in timers if node.host and node.interrupts}
    ways = MOST_OPEN if any(not node.interrupts for node in timers) else 1
    tasks = sorted((node.id for node in nodes.values() if isinstance(node, UserTask)), key=len, reverse=True)
    at_once = sorted(
        (len(task) + sum(len(timer.id) + 10 for timer in timers if timer.host == task) for task in tasks),
        reverse=True,
    )
    state = new_state("0" * HASH_SHOWN)
    state["rounds"] = dict.fromkeys(counted, _HIGHEST_ROUND)
    state["cancelled"] = dict.fromkeys(hosts, _HIGHEST_ROUND)
    longest = max([*at_once, *(len(node.id) for node in timers)], default=0)
    return len(json.dumps(state)) + ways * (longest + 10)
