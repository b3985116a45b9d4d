"""Which kinds of body are the authority that a service has under `tier:`, by `services/authorities.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml


def kinds_of(tier: str, services: Path) -> frozenset[str]:
    """The kinds of body that are this authority; none where the file does not name it."""
    return _kinds((services / "authorities.yaml").read_text("utf-8")).get(tier, frozenset())


@lru_cache(maxsize=2)
def _kinds(text: str) -> dict[str, frozenset[str]]:
    return {tier: frozenset(row["kinds"]) for tier, row in yaml.safe_load(text)["authorities"].items()}
