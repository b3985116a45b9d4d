"""What the record, the second wall and the tree of hashes cost on PostgreSQL.

Each figure of the record stands beside the floor of the same run: a bare INSERT of one
row, and the hashing alone that the tree needs.
"""

from __future__ import annotations

from bench._stage import on_postgresql

ENTRIES = 20_000


def main(argv: list[str]) -> dict:
    """Prints each figure beside its floor; returns them."""
    return on_postgresql("bench._record_child", ["--entries", str(ENTRIES), *argv])
