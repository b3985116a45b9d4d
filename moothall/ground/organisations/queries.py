"""Which body there was on a day, and which bodies serve a nation."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from moothall.ground.organisations.models import NATIONS, Organisation

DISTRICTS = ("district", "unitary", "metropolitan", "london_borough", "northern_ireland")


def bodies_on(body: Organisation, on: date) -> tuple[Organisation, ...]:
    """The bodies that did on this day what this one does or did.

    Itself, if it was there. Otherwise whoever came after it or before it: one, several where councils were
    merged or divided, and itself again where nobody knows of one before it. A unitary council came after
    districts and their county; before it only the districts are named, because their county is theirs.
    """
    if body.exists(on):
        return (body,)
    if body.until is not None and body.until < on:
        others = body.successors.all()
    else:
        tier = DISTRICTS if body.kind in DISTRICTS else (body.kind,)
        others = body.predecessors.filter(kind__in=tier)
    found = {
        one.pk: one
        for other in others.select_related("part_of", "combined_authority").order_by("pk")
        for one in bodies_on(other, on)
    }
    return tuple(found[key] for key in sorted(found)) or (body,)


def hosted_here() -> frozenset[str]:
    """The keys of the bodies that this node works for: all others are known, and nothing is done for them."""
    return frozenset(Organisation.objects.filter(hosted=True).values_list("key", flat=True))


def there_on(day: date) -> Q:
    """A body that was there on this day, as far as the sources say."""
    return (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gte=day))


def councils_of(nation: str, *, on: date) -> list[Organisation]:
    """Every council that serves homes in a nation, by name: to choose from where no register is open."""
    return list(
        Organisation.objects.filter(there_on(on), nation=nation, kind__in=DISTRICTS)
        .select_related("part_of", "combined_authority")
        .order_by("name_en")
    )


def national_bodies(nation: str, *, on: date) -> list[Organisation]:
    """The departments and agencies that serve everybody in a nation."""
    wide = [name for name, nations in NATIONS.items() if nation in nations]
    bodies = Organisation.objects.filter(there_on(on), kind="national", nation__in=[nation, *wide])
    return list(bodies.order_by("name_en"))
