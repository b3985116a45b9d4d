"""A kept book is the same book, and what is printed is the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from moothall.engines.rules.tests.sample import DAY, RATES, build, household
from moothall.engines.rules.tests.test_working_out import REDUCTION

ROOT = Path(__file__).parents[4]
PRINT = """
import hashlib
from moothall.engines.rules.cache import key_of
from moothall.engines.rules.tests import random_rules
from moothall.engines.rules.tests.sample import build, vocabulary
from moothall.engines.rules.tests.test_working_out import REDUCTION
words = vocabulary()
texts = [build(REDUCTION).text, build(random_rules.Author(7, words).text).text, key_of(words, {"a": b"b"})]
print(hashlib.sha256("".join(texts).encode()).hexdigest())
"""


def test_a_kept_book_gives_the_same_answers_reasons_and_bounds():
    store: dict[str, bytes] = {}
    first, second = build(REDUCTION, cache=store), build(REDUCTION, cache=store)

    assert len(store) == 1 and first.text == second.text and first.versions == second.versions
    for known in (household(), household(council_tax="9000.00")):
        both = [book.on(DAY).work_out(["reduction"], known) for book in (first, second)]
        assert both[0]["reduction"] == both[1]["reduction"]
        assert both[0].reasons("reduction", "cy") == both[1].reasons("reduction", "cy")
        assert first.on(DAY).bounds(["excess"], known) == second.on(DAY).bounds(["excess"], known)
        assert first.on(DAY).exact(["reduction"], known) == second.on(DAY).exact(["reduction"], known)


def test_a_kept_book_is_not_checked_again(monkeypatch):
    store: dict[str, bytes] = {}
    build(REDUCTION, cache=store)
    monkeypatch.setattr("moothall.engines.rules.book.check", lambda *_: 1 / 0)
    build(REDUCTION, cache=store)


def test_any_changed_file_is_another_book():
    store: dict[str, bytes] = {}
    build(REDUCTION, cache=store)
    build(REDUCTION.replace("66", "65"), cache=store)
    build(REDUCTION, RATES.replace(b"92.05", b"92.06"), cache=store)
    build(REDUCTION, wording="reduction: {says: Cymorth.}\n", cache=store)
    assert len(store) == 4


def test_damaged_bytes_are_checked_again():
    store: dict[str, bytes] = {}
    build(REDUCTION, cache=store)
    (key,) = store
    whole = store[key]
    for damaged in (b"", whole[:100], b"N", b"i\x01\x00\x00\x00", whole[:-9] + b"x" + whole[-8:]):
        store[key] = damaged
        assert (
            build(REDUCTION, cache=store).on(DAY).work_out(["reduction"], household())["reduction"].value == 0
        )


def test_three_hash_seeds_print_the_same_text():
    printed = [
        subprocess.run(
            [sys.executable, "-c", PRINT], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "20261123")
    ]  # fmt: skip
    assert len(set(printed)) == 1 and printed[0].strip()


def test_emitted_text_runs_with_empty_builtins_and_only_our_names():
    rules = build(REDUCTION).on(DAY)
    names = next(iter(rules.doubles.rules.values())).__globals__
    assert names["__builtins__"] == {}
    import re

    allowed = r"__builtins__|on_date|[FRTBLGDNSMCAE]|[rc]\d+|x_[a-z_]+"
    assert all(re.fullmatch(allowed, name) for name in names), sorted(names)
