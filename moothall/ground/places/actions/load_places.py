"""Load postcodes from `services/places/`. Loading twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import yaml
from django.db import transaction

from moothall.ground.organisations.models import OrganisationCode
from moothall.ground.places.models import Place


class UnknownCode(Exception):
    """A district's code belongs to no organisation that has been loaded."""


@transaction.atomic
def load_places(folder: Path) -> int:
    """Write every postcode of every file; returns how many there are."""
    places = [place for path in sorted(folder.glob("*.yaml")) for place in _read(path)]
    Place.objects.bulk_create(
        places,
        update_conflicts=True,
        unique_fields=["postcode"],
        update_fields=["district_code"],
        batch_size=500,
    )
    return len(places)


def _read(path: Path) -> list[Place]:
    districts = yaml.safe_load(path.read_text())["districts"]
    known = set(OrganisationCode.objects.filter(scheme="gss").values_list("code", flat=True))
    for code in districts:
        if code not in known:
            raise UnknownCode(f"{path.name}: {code} is nobody's. Expected: one in services/organisations/.")
    return [
        Place(postcode=postcode.replace(" ", ""), district_code=code)
        for code, postcodes in districts.items()
        for postcode in postcodes
    ]
