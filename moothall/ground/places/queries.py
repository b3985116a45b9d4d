"""Which organisations serve an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from moothall.ground.organisations.models import Organisation, OrganisationCode
from moothall.ground.places.models import Place
from moothall.ground.places.postcodes import UnknownPostcode


@dataclass(frozen=True)
class Serving:
    """A body that serves an address, and on which tier."""

    organisation: Organisation
    tier: str


def who_serves(postcode: str, *, on: date) -> tuple[Serving, ...]:
    """The bodies that serve a postcode on a day, nearest tier first.

    Raises UnknownPostcode when no loaded list has it.
    """
    district = _district_of(postcode, on)
    bodies = [district, district.part_of] if district.part_of else [district]
    return tuple(Serving(organisation=body, tier=body.kind) for body in bodies)


def _district_of(postcode: str, on: date) -> Organisation:
    in_force = (Q(since__isnull=True) | Q(since__lte=on)) & (Q(until__isnull=True) | Q(until__gte=on))
    codes = OrganisationCode.objects.filter(in_force, scheme="gss").select_related("organisation__part_of")
    code = codes.filter(code__in=Place.objects.filter(postcode=postcode).values("district_code")).first()
    if code is None:
        raise UnknownPostcode
    return code.organisation
