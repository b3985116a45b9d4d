"""Other systems that answer instead of the person: what this room asks of them, not who they are.

A connector keeps the promise, `moothall/wiring.py` says which one. Nothing is asked inside a transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol


class NoAnswer(Exception):
    """The other system is down, slow, or cannot be understood. The message holds nothing personal."""


class Check(Protocol):
    """One other system. Each call ends within seconds, with an answer or with NoAnswer."""

    # Whether it is only pretended, for a demonstration: the page then says so.
    pretend: bool

    def ask(self, *, organisation: str, about: Mapping[str, object], today: date) -> Mapping[str, object]:
        """What it attests of that body's matter: fact -> its plain value, as `Circumstances` reads it."""
        ...

    def choices(self, fact: str, *, organisation: str, about: Mapping[str, object]) -> tuple[str, ...]:
        """The values of a fact that the body knows there, such as the addresses of a postcode."""
        ...


_checks: dict[str, Check] = {}


def register_check(name: str, check: Check | None) -> None:
    """Say which system answers to that name in a service's `checks:`; None when there is no such system."""
    if check is None:
        _checks.pop(name, None)
    else:
        _checks[name] = check


def check_named(name: str) -> Check:
    """The system of that name. Raises NoAnswer where none is set up: the question goes on without it."""
    try:
        return _checks[name]
    except KeyError:
        raise NoAnswer(f"no {name} is set up") from None
