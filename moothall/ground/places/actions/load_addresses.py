"""Load the addresses of split postcodes, each with the district that it lies in."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from moothall.ground.places.codepoint import BadRelease
from moothall.ground.places.collecting import Explaining
from moothall.ground.places.models import SplitAddress
from moothall.ground.places.postcodes import BadPostcode, read_postcode

COLUMNS = ("uprn", "postcode", "address", "district")


@transaction.atomic
def load_addresses(lines: Iterable[str], *, source: str, on: date) -> int:
    """Put the addresses of a CSV file with COLUMNS in place of those that `source` gave before.

    Returns how many there are. Raises BadRelease with the line, and then nothing has changed. A source is
    whoever licensed the addresses to us, such as a council's own gazetteer.
    """
    explain, rows = Explaining(on), csv.DictReader(lines)
    if missing := set(COLUMNS) - set(rows.fieldnames or ()):
        raise BadRelease(f"Found no column {', '.join(sorted(missing))}. Expected: {', '.join(COLUMNS)}.")
    addresses = [_address(row, rows.line_num, source, explain) for row in rows]
    SplitAddress.objects.filter(source=source).delete()
    SplitAddress.objects.bulk_create(addresses)
    return len(addresses)


def _address(row: dict[str, str], line: int, source: str, explain: Explaining) -> SplitAddress:
    try:
        explain.known(row["district"])
        return SplitAddress(
            uprn=int(row["uprn"]),
            postcode=read_postcode(row["postcode"]),
            address=row["address"],
            district_code=row["district"],
            source=source,
        )
    except (BadRelease, BadPostcode, ValueError, AttributeError, TypeError) as wrong:
        said = wrong if isinstance(wrong, BadRelease) else f"found {row}, expected an address"
        raise BadRelease(f"Line {line}: {said}") from wrong
