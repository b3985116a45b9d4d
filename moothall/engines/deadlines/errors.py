"""What this room refuses, by name."""

from __future__ import annotations


class DeadlineError(Exception):
    """A date that cannot be worked out."""


class CalendarRunsOut(DeadlineError):
    """The bank holidays of that year are not in the calendar. They are never guessed: extend the calendar."""


class BadCalendar(DeadlineError):
    """A calendar file is wrong. `problems` names every one, each with its file."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class ClockOutOfOrder(DeadlineError):
    """A clock was stopped while stopped, started while running, or moved back in time."""
