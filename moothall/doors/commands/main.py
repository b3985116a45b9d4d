"""`moothall VERB ...`: each verb is one module here with `main(argv) -> exit code`."""

from __future__ import annotations

import gc
import importlib
import os
import sys

from moothall.environment import BadSetting

# verb -> (module, what it does). Modules are imported when asked for: `calculate`
# must answer in a third of a second and needs no Django.
VERBS = {
    "calculate": ("calculate", "FILE --on DATE [--reasons] [--json]   what a household is due, and why"),
    "oracle": ("oracle", "FILE... [--json]                         compare with an independent calculation"),
    "services": (
        "services_check",
        "check                                  read every service and say what is wrong",
    ),
    "verify": ("verify", "                                         check the record and its proofs"),
    "load": ("load", "places PATH | addresses FILE --source WHO       every postcode, and who serves it"),
    "nodes": ("nodes", "                                        our key, and whether other nodes answer"),
    "prepare": ("prepare", "                                        make the database ready"),
    "publish": ("publish", "SERVICE --for ORGANISATION --show | --prepared-by NAME --by NAME --why REASON"),
    "serve": ("serve", "[--port 8000]                             open the doors"),
}


ENDS_AT_ONCE = "calculate"


def main(argv: list[str] | None = None) -> int:
    """Run one verb. Returns its exit code: 0 for well, 1 for findings, 2 for a wrong call."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] not in VERBS:
        return _usage(words)
    if argv is None and words[0] == ENDS_AT_ONCE:
        # It reads a service, answers and ends. To look meanwhile for what could be freed costs a tenth of it.
        gc.disable()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    try:
        module = importlib.import_module(f"moothall.doors.commands.{VERBS[words[0]][0]}")
        return module.main(words[1:])
    except BadSetting as wrong:
        print(f"moothall {words[0]}: {wrong}", file=sys.stderr)
        return 2
    except Exception as raised:
        if not _is_unusable_database(raised):
            raise
        print(f"moothall {words[0]}: the database cannot be used: {raised}".rstrip(), file=sys.stderr)
        print("MOOTHALL_DATABASE names it; `moothall prepare` makes one ready.", file=sys.stderr)
        return 2


def _is_unusable_database(raised: Exception) -> bool:
    """Whether a database is away or is none; a statement that it refuses is a fault of ours instead."""
    database = sys.modules.get("django.db")  # a verb that needs no database has not loaded it
    return database is not None and type(raised) in (database.OperationalError, database.DatabaseError)


def _usage(words: list[str]) -> int:
    asked_for_help = not words or words[0] in {"help", "--help", "-h"}
    out = sys.stdout if asked_for_help else sys.stderr
    if not asked_for_help:
        print(f"moothall: there is no {words[0]!r}. Expected one of: {', '.join(VERBS)}.", file=out)
    for verb, (_, what) in VERBS.items():
        print(f"  moothall {verb:<10} {what}", file=out)
    return 0 if asked_for_help else 2
