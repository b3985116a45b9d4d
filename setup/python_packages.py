"""The project's own Python environment, from the locked lists of packages with their hashes."""

import re
import shutil
import subprocess
import sys

from setup.commands import SetupFailed, run
from setup.places import PYTHON, ROOT, VENV
from setup.progress import Step, step
from setup.stamps import Stamp, digest

OLDEST_PYTHON = (3, 11)
PIP = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
ADVICE = "Installing needs the network once. Run the same command again; what is there already is kept."


def ensure_packages(*, for_tests: bool) -> None:
    """Makes .venv hold what running (or also testing) needs. Does nothing when it already does."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetupFailed("Moothall needs python3.11 or newer. Say which one: make run PYTHON=python3.12")
    running = _stamp("requirements.txt")
    testing = _stamp("requirements-dev.txt")
    # The list for tests holds every package of the list for running, in the same versions.
    wanted = [running, testing] if for_tests else [running]
    working = _works()
    if not working or not all(stamp.holds for stamp in wanted):
        if not working:
            _make_environment()
        _install("requirements-dev.txt" if for_tests else "requirements.txt", wanted)
    _ensure_project()


def packages_in(lock: str) -> int:
    """How many packages a lock names for this kind of machine."""
    lines = [line for line in lock.splitlines() if re.match(r"^[A-Za-z0-9]", line)]
    return sum(1 for line in lines if "sys_platform == 'win32'" not in line)


def _stamp(lock: str) -> Stamp:
    return Stamp(VENV / f".installed-{lock}", digest([ROOT / lock], also=sys.version))


def _works() -> bool:
    """Whether the environment is there, whole, and made by this Python."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-c", "import sys, importlib.util as u; print(u.find_spec('pip') and sys.version)"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _make_environment() -> None:
    with step("Python environment"):
        if VENV.exists():
            shutil.rmtree(VENV)
        run(
            [sys.executable, "-m", "venv", VENV],
            log="venv.log",
            advice="python3 needs its venv module (Debian and Ubuntu: apt-get install python3-venv).",
        )


def _install(lock: str, stamps: list[Stamp]) -> None:
    of = packages_in((ROOT / lock).read_text(encoding="utf-8"))
    with step("Python packages") as current:
        for stamp in stamps:
            stamp.clear()
        run(
            [*PIP, "install", "--progress-bar", "off", "--require-hashes", "-r", ROOT / lock],
            log="pip.log",
            advice=ADVICE,
            on_line=_Counter(current, of),
        )
        for stamp in stamps:
            stamp.write()
        current.result = f"{of} installed"


class _Counter:
    """Reads pip's output and says how many packages it has come to."""

    def __init__(self, current: Step, of: int):
        self.current, self.of, self.done = current, of, 0

    def __call__(self, line: str) -> None:
        if found := re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line):
            self.done += 1
            self.current.count(min(self.done, self.of), self.of, found[1])
        elif line.startswith("Installing collected packages"):
            self.current.count(self.of, self.of, "(unpacking them now)")


def _ensure_project() -> None:
    """Puts the `moothall` command into the environment, pointing at this folder."""
    stamp = Stamp(VENV / ".installed-project", digest([ROOT / "pyproject.toml"], also=str(ROOT)))
    if stamp.holds and (PYTHON.parent / "moothall").exists():
        return
    with step("The moothall command"):
        # The build backend is in the lock, so this needs no network. "compat" is the plain way of
        # pointing at a folder, one line in a .pth file: the cheapest for every later start.
        run(
            [*PIP, "install", "--no-index", "--no-deps", "--no-build-isolation",
             "--config-settings", "editable_mode=compat", "--editable", ROOT],
            log="project.log",
            advice=ADVICE,
        )  # fmt: skip
        stamp.write()
