"""Which body provides a service of the directory where somebody lives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moothall.ground.directory.reading import TIERS, Directory, Listed
from moothall.ground.organisations.models import Organisation


class BodyNotLoaded(LookupError):
    """The directory names a body that no table has: `moothall prepare` loads services/organisations/."""


def bodies_of(directory: Directory) -> dict[str, Organisation]:
    """The bodies that the directory names, by key: one query. Raises BodyNotLoaded."""
    named = directory.bodies_named()
    found = Organisation.objects.in_bulk(named)
    if missing := named - found.keys():
        raise BodyNotLoaded(f"Found no organisation {', '.join(sorted(missing))}. Expected: load them first.")
    return found


def listed_in(directory: Directory, nation: str) -> list[Listed]:
    """The services that there are in a nation, in the order of the files."""
    return [one for one in directory.services.values() if nation in one.nations]


def providers(
    service: Listed, *, serving: Sequence[Organisation], named: Mapping[str, Organisation]
) -> tuple[Organisation, ...]:
    """Who provides it in the place that these bodies serve, nearest first; `named` is from bodies_of().

    The first of `serving` is the place's own council. Where the file says nothing else, a unitary council
    does all that a district and a county would.
    """
    council = serving[0]
    exceptions = (*(body.key for body in serving), council.kind, council.nation)
    who = next((service.by[key] for key in exceptions if key in service.by), service.tier)
    if who not in TIERS:
        return (named[who],)
    tiers = {body.kind: body for body in serving}
    county = tiers.get("county", council)
    if who == "every":
        return (council,) if county is council else (council, county)
    return ({"county": county, "combined": tiers.get("combined", county)}.get(who, council),)
