"""Postcodes: every sample is answered with its district and county, by the page's own action and by the API.

The samples, 60 of each district of Great Britain, and the candidates, which have a neighbour of another
district within 60 metres, were made from the register without Moothall. Both databases load all of it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.kit.places import PYTHON, ROOT, shared_folder
from tests.kit.server import LiveServer
from tests.proof.report import Progress, Result, Sabotage

NAME = "postcodes"
SAYS = "every sample postcode finds its district and county, and every candidate the council next to it"
SABOTAGE = Sabotage(
    file="moothall/ground/places/packing.py",
    line="    return block[2 * count + at] if at < count and _number(block, at) == number else None\n",
    replacement="    return block[2 * count] if at < count and _number(block, at) == number else None\n",
    why="a postcode would be answered with the district of the first of its block",
)

TODAY = "2026-11-23"
RELEASE, SAMPLES, CANDIDATES = (
    "data/codepoint_open_2025-10",
    "data/postcodes/gb_sample_60_per_district.csv",
    "data/postcodes/boundary_candidates_60m.csv",
)
# Of the short version: Kent, where outward codes lie in several districts, and the borders of east London.
FEW, EVERY = ("ct", "tn", "e"), 6


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    """`seed` chooses nothing: all is asked, or always the same part of it."""
    result = Result()
    for name in (RELEASE, SAMPLES, CANDIDATES):
        result.expect((shared_folder() / name).exists(), f"found no {name} in the shared data")
    if result.failures:
        return result
    databases = ["sqlite"] if short else ["sqlite", "postgresql"]
    servers = [LiveServer(database=kind, today=TODAY) for kind in databases]
    with _release(short) as release, ThreadPoolExecutor() as pool:
        try:
            for server in servers:
                server.make_data()
            for found in pool.map(lambda server: _asked(server, release, short, progress), servers):
                for name, count in found["counts"].items():
                    result.count(name, count)
                result.failures += found["failures"]
        finally:
            for server in servers:
                server.remove_data()
    return result


def _asked(server: LiveServer, release: Path, short: bool, progress: Progress) -> dict:
    """What a process of its own found on the data of that server."""
    files = [release, shared_folder() / SAMPLES, shared_folder() / CANDIDATES]
    module, every = "tests.proof.postcodes_asked", EVERY if short else 1
    command = [str(PYTHON), "-m", module, *map(str, files), str(every)]
    environment = {**server.environment, "DJANGO_SETTINGS_MODULE": "moothall.settings"}
    last: dict = {}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as asking:
        for line in asking.stdout:
            last = json.loads(line)
            if "said" in last:
                progress(last["said"])
        told = asking.stderr.read()
    if asking.returncode:
        raise RuntimeError(f"{server.kind}: it ended with {asking.returncode}: {told[-2000:]}")
    return last


@contextmanager
def _release(short: bool) -> Iterator[Path]:
    """The whole release, or a folder with a few of its areas."""
    whole = shared_folder() / RELEASE
    if not short:
        yield whole
        return
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / whole.name  # which says its month
        few.mkdir()
        for area in FEW:
            shutil.copy2(whole / f"{area}.csv.gz", few)
        yield few
