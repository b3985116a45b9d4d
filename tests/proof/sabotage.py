"""Break a copy of Moothall in the way that each proof names, and expect that proof to fail.

`python -m tests.proof.sabotage` copies the tree as it stands, changes one line in the copy, and runs the
short proof there. Red is what we want. Green means that the proof would not notice; a proof that falls over
without finding anything proves nothing either, and is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from tests.kit.places import ROOT, shared_folder
from tests.proof.__main__ import PROOFS
from tests.proof.report import Sabotage

# Made by set-up and needed by the copy as it is.
SHARED = (".venv", "build/assets", "node_modules")


class NotThere(LookupError):
    """The line that a sabotage would change is not in its file exactly once; the proof must name another."""


def main(argv: list[str]) -> int:
    asked = _arguments(argv)
    noticed = [_is_noticed(name, asked.seed) for name in asked.only or PROOFS]
    print(f"\n{sum(noticed)} of {len(noticed)} sabotages were noticed.")
    return 0 if all(noticed) else 1


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof.sabotage", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    parser.add_argument("--only", action="append", choices=PROOFS, help="this proof; may be given again")
    return parser.parse_args(argv)


def _is_noticed(name: str, seed: int) -> bool:
    sabotage: Sabotage = import_module(f"tests.proof.{name}").SABOTAGE
    print(f"\n{name}: {sabotage.why}\n  in {sabotage.file}", flush=True)
    with a_copy() as copy:
        try:
            apply(sabotage, copy)
        except NotThere as gone:
            print(f"  BROKEN: {gone}")
            return False
        found = _run_proof(name, copy, seed)
    if found is None or found["crashed"]:
        print(f"  BROKEN: the proof fell over\n{(found or {}).get('failures', ['it wrote no report'])[0]}")
        return False
    if not found["failures"]:
        print("  GREEN: the proof did not notice")
        return False
    print(f"  red, as it must be, in {found['seconds']} s: {found['failures'][0][:300]}")
    return True


@contextmanager
def a_copy() -> Iterator[Path]:
    """The tree as it stands, changes not yet committed as well, in a folder that goes afterwards."""
    copy = Path(tempfile.mkdtemp(prefix="moothall-sabotage-"))
    try:
        for name in _files():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
        for name in SHARED:
            if (ROOT / name).exists():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                (copy / name).symlink_to((ROOT / name).resolve())
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def apply(sabotage: Sabotage, copy: Path) -> None:
    """Change the line. Raises `NotThere` unless it is in its file exactly once."""
    path = copy / sabotage.file
    text = path.read_text(encoding="utf-8")
    if text.count(sabotage.line) != 1:
        raise NotThere(f"{sabotage.file} holds {sabotage.line.strip()!r} {text.count(sabotage.line)} times")
    path.write_text(text.replace(sabotage.line, sabotage.replacement), encoding="utf-8")


def _files() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _run_proof(name: str, copy: Path, seed: int) -> dict | None:
    """What the proof found in the copy; None when it wrote no report."""
    out = copy / "build" / "proof.json"
    command = [
        str(copy / ".venv/bin/python"),
        "-m",
        "tests.proof",
        "--only",
        name,
        "--short",
        "--seed",
        str(seed),
    ]
    # The copy comes first, before the place where this tree is installed.
    environment = os.environ | {
        "PYTHONPATH": str(copy),
        "MOOTHALL_SHARED": str(shared_folder()),
        "MOOTHALL_PROOF_COMMIT": "sabotaged",
    }
    done = subprocess.run(
        [*command, "--out", str(out)], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    if not out.exists():
        print(done.stdout[-2000:], done.stderr[-2000:])
        return None
    return json.loads(out.read_text(encoding="utf-8"))["proofs"][name]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
