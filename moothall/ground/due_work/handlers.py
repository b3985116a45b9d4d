"""Which function does which kind of work. `moothall/wiring.py` fills this in at start."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Handler(Protocol):
    """Does one piece of work, inside a transaction that acts for its organisation only.

    It may be called again for work that it has done (a worker is killed, a lease ends):
    it must then find that out and do nothing.
    """

    def __call__(self, *, organisation: str, payload: dict, now: datetime) -> None: ...


class UnknownKind(Exception):
    """No handler is registered for this kind of work."""


class Errand(Protocol):
    """What must be done outside any transaction first, such as asking another machine.

    It may be slow, so nothing is locked meanwhile. What it returns is given to the handler as `came`.
    """

    def __call__(self, *, organisation: str, payload: dict, now: datetime) -> object: ...


_handlers: dict[str, Handler] = {}
_errands: dict[str, Errand] = {}


def register(kind: str, handler: Handler, *, errand: Errand | None = None) -> None:
    if _handlers.get(kind, handler) is not handler:
        raise ValueError(f"{kind} already has a handler: {_handlers[kind]}.")
    _handlers[kind] = handler
    if errand is not None:
        _errands[kind] = errand


def errand_of(kind: str) -> Errand | None:
    """What is done before the handler, or None."""
    return _errands.get(kind)


def handler_of(kind: str) -> Handler:
    """Raises UnknownKind, also when work is enqueued, so that nothing waits that nobody can do."""
    try:
        return _handlers[kind]
    except KeyError:
        known = ", ".join(sorted(_handlers)) or "none"
        raise UnknownKind(
            f"No handler for {kind!r}; register one in moothall/wiring.py. Known: {known}."
        ) from None
