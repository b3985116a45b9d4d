"""`moothall load places PATH` in a process that kills itself before its statement number N.

`python -m tests.places.killed_load N PATH`. With N beyond the last it ends well.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import django

django.setup()

from django.db import connection  # noqa: E402

from moothall.doors.commands.load import main  # noqa: E402

seen = 0


def count(execute: Callable, sql: str, params: object, many: bool, context: dict):
    """Kill at the statement that was asked for; those that only read do not count."""
    global seen
    if not sql.lstrip().upper().startswith("SELECT"):
        seen += 1
        if seen == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)


if __name__ == "__main__":
    connection.ensure_connection()
    with connection.execute_wrapper(count):
        code = main(["places", sys.argv[2], "--dated", "2025-10-20"])
    sys.exit(code)
