"""What is to be done later, by one worker loop: letters, timers, deliveries.

Invariants:
- work is enqueued in the transaction that needs it, so neither exists without the other;
- a row is done at least once, and its handler runs in one transaction with marking it
  done, so what the handler writes to this database is there exactly once;
- a worker holds a row by a lease with an end: what a killed worker held is taken again.
"""

from importlib import import_module

# Looked up when first used: Django loads this package before its models may be imported.
_WHERE = {
    "Due": "enqueueing",
    "NotAnId": "enqueueing",
    "UnknownKind": "handlers",
    "enqueue": "enqueueing",
    "enqueue_all": "enqueueing",
    "given_up": "queries",
    "loop": "worker",
    "register": "handlers",
    "run_due": "worker",
    "try_again": "trying_again",
}

__all__ = sorted(_WHERE)


def __getattr__(name: str):
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
