"""What happened: append-only, in one order, provable, and free of personal data once that is erased.

Invariants:
- an entry is never changed and never removed; the database refuses it, whoever asks;
- an envelope names nobody: people, cases and actors are pseudonyms in it;
- what is personal is in the payload, whose salted commitment the envelope carries, so
  that the payload can be erased and the proofs still hold;
- entries are read by position, and positions are given only to what can no longer be
  overtaken by an older open transaction.
"""

from importlib import import_module

# Looked up when first used: Django loads this package before its models may be imported.
_WHERE = {
    "Happened": "writing",
    "UndeclaredVerb": "verbs",
    "WrittenOutsideTransaction": "writing",
    "consistency_proof": "proofs",
    "entries_about": "queries",
    "erase": "erasure",
    "inclusion_proof": "proofs",
    "pseudonym": "pseudonyms",
    "replay_erasures": "erasure",
    "sequence": "sequencer",
    "verify_record": "verify",
    "write": "writing",
    "write_all": "writing",
}

__all__ = sorted(_WHERE)


def __getattr__(name: str):
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
