"""The sheets of councils' own schemes: what reads as a scheme and can hardly be meant."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.engines.facts import Fault
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.local_schemes.forms import NOT_KNOWN


def less_help_for_more_income(definition: Definition) -> Iterator[Fault]:
    """More income never gives more help: two figures that changed places look like a scheme otherwise.

    A list of another hand may print rows that do so, and is read; what a council publishes is asked about.
    """
    for sheet in definition.sheets:
        for table in sheet.tables:
            rows = table.rows if table.everything_from is None else table.rows[:-1]
            figures = [Decimal(figure) for _, _, figure in rows if figure != NOT_KNOWN]
            for lower, higher in pairwise(figures):
                if table.gives == "percent" and higher > lower:
                    found = f"a table gives {lower} per cent, and {higher} for more income"
                    yield Fault(sheet.file, table.line, found, f"{lower} or less")
                if table.gives != "percent" and higher < lower:
                    found = f"a table leaves {lower} to pay, and {higher} for more income"
                    yield Fault(sheet.file, table.line, found, f"{lower} or more")
