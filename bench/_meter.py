"""Counts statements and CPU, of this process and of the database's own process for the connection."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Meter:
    """Adds up statements and CPU of what is done inside `measured`, and divides by how often."""

    def __init__(self) -> None:
        self.times, self._statements, self._cpu, self._wall = 0, 0, 0.0, []

    @contextmanager
    def measured(self) -> Iterator[None]:
        from django.db import connection

        def count(execute: Callable, sql: str, *rest):
            self._statements += 1
            return execute(sql, *rest)

        connection.ensure_connection()
        server = Path("/proc", str(connection.connection.info.backend_pid), "stat")
        wall, cpu, theirs = time.perf_counter(), time.process_time(), _ticks(server)
        with connection.execute_wrapper(count):
            yield
        self._wall.append(time.perf_counter() - wall)
        self._cpu += time.process_time() - cpu + _ticks(server) - theirs
        self.times += 1

    def statements(self, budget: int) -> dict:
        value = self._statements / self.times
        return {"value": value, "unit": "statements", "budget": budget, "over": value > budget}

    def cpu(self, budget: float | None = None) -> dict:
        figure = {"value": self._cpu / self.times * 1000, "unit": "ms"}
        return figure if budget is None else figure | {"budget": budget, "over": figure["value"] > budget}

    def wall(self) -> dict:
        return {"value": sorted(self._wall)[self.times // 2] * 1000, "unit": "ms"}


def _ticks(stat: Path) -> float:
    """Seconds of CPU that a process has used, in steps of a hundredth: good over many claims, not for one."""
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
