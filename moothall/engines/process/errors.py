"""Everything that the process engine can refuse, by name.

Two families. A definition that cannot be read or run raises `BadFile` or `NotExecutable`, with the file,
the line and what to change. A command that does not fit raises a `WrongMove`; `advance` is pure, so after
any error the caller's state is untouched and the command may be tried again or dropped.
"""

from __future__ import annotations

from dataclasses import dataclass


class ProcessError(Exception):
    """Anything that this engine refuses."""


class BadFile(ProcessError):
    """The file is not XML that we read: malformed, too large, too deep, or with a DTD or entities."""

    def __init__(self, *, file: str, line: int, column: int = 0, what: str) -> None:
        self.file, self.line, self.column, self.what = file, line, column, what
        super().__init__(f"{file}:{line}:{column}: {what}")


@dataclass(frozen=True)
class Refusal:
    """One thing in a file that stops it from being run, and what its author can change about it."""

    element: str
    id: str
    line: int
    what_to_change: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.element} {self.id or '(no id)'}: {self.what_to_change}"


class NotExecutable(ProcessError):
    """The file can be read and drawn but not run. `refusals` names every reason, in the order of lines."""

    def __init__(self, *, name: str, refusals: tuple[Refusal, ...]) -> None:
        self.name, self.refusals = name, refusals
        lines = "\n".join(f"  {refusal}" for refusal in refusals)
        super().__init__(f"{name} cannot be run:\n{lines}")


class BadCondition(ProcessError):
    """A condition is not in the part of FEEL that we run. `offset` counts characters from its start."""

    def __init__(self, *, offset: int, what: str, file: str = "", line: int = 0, column: int = 0) -> None:
        self.offset, self.what = offset, what
        self.file, self.line, self.column = file, line, column
        where = f"{file}:{line}:{column}" if file else f"character {offset + 1}"
        super().__init__(f"{where}: {what}")


class WrongMove(ProcessError):
    """A command that does not fit the state that the case is in."""


class NotStarted(WrongMove):
    """The process has not begun, so nothing in it can be finished."""


class AlreadyStarted(WrongMove):
    """The process is running. A repeated Start is most likely a retry of one that went through."""


class AlreadyEnded(WrongMove):
    """The process is over. Only a start event that reopens it can begin it again."""


class NotStartable(WrongMove):
    """The start event named does not exist, or is not one for a process in this state."""


class UnknownTask(WrongMove):
    """No task of that id was ever opened in this case."""


class UnknownTimer(WrongMove):
    """No timer of that id was ever set in this case."""


class NotOpen(WrongMove):
    """The task or timer existed and is over. Base of the three errors below."""


class AlreadyFinished(NotOpen):
    """Somebody finished this task before. A retry of the same finish may be answered as the first was."""


class AlreadyCancelled(NotOpen):
    """A timer closed this task before it was finished. A retry may not be answered as if it had worked."""


class TimerOver(NotOpen):
    """The timer has fired, or was put away with its task. The work it stood for needs no second doing."""


class TooMuchOpen(WrongMove):
    """So many tasks of this case are open that one more would make its state grow without bound."""


class UnknownName(WrongMove):
    """A condition on the way reads a fact that the command did not bring."""

    def __init__(self, *, name: str, condition: str) -> None:
        self.name, self.condition = name, condition
        super().__init__(f"the condition '{condition}' needs the fact \"{name}\", which was not given")


class OutcomeMissing(WrongMove):
    """The rules decide on the way, and the command did not bring what they answered."""


class WrongKind(WrongMove):
    """A condition compares things of different kinds, or orders things that have no order."""


class WrongDefinition(WrongMove):
    """The state was made by another definition than the one given. A case keeps the one it began with."""
