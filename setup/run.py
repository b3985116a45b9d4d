"""`make run`: the demonstration, from nothing to a page in the browser."""

import argparse
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from setup.commands import SetupFailed
from setup.places import BUILD, MOOTHALL, ROOT, data
from setup.progress import step
from setup.ready import make_ready

READY_WITHIN = 60  # seconds; a slow laptop starts in about five
STOPPED_WITHIN = 10
# What build/ holds besides the demonstration's data: things installed, and results.
NOT_DATA = {"assets", "stamps", "logs", "test", "proof.json", ".set-up-lock", ".in-use"}


def port_number(text: str) -> int:
    """A port that a program may open, from what was typed after PORT=."""
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"found {text!r}, expected a port from 1 to 65535, like PORT=8123")


def run(port: int) -> int:
    """Sets up, prepares the demonstration, serves it at `port` until Ctrl-C. Answers the exit code."""
    began = time.monotonic()
    _refuse_taken(port)
    make_ready(for_tests=False)
    data().mkdir(parents=True, exist_ok=True)
    with _in_use(fcntl.LOCK_SH):
        return _serve(port, began=began)


def _serve(port: int, *, began: float) -> int:
    # Mailed links begin with the address at which this server can be reached.
    here = f"http://127.0.0.1:{port}"
    environment = {"MOOTHALL_DEMONSTRATION": "1", "MOOTHALL_ADDRESS": here, **os.environ}
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _interrupt)
    server = None
    try:
        prepare = [str(MOOTHALL), "prepare", "--with-past"]
        if subprocess.run(prepare, cwd=ROOT, env=environment, check=False).returncode:
            raise SetupFailed("The demonstration could not be prepared: see above.")
        command = [str(MOOTHALL), "serve", "--port", str(port)]
        # In a session of its own: a Ctrl-C reaches this program alone, which then stops the server once.
        server = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        with step("Starting"):
            _wait_until_ready(server, port)
        _welcome(port, seconds=time.monotonic() - began)
        return server.wait()
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0
    finally:
        if server is not None:
            _stop(server)


def begin_again() -> int:
    """`make fresh`: takes the demonstration's data out of build/. What was installed stays."""
    if data() != BUILD:
        raise SetupFailed("MOOTHALL_DATA is set: `make fresh` only empties build/, never another folder.")
    with _in_use(fcntl.LOCK_EX):
        gone = [path for path in sorted(BUILD.iterdir()) if path.name not in NOT_DATA]
        for path in gone:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    print(f"The demonstration's data is gone ({len(gone)} files and folders). `make run` begins again.")
    return 0


@contextmanager
def _in_use(how: int) -> Iterator[None]:
    """Holds the data: shared by those who serve it, alone by the one who takes it away."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / ".in-use").open("w") as lock:
        try:
            fcntl.flock(lock, how | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise SetupFailed("The demonstration is running, or being emptied. Stop that first.") from busy
        yield


def _interrupt(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


def _refuse_taken(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except PermissionError as refused:
            advice = f"Only an administrator may open port {port}. Choose another: make run PORT=8123"
            raise SetupFailed(advice) from refused
        except OSError as taken:
            advice = f"Port {port} is in use. Choose another: make run PORT={port % 65535 + 1}"
            raise SetupFailed(advice) from taken


def _wait_until_ready(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SetupFailed("The server stopped while it was starting: see above.")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).close()
            return
        except urllib.error.HTTPError as answer:
            if answer.code < 500:
                return
            raise SetupFailed(f"The server answers, but is not well: /health says {answer.code}.") from answer
        except OSError:
            time.sleep(0.05)
    raise SetupFailed(f"The server did not answer within {READY_WITHIN} seconds.")


def _welcome(port: int, *, seconds: float) -> None:
    doors = data() / "doors.txt"
    if doors.is_file():
        print("\n" + doors.read_text(encoding="utf-8").replace("{port}", str(port)).rstrip())
    print(f"\nMoothall is open at http://localhost:{port} ({seconds:.1f} s). Ctrl-C stops it.", flush=True)


def _stop(server: subprocess.Popen) -> None:
    """Ends the server that this run started, by its own process id."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
