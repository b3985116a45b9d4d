"""Finding a service in a resident's own words.

She may write "help with counsil tax", "my mum died", "twll yn y ffordd". Each service says in plain words
what people call it. A word tells the more, the fewer services have it; what she asked must be answered for
the greater part, by one phrase of the service or by all its words. Nothing found is an answer too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moothall.doors.frontdoor.near_words import KnownWords, words_in

LONGEST_QUERY = 200
MOST_WORDS = 12
# The part of the query, by weight of its words, that a service must answer to be shown at all.
ENOUGH = 0.5
# And how far behind the best answer it may be: the rest would only be in the way.
NOT_FAR_BEHIND = 0.6
# Words of several phrases count a little less than words that stand together in one.
SCATTERED = 0.85
# Words that everybody uses and that tell nothing apart, in both languages.
EMPTY_WORDS = frozenset(
    words_in("""
    a about again all am an and any apply are ask at be been by can cant could do does dont for from get
    give go got had has have he her here him his how i if ill im in into is it its ive like me my near need of
    off on one or our out please she some somebody someone somewhere that the their there they thing this to
    too up us want was we were what when where which who will with would you your
    am ac ar at cael chi dwi dw eich ei fel fy gyda gan i mae mi na o oes os rwy rydw rwyf sut sydd un wedi
    wrth y ydw yma yn yr eisiau angen sy
    """)
)


@dataclass(frozen=True)
class Findable:
    """A service as it can be found: its key, what it is called, and what else people call it."""

    key: str
    name: str
    words: tuple[str, ...]


def find(query: str, services: Sequence[Findable]) -> list[Findable]:
    """The services that the query means, the best first, equals as given; empty when none is near."""
    asked = _telling(query[:LONGEST_QUERY])[:MOST_WORDS]
    if not asked or not services:
        return []
    scores = _index(tuple(services)).scores(asked)
    best = max(scores.values(), default=0.0)
    kept = {number: score for number, score in scores.items() if score >= max(ENOUGH, best * NOT_FAR_BEHIND)}
    order = sorted(kept, key=lambda number: (-round(kept[number], 3), number))
    return [services[number] for number in order]


class _Index:
    """The words of all phrases of these services, made once for the same services."""

    def __init__(self, services: Sequence[Findable]) -> None:
        self._phrases: list[tuple[int, int]] = []  # number of the service, how many words the phrase has
        self._phrases_with: dict[str, list[int]] = defaultdict(list)
        services_with: dict[str, set[int]] = defaultdict(set)
        for number, service in enumerate(services):
            for phrase in (service.name, *service.words):
                words = set(_telling(phrase))
                for word in words:
                    self._phrases_with[word].append(len(self._phrases))
                    services_with[word].add(number)
                self._phrases.append((number, len(words)))
        count = len(services)
        self._services_with = services_with
        self._weight = {word: math.log(1 + count / len(having)) for word, having in services_with.items()}
        self._unknown = math.log(1 + count / 2)
        self._known = KnownWords(services_with)

    def scores(self, asked: Sequence[str]) -> dict[int, float]:
        """Number of a service -> how well it answers: about 1 when a phrase of it is what was asked."""
        meant = [self._known.like(word) for word in self._known.as_known(asked)]
        weights = [max((self._weight[one] for one in like), default=self._unknown) for like in meant]
        whole = sum(weights)
        answered: dict[int, float] = defaultdict(float)  # by phrase
        words_answered: dict[int, int] = defaultdict(int)
        together: dict[int, float] = defaultdict(float)  # by service
        for like, weight in zip(meant, weights, strict=True):
            for phrase, likeness in _best(like, self._phrases_with).items():
                answered[phrase] += weight * likeness / whole
                words_answered[phrase] += 1
            for service, likeness in _best(like, self._services_with).items():
                together[service] += weight * likeness / whole
        scores = {service: part * SCATTERED for service, part in together.items()}
        for phrase, part in answered.items():
            service, length = self._phrases[phrase]
            # Of two phrases that answer as much, the one that says little else is the better one.
            said = part * (0.8 + 0.2 * min(1, words_answered[phrase] / length))
            scores[service] = max(scores[service], said)
        return scores


def _best(like: Mapping[str, float], having: Mapping[str, Iterable[int]]) -> dict[int, float]:
    """For whatever has one of these words, the likeness of the nearest."""
    best: dict[int, float] = {}
    for word, likeness in like.items():
        for number in having[word]:
            best[number] = max(best.get(number, 0.0), likeness)
    return best


@lru_cache(maxsize=64)
def _index(services: tuple[Findable, ...]) -> _Index:
    return _Index(services)


def _telling(text: str) -> list[str]:
    return [word for word in words_in(text) if word not in EMPTY_WORDS]
