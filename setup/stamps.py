"""Remembers which version of its inputs a step was last done for, so that a second run does nothing twice."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], *, also: str = "") -> str:
    """One hash over the content of several files and a few words more. Names and times do not count."""
    total = hashlib.sha256(also.encode())
    for path in paths:
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


class Stamp:
    """A file that holds the digest for which a step was completed. It is written last, when all went well."""

    def __init__(self, path: Path, wanted: str):
        self.path = path
        self.wanted = wanted

    @property
    def holds(self) -> bool:
        return self.path.is_file() and self.path.read_text(encoding="ascii").strip() == self.wanted

    def clear(self) -> None:
        self.path.unlink(missing_ok=True)

    def write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.wanted + "\n", encoding="ascii")
