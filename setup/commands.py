"""Runs other programs for set-up: keeps what they print in a log and shows its end when they fail."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from setup.places import LOGS, ROOT

LINES_SHOWN = 25


class SetupFailed(Exception):
    """A step could not be done. The message says what to do about it."""


def run(
    command: Sequence[str | Path],
    *,
    log: str,
    advice: str,
    environment: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] = lambda line: None,
) -> None:
    """Runs a program to its end. Each line goes to `build/logs/<log>` and to `on_line`.

    Raises SetupFailed with the end of the output and `advice` when the program is missing or fails.
    """
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / log
    try:
        with (
            path.open("w", encoding="utf-8") as kept,
            subprocess.Popen(
                [str(part) for part in command],
                cwd=ROOT,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            ) as program,
        ):
            for line in program.stdout:
                kept.write(line)
                on_line(line.rstrip("\n"))
    except FileNotFoundError as missing:
        raise SetupFailed(f"{command[0]} is not on this machine. {advice}") from missing
    if program.returncode:
        end = path.read_text(encoding="utf-8").splitlines()[-LINES_SHOWN:]
        raise SetupFailed("\n".join([*(f"    {line}" for line in end), "", advice]))
