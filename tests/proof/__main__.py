"""Run the proofs and write what they found: `python -m tests.proof --seed 7`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path

from tests.kit import plugin  # noqa: F401  Gives this process a folder, keys and databases of its own.
from tests.kit.places import BUILD, ROOT
from tests.proof.report import Proof, Result

# In the order in which they are run: what is quick and breaks first stands first.
PROOFS = (
    "hostile", "figures", "properties", "readings", "right", "interview", "few_questions",
    "postcodes", "faults", "nodes", "second_wall", "walls", "kill",
)  # fmt: skip


def main(argv: list[str]) -> int:
    asked = _arguments(argv)
    began = time.monotonic()
    found = {name: _run(import_module(f"tests.proof.{name}"), asked) for name in asked.only or PROOFS}
    report = {
        "commit": _commit(),
        "seed": asked.seed,
        "short": asked.short,
        "seconds": round(time.monotonic() - began, 1),
        "proofs": found,
        "failures": sum(len(proof["failures"]) for proof in found.values()),
    }
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    proved = sum(not proof["failures"] for proof in found.values())
    print(f"\n{proved} proved, {len(found) - proved} failed, in {report['seconds']} s. {_shown(asked.out)}")
    return 1 if report["failures"] else 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    parser.add_argument("--only", action="append", choices=PROOFS, help="this proof; may be given again")
    parser.add_argument("--short", action="store_true", help="the versions that `make test` runs")
    parser.add_argument(
        "--out", type=Path, default=BUILD / "proof.json", help="where to write what was found"
    )
    return parser.parse_args(argv)


def _run(proof: Proof, asked: argparse.Namespace) -> dict[str, object]:
    print(f"\n{proof.NAME}: {proof.SAYS}", flush=True)
    began = time.monotonic()
    result, crashed = Result(), False
    try:
        result = proof.run(seed=asked.seed, short=asked.short, progress=_say)
    except Exception:
        # The other proofs are still worth running; a proof that fell over proves nothing.
        crashed = True
        result.failures.append(traceback.format_exc())
    seconds = round(time.monotonic() - began, 1)
    for failure in result.failures[:20]:
        _say(f"FAILED: {failure}")
    _say(f"{'failed' if result.failures else 'proved'} in {seconds} s: {_told(result.counts)}")
    return {"counts": result.counts, "seconds": seconds, "crashed": crashed, "failures": result.failures}


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


def _told(counts: dict[str, object]) -> str:
    return ", ".join(
        f"{value:,} {name}" if isinstance(value, int) else f"{name} {value}" for name, value in counts.items()
    )


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def _commit() -> str:
    """The commit that was proved, marked when the tree had changes beside it."""
    if given := os.environ.get("MOOTHALL_PROOF_COMMIT"):
        return given
    told = [_git("rev-parse", "HEAD"), _git("status", "--porcelain")]
    return f"{told[0]} with changes" if told[1] else told[0]


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
