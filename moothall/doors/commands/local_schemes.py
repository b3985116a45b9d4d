"""`python -m moothall.doors.commands.local_schemes`: which schemes are held, when, and what is missing.

With `--blank` it prints the rates that hold while no sheet does, for the rates.yaml of the shared service.
Exit code: 0 when every sheet can be read, 1 when one cannot.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from moothall.doors.commands.households import SERVICES, definition_of
from moothall.ground.catalogue.local_schemes import Sheet, SheetErrors, blank_rates, read_sheet

SERVICE = "local_council_tax_reduction"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="local_schemes", description=__doc__)
    parser.add_argument("--blank", action="store_true", help="print the rates without a sheet")
    parser.add_argument("--in", dest="services", type=Path, default=SERVICES, metavar="FOLDER")
    asked = parser.parse_args(argv)
    if asked.blank:
        print(blank_rates(), end="")
        return 0
    sheets, found = read_all(asked.services)
    for organisation, sheet in sheets:
        print(in_words(organisation, sheet))
    for wrong in found:
        print(wrong, file=sys.stderr)
    return 1 if found else 0


def read_all(services: Path) -> tuple[list[tuple[str, Sheet]], list[SheetErrors]]:
    """Every sheet with its organisation, and what is wrong with those that cannot be read."""
    vocabulary = definition_of(SERVICE).vocabulary
    sheets, found = [], []
    for path in sorted(services.glob(f"local/*/{SERVICE}/scheme*.yaml")):
        try:
            sheet = read_sheet(path.relative_to(services).as_posix(), path.read_bytes(), vocabulary)
            sheets.append((path.parts[-3], sheet))
        except SheetErrors as wrong:
            found.append(wrong)
    return sheets, found


def in_words(organisation: str, sheet: Sheet) -> str:
    missing = f"not known: {', '.join(sheet.missing)}" if sheet.missing else "complete"
    return f"{organisation}: {sheet.council}, {sheet.start} to {sheet.until}, {sheet.status}; {missing}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
