"""Killed at any moment, a load has done nothing, and the next one ends as if nothing had happened."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from moothall.ground.places.tests.releases import row, zipped
from tests.kit.places import PYTHON, ROOT
from tests.kit.server import LiveServer

STATE = """
    SELECT edition.name, edition.dated, edition.content_hash, block.outward, block.answers, block.packed
    FROM places_placeedition edition LEFT JOIN places_postcodeblock block ON block.edition_id = edition.id
    ORDER BY edition.dated, edition.whole, block.outward
"""
CANTERBURY, DOVER, KENT = "E07000106", "E07000108", "E10000016"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def node(request) -> Iterator[LiveServer]:
    server = LiveServer(database=request.param)
    server.make_data()
    yield server
    server.remove_data()


def release(folder: Path, name: str, district: str) -> Path:
    """3,000 postcodes of 120 outward codes, all of one district."""
    rows = [
        row(f"CT{outward} {digit}A{letter}", district, county=KENT, at=(outward * 1000, 1))
        for outward in range(1, 100)
        for digit in range(3)
        for letter in "ABDEFGHJLN"
    ]
    return zipped(folder / f"{name}.zip", {"ct.csv": "\n".join(rows)}, dated=None)


def state(server: LiveServer) -> list[tuple]:
    """All that everybody is served by, as it is committed."""
    if server.database is not None:
        with psycopg.connect(server.database.superuser_url) as connection:
            return [tuple(row) for row in connection.execute(STATE)]
    with closing(sqlite3.connect(server.data / "moothall.sqlite3")) as connection:
        return list(connection.execute(STATE))


def load(server: LiveServer, path: Path, *, killed_before: int = 10_000) -> bool:
    """Whether it ended well; otherwise it was killed, and did not break off by itself."""
    done = subprocess.run(
        [str(PYTHON), "-m", "tests.places.killed_load", str(killed_before), str(path)],
        cwd=ROOT,
        env={**server.environment, "DJANGO_SETTINGS_MODULE": "moothall.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, -9), done.stderr
    return done.returncode == 0


def test_killed_before_any_statement_it_has_done_nothing(node, tmp_path):
    old, new = release(tmp_path, "old", CANTERBURY), release(tmp_path, "new", DOVER)
    assert load(node, new)
    complete = state(node)
    assert load(node, old)
    before = state(node)
    assert before != complete
    kills = 0
    while not load(node, new, killed_before=kills + 1):
        kills += 1
        assert state(node) == before, f"killed before statement {kills}"
    assert kills >= 3 and state(node) == complete  # the old edition goes, the new one and its blocks come


def test_killed_at_a_random_moment_it_has_done_nothing_or_all(node, tmp_path):
    old, new = release(tmp_path, "old", CANTERBURY), release(tmp_path, "new", DOVER)
    assert load(node, new)
    complete = state(node)
    began = time.monotonic()
    assert load(node, old)
    takes, before, chance = time.monotonic() - began, state(node), random.Random(7)
    command = [str(PYTHON), "-m", "moothall", "load", "places", str(new), "--dated", "2025-10-20"]
    for _ in range(4):
        process = subprocess.Popen(command, cwd=ROOT, env=node.environment, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1) * takes)
        process.kill()
        process.wait()
        assert state(node) in (before, complete)
    assert load(node, new)
    assert state(node) == complete
