"""What one claim costs on PostgreSQL: sending it, and its whole life to the letter read.

Statements are counted at the connection, without BEGIN and COMMIT. CPU is that of this
process and of the database's own process for the connection. The floor beside them is a
bare INSERT with its COMMIT in the same run, and the disk's own time for a flush.
"""

from __future__ import annotations

from bench._stage import on_postgresql

CLAIMS = 60


def main(argv: list[str]) -> dict:
    """Prints each figure beside its budget and its floor; returns them."""
    return on_postgresql("bench._claim_child", ["--claims", str(CLAIMS), *argv])
