"""What one claim costs on PostgreSQL: sending it, and its whole life to the letter read.

Statements are counted at the connection, without BEGIN and COMMIT. CPU is that of this
process and of the database's own process for the connection. The floor beside them is a
bare INSERT with its COMMIT in the same run, and the disk's own time for a flush.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CLAIMS = 60


def main(argv: list[str]) -> dict:
    """Prints each figure beside its budget and its floor; returns them."""
    from tests.kit.postgres import PostgresServer

    with PostgresServer(durable=True) as server, tempfile.TemporaryDirectory() as data:
        database = server.new_database()
        environment = os.environ | {"MOOTHALL_DATA": data, "MOOTHALL_DEMONSTRATION": "1"}
        Path(data, "static").mkdir()
        _run(["-m", "moothall", "prepare"], environment | database.owner_environment)
        asked = ["--claims", str(CLAIMS), *argv]
        return _figures(_run(["-m", "bench._claim_child", *asked], environment | database.environment))


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _figures(printed: str) -> dict:
    import json

    figures = json.loads(printed.splitlines()[-1])
    for name, one in figures.items():
        budget = f", budget {one['budget']}" if "budget" in one else ""
        print(f"{name:<44} {one['value']:>9.2f} {one['unit']}{budget}")
    return figures
