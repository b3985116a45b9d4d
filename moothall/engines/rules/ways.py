"""What the checker knows at one place in a body, having come there by one way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """What is known on one way through the body: local names with their units, and what cannot be 0."""

    names: Mapping[str, str]
    nonzero: frozenset

    def with_name(self, name: str, unit: str) -> Way:
        return Way({**self.names, name: unit}, self.nonzero)

    def knowing(self, nonzero: frozenset) -> Way:
        return Way(self.names, self.nonzero | nonzero) if nonzero else self
