"""What can be asked of a running process. Time comes in as a command: the engine has no clock.

`facts` are what gateways on the way may read: the outcome just given and, if the definition asks for them,
facts of the case. They are used for this one step and not kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_FACTS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Start:
    """Begin the case, or with the id of a start event that reopens, begin it again after its end."""

    event: str = ""
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True)
class Finish:
    """A person has finished the task with this id, such as `decide#1`."""

    task: str
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True)
class TimerDue:
    """The period of the timer with this id, such as `decision_due#1`, is over."""

    timer: str
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)


Command = Start | Finish | TimerDue
