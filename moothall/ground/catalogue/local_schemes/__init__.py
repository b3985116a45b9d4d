"""A council's own scheme as one sheet of values: read, checked, turned into the figures of a shared rule."""

from moothall.ground.catalogue.local_schemes.names import ALL
from moothall.ground.catalogue.local_schemes.rate_text import blank_rates, read_sheets, with_sheets
from moothall.ground.catalogue.local_schemes.sheet import Sheet, SheetErrors, read_sheet

# The rates that a sheet fills; all other rates are law.
RATES_OF_SHEETS = frozenset(ALL)

__all__ = [
    "RATES_OF_SHEETS", "Sheet", "SheetErrors", "blank_rates", "read_sheet", "read_sheets", "with_sheets",
]  # fmt: skip
