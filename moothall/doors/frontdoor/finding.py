"""Finding a service in a resident's own words.

She may write "help with counsil tax", "money off my council tax", "single person discount". Each
service says in plain words what people call it; a near miss counts, and so does the start of a
word. Nothing found is an answer too: then she is shown all there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST_QUERY = 200
MOST_WORDS = 12
NEAR = 0.8
# Words that everybody uses and that tell nothing apart, in both languages.
EMPTY_WORDS = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "are",
        "can",
        "do",
        "for",
        "from",
        "get",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "need",
        "of",
        "off",
        "on",
        "or",
        "our",
        "please",
        "some",
        "the",
        "to",
        "want",
        "what",
        "with",
        "you",
        "your",
        "am",
        "ar",
        "at",
        "chi",
        "eich",
        "fy",
        "gyda",
        "i",
        "o",
        "oes",
        "sut",
        "y",
        "yn",
        "yr",
    ]
)


@dataclass(frozen=True)
class Findable:
    """A service as it can be found: its key, what it is called, and what else people call it."""

    key: str
    name: str
    words: tuple[str, ...]


def find(query: str, services: Sequence[Findable]) -> list[Findable]:
    """The services that the query means, the best first; empty when none is near."""
    asked = _words(query[:LONGEST_QUERY])[:MOST_WORDS]
    if not asked:
        return []
    scored = [(_score(asked, service), service) for service in services]
    return [
        service for score, service in sorted(scored, key=lambda one: (-one[0], one[1].name)) if score >= 0.5
    ]


def _score(asked: Sequence[str], service: Findable) -> float:
    """How much of the query one phrase of the service answers: 1 is every word of it."""
    phrases = [service.name, *service.words, " ".join([service.name, *service.words])]
    return max(sum(_best(word, known) for word in asked) / len(asked) for known in map(_words, phrases))


def _best(word: str, known: Iterable[str]) -> float:
    return max((_likeness(word, other) for other in known), default=0.0)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if len(word) >= 4 and (other.startswith(word) or (word.startswith(other) and len(other) >= 4)):
        return 0.9
    likeness = SequenceMatcher(None, word, other).ratio() if abs(len(word) - len(other)) <= 2 else 0.0
    return likeness if likeness >= NEAR else 0.0


def _words(text: str) -> list[str]:
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in EMPTY_WORDS]
    return telling or words
