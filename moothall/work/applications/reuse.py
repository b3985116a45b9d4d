"""How many facts a person was asked for, and how many nobody had to ask her again.

A re-use is counted only where the service's own question list asks for the fact, the person was not asked it
here, and something she had said before answered it. What is read from her postcode was never a question.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from moothall.engines.questions import Plan


@dataclass(frozen=True)
class Asked:
    """Facts of one service in one submission: asked here, and known already."""

    asked: int
    reused: int


def asked_and_reused(told: Mapping[str, Mapping], plan: Plan, *, seen: Collection[str]) -> Asked:
    """Of the facts told to a service, by place. `seen` are the screens that she answered for this service."""
    screens = [question for facts in told.values() for name in facts if (question := plan.asking(name))]
    asked = sum(question.key in seen for question in screens)
    return Asked(asked=asked, reused=len(screens) - asked)
