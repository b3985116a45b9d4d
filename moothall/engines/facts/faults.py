"""How a definition file is told that it is wrong: file, line, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one place of one definition file."""

    file: str
    line: int
    message: str
    instead: str | None = None

    def __str__(self) -> str:
        instead = f" Instead: {self.instead}" if self.instead else ""
        return f"{self.file}:{self.line}: {self.message}.{instead}"


class FactError(Fault):
    """A fault in a vocabulary file."""


class Faults(ValueError):
    """Every fault that was found, not the first only: an author mends a file in one go."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.line))
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __iter__(self):
        return iter(self.faults)

    def __len__(self) -> int:
        return len(self.faults)


class FactErrors(Faults):
    """The faults of the vocabulary files."""
