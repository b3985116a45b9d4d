"""`python3 -m setup run|fresh|test|python ...`: what the Makefile calls."""

import argparse
import os
import sys

from setup.commands import SetupFailed
from setup.locking import lock
from setup.places import PYTHON, ROOT
from setup.ready import make_ready
from setup.run import begin_again, port_number, run
from setup.testing import test


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="setup", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("run", help="the demonstration").add_argument("--port", type=port_number, default=8000)
    verbs.add_parser("fresh", help="take the demonstration's data away")
    verbs.add_parser("test", help="all tests, or the stages named").add_argument("stages", nargs="*")
    verbs.add_parser("python", help="Python with all that tests need, and its own arguments")
    verbs.add_parser("lock", help="write the lists of locked packages anew")
    asked, rest = parser.parse_known_args(argv)
    if rest and asked.verb != "python":
        parser.error(f"{asked.verb} does not know {' '.join(rest)}")
    try:
        if asked.verb == "run":
            return run(asked.port)
        if asked.verb == "fresh":
            return begin_again()
        if asked.verb == "test":
            return test(asked.stages)
        if asked.verb == "lock":
            return lock()
        make_ready(for_tests=True)
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), *rest])
    except SetupFailed as failed:
        print(f"\n{failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
