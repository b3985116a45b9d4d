"""Keeping a checked and compiled rule book, so that the next process need not check it again.

The caller passes a mapping of bytes and decides where it lives. It must be a place that only this system
writes: what is kept holds compiled code. The key is a hash of every file, of the vocabulary, of the Python
version and of this engine's `ENGINE` number, so that a book checked by an older checker is never used; raise
`ENGINE` with every change of the checker, the printer or the typed form.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Mapping
from types import CodeType
from typing import NamedTuple

from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules import ir
from moothall.engines.rules.rates import BandRow, Rate, Row
from moothall.engines.rules.wording import Wordings

ENGINE = 3
PYTHON = f"{sys.implementation.cache_tag} {sys.hexversion:x}"
DIGEST = hashlib.sha256().digest_size
RATE_NODES = (Rate, Row, BandRow)


class Kept(NamedTuple):
    """The parts of a rule book that was checked before."""

    rules: list[ir.Rule]
    rates: dict[str, Rate]
    wordings: Wordings
    text: str
    literals: dict[str, int]
    code: CodeType


def key_of(vocabulary: Vocabulary, *texts: Mapping[str, bytes]) -> str:
    """The key of a book made of these files in this order."""
    hashed = hashlib.sha256(f"{ENGINE} {PYTHON} {vocabulary.fingerprint}".encode())
    for files in texts:
        for name, data in files.items():
            hashed.update(f"\n{len(name)} {name} {len(data)}\n".encode())
            hashed.update(data)
        hashed.update(b"\n--\n")
    return hashed.hexdigest()


def keep(kept: Kept) -> bytes:
    """The bytes of a checked book, after their hash, by which `bring_back` sees any damage at once."""
    rates = ir.pack(tuple(kept.rates.values()), RATE_NODES)
    words = (kept.wordings.words, kept.wordings.drafts)
    plain = (ir.pack_rules(kept.rules), rates, words, kept.text, kept.literals, kept.code)
    data = marshal.dumps(plain)
    return hashlib.sha256(data).digest() + data


def bring_back(data: bytes) -> Kept | None:
    """The book, or None when the bytes are damaged: then it is checked again."""
    digest, data = data[:DIGEST], data[DIGEST:]
    if hashlib.sha256(data).digest() != digest:
        return None
    rules, rates, (words, drafts), text, literals, code = marshal.loads(data)
    back = {rate.name: rate for rate in ir.unpack(rates, RATE_NODES)}
    return Kept(ir.unpack_rules(rules), back, Wordings(words, drafts), text, literals, code)
