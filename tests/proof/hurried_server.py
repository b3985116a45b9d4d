"""The real server with a tenth of its patience for other nodes, so that a proof need not wait so long.

Everything else about delivering and asking is as it is: only the seconds are fewer.
"""

from __future__ import annotations

import sys
from datetime import timedelta

PATIENCE = 1.0  # seconds for one call


def main(argv: list[str]) -> int:
    from moothall import wsgi  # noqa: F401  Sets Moothall up, with its connectors.
    from moothall.doors.commands import serve
    from moothall.work.applications import delivering
    from moothall.work.applications.other_nodes import other_nodes

    elsewhere = other_nodes()
    elsewhere.longest_wait, elsewhere.rests = PATIENCE, 0.0
    delivering.FIRST_PAUSE, delivering.LONGEST_PAUSE = timedelta(seconds=0.5), timedelta(seconds=2)
    delivering.FIRST_ASKING = timedelta(seconds=1)
    return serve.main(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
