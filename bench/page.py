"""What a resident's page costs: bytes over the wire after the first page, and CPU to make it."""

from __future__ import annotations

from bench._stage import on_postgresql

VISITS = 30


def main(argv: list[str]) -> dict:
    """Prints each page beside its budget; returns the figures."""
    return on_postgresql("bench._page_child", ["--visits", str(VISITS), *argv])
