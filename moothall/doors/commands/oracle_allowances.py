"""Local Housing Allowance of the oracle's areas, which our own services do not hold.

The published list of rates lies beside the oracle's files, outside the repository.
"""

from __future__ import annotations

import csv
import os
from functools import lru_cache
from pathlib import Path

CATEGORIES = "ABCDE"  # a room in shared accommodation, then one to four bedrooms
WEEKLY, MONTHLY = "weekly_rate", "uc_monthly_rate"


class NoAllowances(LookupError):
    """The list of Local Housing Allowance rates is not there. The message says where it was looked for."""


def allowance(*, year: str, area: str, bedrooms: int, rate: str = WEEKLY) -> str:
    """Pounds of one area for 0 (shared) to 4 bedrooms. Raises NoAllowances, KeyError for no such area."""
    return _rates()[year, area, CATEGORIES[bedrooms]][rate]


@lru_cache(maxsize=1)
def _rates() -> dict[tuple[str, str, str], dict[str, str]]:
    shared = Path(os.environ.get("MOOTHALL_SHARED", Path(__file__).parents[4] / "shared"))
    path = shared / "data/finance/lha_rates_2024_2026.csv"
    if not path.is_file():
        raise NoAllowances(f"{path} is not there. Expected: rates by year, area and category")
    with path.open(encoding="utf-8") as lines:
        return {(one["year"], one["brma"], one["lha_category"]): one for one in csv.DictReader(lines)}
