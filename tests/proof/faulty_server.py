"""The real server, whose SQLite can be made read-only or full from outside while it runs.

For each request it reads the word in the file that MOOTHALL_PROOF_TROUBLE names, and puts the thread's own
connection into that state before anything else happens. The refusals that follow are SQLite's own.
PostgreSQL is put into trouble at the database itself and does not need this.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = "MOOTHALL_PROOF_TROUBLE"
# max_page_count never goes below the pages that there are: not one more can be had.
STATES = {
    "": ("PRAGMA query_only = OFF", "PRAGMA max_page_count = 1073741823"),
    "read_only": ("PRAGMA query_only = ON",),
    "full": ("PRAGMA max_page_count = 1",),
}


def main(argv: list[str]) -> int:
    from moothall import wsgi
    from moothall.doors.commands import serve

    answering = wsgi.application

    def in_trouble(environ, start_response):
        put_into(Path(os.environ[FILE]).read_text(encoding="ascii"))
        return answering(environ, start_response)

    wsgi.application = in_trouble
    return serve.main(argv)


def put_into(state: str) -> None:
    """Puts this thread's connection into that state, having left any other."""
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            for pragma in (*STATES[""], *STATES[state]):
                cursor.execute(pragma)
    except DatabaseError:
        connection.close()  # it is gone, which the page will find out for itself


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
