"""For whom this transaction acts.

Invariants:
- a row that belongs to an organisation is read or written only inside `acting_for`;
- a context never grows: a nested one is the same or narrower;
- the context is opened with the transaction and ends with it, in both walls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

_in_context: ContextVar[frozenset[str] | None] = ContextVar("organisations_in_context", default=None)


class OutsideTheWall(Exception):
    """A row that belongs to an organisation was asked for outside `acting_for`."""


class WiderThanAllowed(Exception):
    """A nested `acting_for` named an organisation that the outer one does not hold."""


def organisations_in_context() -> frozenset[str]:
    """The keys of the organisations that this transaction acts for."""
    keys = _in_context.get()
    if keys is None:
        raise OutsideTheWall("No organisation is in context. Open one with acting_for({...}).")
    return keys


@contextmanager
def acting_for(organisations: Iterable[str]) -> Iterator[frozenset[str]]:
    """One transaction on behalf of these organisations and of no other.

    Nobody is an honest answer: with an empty set every list is empty.
    """
    wanted, outer = frozenset(organisations), _in_context.get()
    if outer is not None and not wanted <= outer:
        raise WiderThanAllowed(f"Asked for {sorted(wanted - outer)} inside a context of {sorted(outer)}.")
    # A nested context is the same transaction, not a savepoint: one act succeeds or fails whole.
    with transaction.atomic(savepoint=outer is None):
        if wanted != outer:
            _tell_the_database(wanted)
        token = _in_context.set(wanted)
        try:
            yield wanted
        finally:
            _in_context.reset(token)
            if outer is not None and outer != wanted and not connection.needs_rollback:
                _tell_the_database(outer)


def _tell_the_database(organisations: frozenset[str]) -> None:
    if connection.vendor == "postgresql":
        from moothall.ground.organisations.wall import enter

        enter(connection, organisations)
