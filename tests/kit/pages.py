"""Which pages there are, asked of the urlconf itself, so that a new page cannot be forgotten."""

import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from tests.kit.browser import visited

EXAMPLES = {
    "uuid": uuid.UUID("00000000-0000-4000-8000-000000000000"),
    "int": 1,
    "slug": "example",
    "str": "example",
    "path": "example",
}


@dataclass(frozen=True)
class NamedUrl:
    """A pattern of the urlconf that has a name."""

    name: str
    pattern: URLPattern

    def example(self) -> str | None:
        """An address that the pattern matches, of a thing that is not there. None when there is no such."""
        kinds = self.pattern.pattern.converters
        words = {name: EXAMPLES.get(_kind(converter), "example") for name, converter in kinds.items()}
        with suppress(NoReverseMatch):
            return reverse(self.name, kwargs=words)
        return None


def named_urls() -> list[NamedUrl]:
    """Every named pattern of the root urlconf, with its namespaces."""
    return list(_walk(get_resolver().url_patterns, ""))


def pages_without_axe(*, not_pages: dict[str, str]) -> list[str]:
    """The names of the URLs that answer GET and that no axe run of this session has looked at.

    `not_pages` names those that answer GET with something other than a page, each with the reason.
    A name in it that is no longer in the urlconf is an error, so that the list cannot outlive its use.
    """
    names = {url.name for url in named_urls()}
    if gone := sorted(set(not_pages) - names):
        raise LookupError(f"There is no URL of the name {', '.join(gone)} any more.")
    seen = set(visited())
    client = Client(raise_request_exception=False)
    return sorted(
        url.name
        for url in named_urls()
        if url.name not in seen and url.name not in not_pages and answers_get(client, url)
    )


def answers_get(client: Client, url: NamedUrl) -> bool:
    """Whether GET is allowed there. What cannot be asked counts as answering, and must be explained."""
    address = url.example()
    return address is None or client.get(address).status_code != 405


def _walk(patterns: list, namespace: str) -> Iterator[NamedUrl]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner)
        elif pattern.name:
            yield NamedUrl(namespace + pattern.name, pattern)


def _kind(converter: object) -> str:
    return type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
