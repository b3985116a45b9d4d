"""The real server, as its own process with its own data: what journeys and proofs talk to.

    with LiveServer(database="postgresql", today="2026-11-23") as server:
        page.goto(server.url + "/")

`moothall prepare` runs once for each kind of database; every server then begins with a copy of what it made.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.kit import databases
from tests.kit.places import ASSETS, PYTHON, ROOT
from tests.kit.postgres import Database

READY_WITHIN = 60  # seconds, on a machine that does other things too
STOPPED_WITHIN = 15


class ServerFailed(RuntimeError):
    """The server did not start, or ended by itself. The message holds the end of its log."""


def free_port() -> int:
    """A port on which nothing listens at the moment."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class LiveServer:
    """One server process. It keeps its port and its data when it is stopped, killed and started again.

    `database` is "sqlite" or "postgresql"; without it, what this session's tests use. `today` fixes the
    legal date. `command` replaces `moothall serve`, for a server that does something besides.
    """

    def __init__(
        self,
        *,
        database: str | None = None,
        today: str | None = None,
        environment: dict[str, str] | None = None,
        command: Sequence[str] = ("-m", "moothall", "serve"),
    ):
        self.kind = database or databases.chosen()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None
        self._command = [str(PYTHON), *command, "--port", str(self.port)]
        self._given = {**(environment or {}), **({"MOOTHALL_TODAY": today} if today else {})}

    def __enter__(self) -> "LiveServer":
        self.make_data()
        try:
            self.start()
        except BaseException:
            self.remove_data()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()
        self.remove_data()

    def make_data(self) -> None:
        """Copies the prepared demonstration into a folder, and a database, of this server's own."""
        folder, database = _prepared(self.kind)
        self.data = Path(tempfile.mkdtemp(prefix="live-", dir=os.environ["MOOTHALL_DATA"]))
        shutil.copytree(folder, self.data, symlinks=True, dirs_exist_ok=True)
        self.database: Database | None = None
        if database is not None:
            self.database = databases.server().new_database(like=database)

    def remove_data(self) -> None:
        """Takes both away again."""
        if self.database is not None:
            databases.server().drop(self.database)
        shutil.rmtree(self.data, ignore_errors=True)

    @property
    def environment(self) -> dict[str, str]:
        """What the server's process is given, and any command that is to work on the same data."""
        return {**_environment(self.data, self.database), **self._given}

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    def start(self, *, pass_fds: Sequence[int] = ()) -> None:
        """Starts the process and waits until it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self.process.poll() is not None:
                raise ServerFailed(f"The server ended while starting.\n{self.end_of_log()}")
            if time.monotonic() > deadline:
                self.kill()
                raise ServerFailed(f"No answer within {READY_WITHIN} seconds.\n{self.end_of_log()}")
            time.sleep(0.03)

    def starts_again(self, *, today: str) -> None:
        """Stops, and starts again on another day with the same data."""
        self.stop()
        self._given["MOOTHALL_TODAY"] = today
        self.start()

    def stop(self) -> None:
        """Asks the process to end, as Ctrl-C does, and insists when it does not."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends the process at once, whatever it is doing."""
        self._end(signal.SIGKILL)

    def end_of_log(self, lines: int = 40) -> str:
        """What the server last wrote."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def command(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs `moothall ARGUMENTS` on this server's data, for example `verify`."""
        return _moothall(arguments, self.environment, check=check)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/health", timeout=5).close()
        except urllib.error.HTTPError as answer:
            return answer.code < 500
        except OSError:
            return False
        return True

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(STOPPED_WITHIN)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None


@cache
def _prepared(kind: str) -> tuple[Path, Database | None]:
    """The demonstration as `moothall prepare` makes it, once a session for each kind of database."""
    folder = Path(os.environ["MOOTHALL_DATA"]) / f"prepared-{kind}"
    folder.mkdir(parents=True)
    (folder / "assets").symlink_to(ASSETS)
    database = databases.server().new_database() if kind == "postgresql" else None
    environment = _environment(folder, database)
    if database is not None:
        environment |= database.owner_environment
    _moothall(["prepare"], environment, check=True)
    return folder, database


def _environment(data: Path, database: Database | None) -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith("MOOTHALL_")}
    given = {"MOOTHALL_DATA": str(data), "MOOTHALL_DEMONSTRATION": "1"}
    return {**mine, **given, **(database.environment if database else {})}


def _moothall(arguments: Sequence[str], environment: dict[str, str], *, check: bool):
    command = [str(PYTHON), "-m", "moothall", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if check and done.returncode:
        told = f"{done.stdout}{done.stderr}"
        raise ServerFailed(f"moothall {' '.join(arguments)} ended with {done.returncode}.\n{told}")
    return done
