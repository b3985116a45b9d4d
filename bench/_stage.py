"""A prepared Moothall on a PostgreSQL of its own, for programs that measure it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def on_postgresql(program: str, argv: list[str]) -> dict:
    """Runs `program` against a durable server that ends with it; prints and returns its figures."""
    from tests.kit.places import ASSETS
    from tests.kit.postgres import PostgresServer

    with PostgresServer(durable=True) as server, tempfile.TemporaryDirectory() as data:
        database = server.new_database()
        environment = os.environ | {"MOOTHALL_DATA": data, "MOOTHALL_DEMONSTRATION": "1"}
        Path(data, "assets").symlink_to(ASSETS)
        _run(["-m", "moothall", "prepare"], environment | database.owner_environment)
        return _figures(_run(["-m", program, *argv], environment | database.environment))


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _figures(printed: str) -> dict:
    figures = json.loads(printed.splitlines()[-1])
    for name, one in figures.items():
        budget = f", budget {one['budget']}" if "budget" in one else ""
        print(f"{name:<44} {one['value']:>9.2f} {one['unit']}{budget}")
    return figures
