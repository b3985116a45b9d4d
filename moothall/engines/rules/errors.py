"""What an author of rules or rates is told: file, line, what is wrong, what to write instead."""

from __future__ import annotations

from moothall.engines.facts.faults import Fault, Faults


class RuleError(Fault):
    """A fault in a rule, rate or wording file."""


class RuleErrors(Faults):
    """Every fault of the files, in order."""


class Wrong(Exception):
    """Raised while one statement is checked; the checker turns it into a `RuleError` and goes on."""

    def __init__(self, line: int, message: str, instead: str | None = None):
        self.line, self.message, self.instead = line, message, instead
        super().__init__(message)
