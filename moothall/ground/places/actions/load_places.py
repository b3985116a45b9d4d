"""Load a demonstration's handful of postcodes from `services/places/`, and the homes invented for some.

Loading twice changes nothing. Where a whole release is loaded, it is asked first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from django.db import transaction
from django.utils import timezone

from moothall.ground.places.actions.write_edition import write_edition
from moothall.ground.places.codepoint import BadRelease
from moothall.ground.places.collecting import Collecting, Explaining
from moothall.ground.places.models import SplitAddress
from moothall.ground.places.postcodes import BadPostcode, read_postcode

INVENTED = "Invented for the demonstration"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@transaction.atomic
def load_places(folder: Path) -> int:
    """Write every postcode of every file; returns how many there are. Raises BadRelease."""
    files = {
        path.name: yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        for path in sorted(folder.glob("*.yaml"))
    }
    dated = max((told["dated"] for told in files.values()), default=date.min)
    explain = Explaining(dated)
    collecting, homes = Collecting(explain), []
    for name, told in files.items():
        try:
            _take_in(told, explain, collecting)
            homes += _homes(told.get("homes", {}), explain)
        except (BadRelease, BadPostcode) as wrong:
            raise BadRelease(f"{name}: {wrong}") from wrong
    write_edition(
        collecting.blocks(near=lambda points: {}),
        name="A handful of Code-Point Open",
        dated=dated,
        whole=False,
        counts={"postcodes": len(collecting.points)},
        now=timezone.now(),
    )
    SplitAddress.objects.filter(source=INVENTED).delete()
    SplitAddress.objects.bulk_create(homes)
    return len(collecting.points)


def _take_in(told: dict, explain: Explaining, collecting: Collecting) -> None:
    beside = {read_postcode(postcode): codes for postcode, codes in told.get("may_also_be", {}).items()}
    _explain(explain, (code for codes in beside.values() for code in codes))
    _explain(explain, told["districts"])
    for code, postcodes in told["districts"].items():
        for postcode in map(read_postcode, postcodes):
            collecting.add(postcode, code, others=beside.get(postcode, ()))


def _homes(told: dict, explain: Explaining) -> Iterator[SplitAddress]:
    """The homes of each postcode that is said to be split: number -> address, by district."""
    for postcode, districts in told.items():
        _explain(explain, districts)
        for code, addresses in districts.items():
            for uprn, address in addresses.items():
                yield SplitAddress(
                    uprn=uprn,
                    postcode=read_postcode(postcode),
                    address=address,
                    district_code=code,
                    source=INVENTED,
                )


def _explain(explain: Explaining, codes: Iterable[str]) -> None:
    for code in codes:
        explain.known(code)
