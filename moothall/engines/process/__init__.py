"""A stated subset of BPMN 2.0, run by one pure function.

definition = compile_bpmn(xml, "process.bpmn")
state, events = advance(definition, {}, Start())
state, events = advance(definition, state, Finish("decide#1", {"outcome": "award"}))
"""

from moothall.engines.process.commands import Command, Finish, Start, TimerDue
from moothall.engines.process.comparing import Difference, differences
from moothall.engines.process.compiling import compile_bpmn
from moothall.engines.process.definition import Definition
from moothall.engines.process.drawing import draw_svg
from moothall.engines.process.errors import (
    AlreadyCancelled,
    AlreadyEnded,
    AlreadyFinished,
    AlreadyStarted,
    BadCondition,
    BadFile,
    NotExecutable,
    NotOpen,
    NotStartable,
    NotStarted,
    OutcomeMissing,
    ProcessError,
    Refusal,
    TimerOver,
    TooMuchOpen,
    UnknownName,
    UnknownTask,
    UnknownTimer,
    WrongDefinition,
    WrongKind,
    WrongMove,
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
from moothall.engines.process.readable import Readable, content_hash, read_bpmn
from moothall.engines.process.state import State, apply, has_begun, is_over
from moothall.engines.process.stepping import advance, replay
from moothall.engines.process.timers import Basis, Due, DueRule, due_date

__all__ = [
    "AlreadyCancelled",
    "AlreadyEnded",
    "AlreadyFinished",
    "AlreadyStarted",
    "BadCondition",
    "BadFile",
    "Basis",
    "Command",
    "Definition",
    "Difference",
    "Due",
    "DueRule",
    "EndReached",
    "Event",
    "Finish",
    "GatewayTaken",
    "NotExecutable",
    "NotOpen",
    "NotStartable",
    "NotStarted",
    "OutcomeMissing",
    "ProcessEnded",
    "ProcessError",
    "ProcessStarted",
    "Readable",
    "Refusal",
    "RulesDecided",
    "Start",
    "State",
    "TaskCancelled",
    "TaskFinished",
    "TaskOpened",
    "TimerCancelled",
    "TimerDue",
    "TimerFired",
    "TimerOver",
    "TimerSet",
    "TooMuchOpen",
    "UnknownName",
    "UnknownTask",
    "UnknownTimer",
    "WrongDefinition",
    "WrongKind",
    "WrongMove",
    "advance",
    "apply",
    "compile_bpmn",
    "content_hash",
    "differences",
    "draw_svg",
    "due_date",
    "has_begun",
    "is_over",
    "read_bpmn",
    "replay",
]
