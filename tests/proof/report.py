"""What a proof is, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

# Says one line to whoever is waiting.
Progress = Callable[[str], None]


@dataclass
class Result:
    """What one proof counted, and everything that was not as it should be. No failures means proved."""

    counts: dict[str, object] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def count(self, name: str, by: int = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + by

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.failures.append(otherwise)


@dataclass(frozen=True)
class Sabotage:
    """A change of one line that must make the proof fail, so that we know that it can."""

    file: str
    line: str
    replacement: str
    why: str


class Proof(Protocol):
    """A module of this package: what it is called, how to break it, and how to run it."""

    NAME: str
    SAYS: str
    SABOTAGE: Sabotage

    def run(self, *, seed: int, short: bool, progress: Progress) -> Result: ...
