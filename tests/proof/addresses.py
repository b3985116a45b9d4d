"""Every address there is, filled with real ids: asked of the urlconf itself, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product, repeat

from django.urls import URLPattern, URLResolver, get_resolver

# Words that an address takes and that are nobody's: what a stranger could read on public pages.
PUBLIC = {
    "service": ("council_tax_reduction", "older_persons_bus_pass", "what_could_i_get", "moving_home"),
    "into": ("council_tax_reduction",),
    "key": ("who-lives-here", "savings", "your-name"),
    "language": ("en", "cy"),
    "topic": ("housing", "council_tax"),
}
NUMBERS = ("1", "2", "3", "4", "5")
# Places that are called otherwise than the kind of thing whose id they take.
TAKES = {
    "case_id": "case",
    "task_id": "task",
    "correction_id": "correction",
    "statement": "fact",
    "asked": "correction",
}


class NoAddress(LookupError):
    """An address has a part that the proof does not know how to fill; `addresses.py` must learn it."""


def every_pattern() -> dict[str, URLPattern]:
    """Each pattern by the route that leads to it, whether it has a name or not."""
    return dict(_walk(get_resolver().url_patterns, ""))


def filled(
    route: str, pattern: URLPattern, ids: Sequence[Mapping[str, str]], *, short: bool = False
) -> Iterator[str]:
    """Every address of that pattern: each id in each place that takes one of its kind.

    Of an address of several ids not every pair is one: that would be most of all requests. Each place holds
    all that it is named after, in all pairs; and, unless it is to be `short`, everything else once.
    """
    places = _converters(route)
    parts = [_values(name, converter, ids) for name, converter in places.items()]
    if sum(converter == "uuid" or name == "reference" for name, converter in places.items()) > 1:
        for values in product(*map(_named, places, parts, repeat(ids))):
            yield _path(route, values)
        for turn in () if short else range(max(map(len, parts))):
            yield _path(route, [part[(turn + place) % len(part)] for place, part in enumerate(parts)])
        return
    for values in product(*parts):
        yield _path(route, values)


def _named(name: str, values: Sequence[str], ids: Sequence[Mapping[str, str]]) -> Sequence[str]:
    """Those of what the place is named after, or all where it is named after something else."""
    named = {one["id"] for one in ids if one["what"] == TAKES.get(name, name)}
    return [value for value in values if value in named] or values


def _path(route: str, values: Sequence[str]) -> str:
    path = route
    for (name, converter), value in zip(_converters(route).items(), values, strict=True):
        path = path.replace(f"<{converter}:{name}>", value)
    return f"/{path}"


def _converters(route: str) -> dict[str, str]:
    pieces = [piece.split(">")[0] for piece in route.split("<")[1:]]
    return {piece.partition(":")[2]: piece.partition(":")[0] for piece in pieces}


def _values(name: str, converter: str, ids: Sequence[Mapping[str, str]]) -> Sequence[str]:
    if converter == "uuid":
        return [one["id"] for one in ids if one["kind"] == "uuid"]
    if name == "reference":
        return [one["id"] for one in ids if one["kind"] == "reference"]
    if name == "token":
        return [one["id"] for one in ids if one["kind"] == "token"]
    if name in PUBLIC:
        return PUBLIC[name]
    if converter == "int":
        return NUMBERS
    raise NoAddress(f"<{converter}:{name}>")


def _walk(patterns: Sequence[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern), pattern
