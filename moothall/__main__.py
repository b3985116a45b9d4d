"""`python -m moothall` is the same as the `moothall` command."""

from moothall.doors.commands.main import main

if __name__ == "__main__":
    raise SystemExit(main())
