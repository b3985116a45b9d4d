"""`python -m bench [NAME ...] [--json FILE]`: runs every program of this folder, or those named.

A program is a module with `main(argv) -> dict | None`: it prints its own lines, each figure beside
its floor, and returns the figures. A figure that is a mapping with "over": True exceeds its budget.
"""

import argparse
import importlib
import json
import pkgutil
import sys
import time
import traceback
from pathlib import Path

import bench


def programs() -> list[str]:
    """The names of the programs, in alphabetical order."""
    names = [found.name for found in pkgutil.iter_modules(bench.__path__)]
    return sorted(name for name in names if not name.startswith("_") and name != "tests")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="only these programs")
    parser.add_argument("--json", type=Path, help="also write all figures to this file")
    asked = parser.parse_args(argv)
    if unknown := set(asked.names) - set(programs()):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(programs())}")
    figures: dict[str, object] = {}
    broken = []
    for name in asked.names or programs():
        print(f"\n== {name} ==", flush=True)
        began = time.process_time()
        try:
            figures[name] = _program(name)([])
        except Exception:
            traceback.print_exc()
            broken.append(name)
        print(f"({time.process_time() - began:.1f} s of CPU in this process)", flush=True)
    if asked.json:
        asked.json.parent.mkdir(parents=True, exist_ok=True)
        asked.json.write_text(json.dumps(figures, indent=2, default=str) + "\n", encoding="utf-8")
    over = [*over_budget(figures)]
    for line in over:
        print(f"Over its budget: {line}")
    for name in broken:
        print(f"Broken: {name}")
    return 1 if broken or over else 0


def over_budget(figures: object, name: str = "") -> list[str]:
    """The names of all figures that say that they exceed their budget."""
    if not isinstance(figures, dict):
        return []
    found = [name] if figures.get("over") is True else []
    for key, value in figures.items():
        found += over_budget(value, f"{name}.{key}" if name else str(key))
    return found


def _program(name: str):
    module = importlib.import_module(f"bench.{name}")
    if not hasattr(module, "main"):
        raise AttributeError(f"bench/{name}.py has no main(argv)")
    return module.main


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
