"""Words as people type them: which known words a typed word may be.

A word is known by itself, by its beginning, by a slip or two of the keys, or by the form that it has in Welsh
after a mutation (*treth*, *dreth*). Slips are found by symmetric deletion: two words within one slip of each
other become equal when at most one letter is left out of each, so no list of all words is walked through.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

# Likeness of what was typed to a known word: 1 is the word itself.
MUTATED, BEGINS, ONE_SLIP, TWO_SLIPS = 0.97, 0.85, 0.85, 0.7
# A word shorter than this is taken as it is written: with one letter changed, it is another word.
SHORTEST_WITH_A_SLIP, SHORTEST_WITH_TWO, SHORTEST_BEGINNING = 4, 6, 3
SHORTEST_PART = 4
LONGEST_WORD = 30
# What a word begins with after a soft, nasal or aspirate mutation, and what the word itself begins with.
MUTATIONS = (
    ("ngh", "c"), ("mh", "p"), ("nh", "t"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dd", "d"), ("ng", "g"),
    ("g", "c"), ("b", "p"), ("d", "t"), ("f", "b"), ("f", "m"), ("l", "ll"), ("r", "rh"), ("m", "b"),
    ("n", "d"), ("", "g"),
)  # fmt: skip


def words_in(text: str) -> list[str]:
    """The words of a text in small plain letters, an English plural as the word itself."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("'", ""))
        if not unicodedata.combining(letter)
    )
    return [_single(word[:LONGEST_WORD]) for word in re.findall(r"[a-z0-9]+", plain)]


def _single(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


class KnownWords:
    """A vocabulary that can be asked what a typed word may mean."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._beginnings: dict[str, set[str]] = defaultdict(set)
        self._left_over: dict[str, set[str]] = defaultdict(set)
        for word in self._words:
            for length in range(SHORTEST_BEGINNING, len(word)):
                self._beginnings[word[:length]].add(word)
            for rest in _left_over(word):
                self._left_over[rest].add(word)

    def as_known(self, typed: Sequence[str]) -> list[str]:
        """What was typed, words joined or parted where only that makes them known: *stair lift*."""
        words: list[str] = []
        for word in typed:
            if words and words[-1] + word in self._words and not {words[-1], word} <= self._words:
                words[-1] += word
            else:
                words += [word] if word in self._words else self._parted(word)
        return words

    def _parted(self, word: str) -> list[str]:
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if word[:place] in self._words and word[place:] in self._words:
                return [word[:place], word[place:]]
        return [word]

    def like(self, typed: str) -> dict[str, float]:
        """Known word -> how like it is to the typed one, from 0 to 1; empty when nothing is near."""
        found = dict.fromkeys(self._words.intersection(_unmutated(typed)), MUTATED)
        if typed in self._words:
            return {**found, typed: 1.0}
        for word in self._beginnings.get(typed, ()):
            found.setdefault(word, BEGINS)
        for word in {word for rest in _left_over(typed) for word in self._left_over.get(rest, ())}:
            slips = distance(typed, word)
            if slips <= _slips_allowed(len(typed)):
                found[word] = max(found.get(word, 0), ONE_SLIP if slips == 1 else TWO_SLIPS)
        return found


def distance(one: str, other: str) -> int:
    """How many slips lie between two words: a letter more, less, changed, or two exchanged side by side."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        previous, row = row, [number]
        for place, mark in enumerate(other, 1):
            cost = min(previous[place] + 1, row[-1] + 1, previous[place - 1] + (letter != mark))
            if number > 1 and place > 1 and letter == other[place - 2] and one[number - 2] == mark:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1]


def _slips_allowed(length: int) -> int:
    return 0 if length < SHORTEST_WITH_A_SLIP else 1 if length < SHORTEST_WITH_TWO else 2


def _left_over(word: str) -> set[str]:
    """The word, and what is left of it without each letter, or without each two of a long word."""
    rests = {word}
    for _ in range(_slips_allowed(len(word))):
        rests |= {rest[:place] + rest[place + 1 :] for rest in rests for place in range(len(rest))}
    return rests


def _unmutated(word: str) -> Iterator[str]:
    for mutated, itself in MUTATIONS:
        if word.startswith(mutated):
            yield itself + word[len(mutated) :]
