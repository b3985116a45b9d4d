"""Load a demonstration's handful of postcodes from `services/places/`.

Loading twice changes nothing. Where a whole release is loaded, it is asked first.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from django.db import transaction
from django.utils import timezone

from moothall.ground.places.actions.write_edition import write_edition
from moothall.ground.places.codepoint import BadRelease
from moothall.ground.places.collecting import Collecting, Explaining
from moothall.ground.places.postcodes import BadPostcode, read_postcode

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
    collecting = Collecting(explain)
    for name, told in files.items():
        try:
            _take_in(told, explain, collecting)
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
    return len(collecting.points)


def _take_in(told: dict, explain: Explaining, collecting: Collecting) -> None:
    for code, postcodes in told["districts"].items():
        explain.known(code)
        for postcode in postcodes:
            collecting.add(read_postcode(postcode), code)
