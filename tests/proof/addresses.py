"""Every address there is, filled with real ids: asked of the urlconf itself, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

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


class NoAddress(LookupError):
    """An address has a part that the proof does not know how to fill; `addresses.py` must learn it."""


def every_pattern() -> dict[str, URLPattern]:
    """Each pattern by the route that leads to it, whether it has a name or not."""
    return dict(_walk(get_resolver().url_patterns, ""))


def filled(
    route: str, pattern: URLPattern, ids: Sequence[Mapping[str, str]], *, short: bool = False
) -> Iterator[str]:
    """Every address of that pattern: each id in each place that takes one of its kind.

    `short` puts into an address of several ids only what each place is named after: all pairs of ids were
    half of all requests.
    """
    parts, places = {}, _converters(route)
    several = sum(converter == "uuid" for converter in places.values()) > 1
    for name, converter in places.items():
        named = [one for one in ids if one["what"] == name.removesuffix("_id")] if short and several else []
        parts[name] = _values(name, converter, named or ids)
    for values in product(*parts.values()):
        path = route
        for (name, converter), value in zip(places.items(), values, strict=True):
            path = path.replace(f"<{converter}:{name}>", value)
        yield f"/{path}"


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
