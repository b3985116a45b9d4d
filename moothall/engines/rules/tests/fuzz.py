"""Mutations of valid rule files from a seed: whatever comes of one, it is a book or our own errors, and soon.

`fuzz(seed, mutations)` is called with about 1,000 by the room's tests and with 20,000 by the long proof. Its
one-line sabotage: take `RecursionError` out of `parsing.parse`.
"""

from __future__ import annotations

import random
import re
import time

from moothall.engines.rules import RuleBook, RuleErrors
from moothall.engines.rules.tests import random_rules
from moothall.engines.rules.tests.hostile.cases import CASES
from moothall.engines.rules.tests.sample import DAY, RATES, vocabulary

LONGEST_CASE = 20_000
WORD = re.compile(rb"[A-Za-z0-9_.]+|[-+*/<>=!]+")
SPLICES = (
    b"(", b")", b'"', b'"""', b"'", b"\n", b"    ", b"\t", b"\\", b"#", b"{", b"}", b"{rent}", b".",
    b"..", b",", b"=",
    b"**", b":=", b"->", b"@", b"not ", b" and ", b" if ", b" else ", b"lambda ", b"import ", b"0",
    b"9" * 30, b"1e9",
    b"\x00", b"\xff", b"\xc2\xa0", b"\xe2\x80\xae", b"\xef\xbd\x92", b"__class__", b"sum(",
    b"for person in people",
    b"return ", b"not_covered(", b"GBP/week", b"elif 1 > 0:", b"f", b"_",
)  # fmt: skip


def fuzz(seed: int, mutations: int) -> dict:
    """Try that many mutations. The report counts books and refusals, and names every failure
    with its bytes.
    """
    dice, words = random.Random(seed), vocabulary()
    seeds = [random_rules.Author(dice.randrange(10**9), words, rules=4).text.encode() for _ in range(12)]
    cases = [case.data for case in CASES if len(case.data) < LONGEST_CASE]
    report: dict = {"seed": seed, "mutations": 0, "books": 0, "refused": 0, "slowest_ms": 0.0, "failures": []}
    for _ in range(mutations):
        start = dice.choice(seeds) if dice.random() < 0.7 else dice.choice(cases)
        data = mutate(start, dice, seeds + cases)
        started = time.process_time()
        failure = _try(data, words, report)
        report["slowest_ms"] = max(report["slowest_ms"], round((time.process_time() - started) * 1000, 1))
        report["mutations"] += 1
        if failure:
            report["failures"].append({"error": failure, "data": data[:2000].hex()})
    return report


def _try(data: bytes, words, report: dict) -> str | None:
    try:
        book = RuleBook.build({"rules.py": data}, {"rates.yaml": RATES}, words)
        _use(book, words)
    except RuleErrors as refused:
        report["refused"] += 1
        lines = data.count(b"\n") + 2
        wrong = [fault for fault in refused if not (1 <= fault.line <= lines and fault.message)]
        return f"a fault without its line: {wrong[0]}" if wrong else None
    except Exception as error:
        # Any exception but our own is exactly what is being looked for.
        return f"{type(error).__name__}: {error}"[:200]
    report["books"] += 1
    return None


def _use(book: RuleBook, words) -> None:
    """What was taken must also work: every reading of every rule, at the edges of ranges."""
    rules = book.on(DAY)
    rules.findings()
    known = random_rules.somebody(len(book.text), words, day=DAY)
    goals = list(rules.versions)
    outcome = rules.work_out(goals, known)
    for goal in goals:
        outcome.reasons(goal, "cy").to_dict()
    rules.exact(goals, known)
    rules.bounds(goals, random_rules.forget(known, len(book.text)))


def mutate(data: bytes, dice: random.Random, seeds: list[bytes]) -> bytes:
    """One to four small changes: bytes dropped, doubled, swapped or changed, pieces put in, two files
    crossed.
    """
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4))):
        place = dice.randrange(len(changed) + 1)
        end = min(len(changed), place + dice.choice((1, 1, 2, 5, 20, 100)))
        kind = dice.randrange(9)
        if kind == 0:
            del changed[place:end]
        elif kind == 1:
            changed[place:place] = changed[place:end] * dice.choice((1, 1, 2, 50))
        elif kind == 2:
            changed[place:end] = bytes(dice.randrange(32, 127) for _ in range(end - place))
        elif kind == 3:
            changed[place:place] = dice.choice(SPLICES) * dice.choice((1, 1, 1, 3, 40))
        elif kind == 4:
            other = dice.choice(seeds)
            start = dice.randrange(len(other) + 1)
            changed[place:place] = other[start : start + dice.choice((10, 60, 400))]
        elif kind <= 7:
            _swap_words(changed, dice)
        else:
            changed[place:end] = bytes(dice.randrange(256) for _ in range(end - place))
    return bytes(changed)


def _swap_words(data: bytearray, dice: random.Random) -> None:
    """One word of the file in the place of another: such a file often passes the lexer, and tries the
    checker.
    """
    words = list(WORD.finditer(data))
    if len(words) < 2:
        return
    here, there = dice.sample(words, 2)
    data[here.start() : here.end()] = bytes(there.group())
