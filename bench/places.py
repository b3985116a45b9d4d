"""Loading every postcode of Great Britain, what it takes to keep them, and finding one: on PostgreSQL.

`python -m bench._places_child RELEASE` measures the same on the database that MOOTHALL_DATABASE names.
"""

from __future__ import annotations

from bench._stage import on_postgresql


def main(argv: list[str]) -> dict | None:
    """Prints the figures and returns them. Needs the shared data's release of Code-Point Open."""
    from tests.kit.places import shared_folder

    release = shared_folder() / "data" / "codepoint_open_2025-10"
    if not release.exists():
        print(f"There is no release at {release}: nothing was measured.")
        return None
    return on_postgresql("bench._places_child", [str(release), *argv])
