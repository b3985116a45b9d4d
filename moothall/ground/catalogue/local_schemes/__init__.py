"""A council's own scheme as one sheet of values: read, checked, turned into the figures of a shared rule."""

from moothall.ground.catalogue.local_schemes.rate_text import blank_rates, with_sheets
from moothall.ground.catalogue.local_schemes.sheet import Sheet, SheetErrors, read_sheet

__all__ = ["Sheet", "SheetErrors", "blank_rates", "read_sheet", "with_sheets"]
