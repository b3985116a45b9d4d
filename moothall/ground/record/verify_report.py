from __future__ import annotations

from dataclasses import dataclass, field

from moothall.ground.record import merkle

# After so many findings the rest would only bury the first.
ENOUGH = 50


@dataclass
class Report:
    """What was checked, and everything that was not as expected."""

    entries: int = 0
    payloads: int = 0
    erased: int = 0
    checkpoints: int = 0
    waiting: int = 0
    root: bytes = merkle.EMPTY_ROOT
    findings: list[str] = field(default_factory=list)
    more: int = 0

    @property
    def good(self) -> bool:
        return not self.findings

    def found(self, what: str) -> None:
        if len(self.findings) < ENOUGH:
            self.findings.append(what)
        else:
            self.more += 1
