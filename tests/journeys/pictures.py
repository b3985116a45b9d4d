"""`make pictures`: takes the pictures anew, and puts those that the README shows in docs/screenshots."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tests.kit.places import BUILD, ROOT

TAKEN = BUILD / "screenshots"
SHOWN = ROOT / "docs" / "screenshots"
CHOSEN = {"resident.png": "resident-8-estimate-412-top.png", "desk.png": "desk-4-case-1200-top.png"}
MOST_BYTES = 150_000


def main() -> int:
    taking = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/journeys/test_pictures.py",
    ]
    if subprocess.run(taking, cwd=ROOT, check=False).returncode:
        return 1
    SHOWN.mkdir(exist_ok=True)
    for name, taken in CHOSEN.items():
        size = (TAKEN / taken).stat().st_size
        if size > MOST_BYTES:
            print(f"{taken} has {size} bytes; at most {MOST_BYTES} may be committed.", file=sys.stderr)
            return 1
        shutil.copyfile(TAKEN / taken, SHOWN / name)
    print(f"All pictures are in {TAKEN.relative_to(ROOT)}, and {len(CHOSEN)} in {SHOWN.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
