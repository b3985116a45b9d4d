"""The same households here and in policyengine-uk, which has an environment of its own and is none of ours.

In each round first the one and then the other works out some households of the oracle in a fresh process:
from its start to the first answers, further households, and each again with other earnings. Here every result
comes with its tree of reasons; there without. `python -m bench.peers --install` installs the other side into
build/peers, in the one version named below. Without it, or without the oracle's rows, this says what to do
and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
ENVIRONMENT = Path(os.environ.get("MOOTHALL_PEERS", ROOT / "build" / "peers"))
# One version, so that figures of two days can be compared: docs/decisions/dependencies.md.
PEER = ("policyengine-uk==2.162.10", "policyengine-core==3.33.12")
ROUNDS, HOUSEHOLDS = 3, 5
TIMED = {
    "start": "from the start of a process to answers",
    "another": "another household",
    "changed": "a household again, with other earnings",
}
SIDES = ("ours", "theirs")


def main(argv: list[str]) -> dict | None:
    """Prints CPU and clock of both sides, their ratio and their answers; returns the figures, if any."""
    parser = argparse.ArgumentParser(prog="bench.peers")
    parser.add_argument("--install", action="store_true", help="install the other side, about 700 MB")
    python = ENVIRONMENT / "bin" / "python"
    if parser.parse_args(argv).install:
        _install()
    if not python.exists():
        print("policyengine-uk is not installed, so there is nothing to compare with. To install it")
        print(f"beside us (about 700 MB, {' '.join(PEER)}): python -m bench.peers --install")
        return None
    # The rest needs the oracle's rows and the shared list of rents; see tests/kit/shared.py.
    from bench._peers_households import households
    from tests.kit.places import shared_folder

    rows = shared_folder() / "data" / "oracle" / "households_2026.jsonl.gz"
    if not rows.exists():
        print(f"There are no households at {rows}: MOOTHALL_SHARED names the folder of the shared data.")
        return None
    told = households(rows, HOUSEHOLDS)
    found = _measured(told, {"ours": Path(sys.executable), "theirs": python})
    _print_answers(told, found)
    return _figures(found)


def _install() -> None:
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    subprocess.run([str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "-q", *PEER], check=True)


def _measured(told: list[dict], pythons: dict[str, Path]) -> dict[str, list[dict]]:
    """What each side printed in each round; the sides take turns, so that a busy minute meets both."""
    text = "".join(f"{json.dumps(household)}\n" for household in told)
    found: dict[str, list[dict]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as bytecode:
        # Both are measured as installed programs are: with their bytecode written by an earlier run.
        _run(pythons["ours"], "ours", text, bytecode)
        for number in range(ROUNDS):
            for side in SIDES:
                print(f"round {number + 1} of {ROUNDS}: {side}", flush=True)
                found[side].append(_run(pythons[side], side, text, bytecode))
    return found


def _run(python: Path, side: str, text: str, bytecode: str) -> dict:
    # Settings of our own Python, of tests or of an editor, reach neither side.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": bytecode} if side == "ours" else {}
    done = subprocess.run(
        [str(python), str(ROOT / "bench" / f"_peers_{side}.py"), str(time.monotonic())],
        input=text, cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The side called {side} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _print_answers(told: list[dict], found: dict[str, list[dict]]) -> None:
    """What both say of each household, pounds a year of 52 weeks, so that nobody need believe the times."""
    ours, theirs = (found[side][-1] for side in SIDES)
    print("\npounds a year: ours / theirs; then with two pounds a week more of earnings")
    for number, household in enumerate(told):
        print(household["id"])
        for name in ours["answers"][number]:
            told_of = [f"{one[when][number][name]:>11}" for when in ("answers", "answers_changed")
                       for one in (ours, theirs)]  # fmt: skip
            print(f"  {name:<22} {told_of[0]} /{told_of[1]}   {told_of[2]} /{told_of[3]}")


def _figures(found: dict[str, list[dict]]) -> dict:
    figures: dict = {}
    print(f"\n{'':<40} {'ours, CPU':>11} {'theirs, CPU':>12} {'ratio':>7} {'ours, clock':>12} {'theirs':>9}")
    for key, name in TIMED.items():
        cpu, wall = ({side: _middle(found[side], key, which) for side in SIDES} for which in (0, 1))
        ratio = cpu["theirs"] / cpu["ours"]
        print(
            f"{name:<40} {cpu['ours']:>8.2f} ms {cpu['theirs']:>9.1f} ms {ratio:>6,.0f}x"
            f" {wall['ours']:>9.2f} ms {wall['theirs']:>6,.0f} ms"
        )
        figures[name] = {"value": cpu["ours"], "unit": "ms CPU", "theirs": cpu["theirs"], "ratio": ratio}
    memory = {side: median(one["memory"] for one in found[side]) for side in SIDES}
    print(f"{'most memory':<40} {memory['ours']:>8.0f} MB {memory['theirs']:>9.0f} MB")
    return figures | {"most memory": {"value": memory["ours"], "unit": "MB", "theirs": memory["theirs"]}}


def _middle(rounds: list[dict], key: str, which: int) -> float:
    """The middle one of all measured, in milliseconds: of CPU (0) or on the clock (1)."""
    each = [[one[key]] if key == "start" else one[key] for one in rounds]
    return median(times[which] for one in each for times in one) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
