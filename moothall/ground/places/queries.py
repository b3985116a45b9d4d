"""Which organisations serve an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from moothall.ground.organisations.models import Organisation, OrganisationCode
from moothall.ground.organisations.queries import bodies_on
from moothall.ground.places.models import PostcodeBlock, SplitAddress
from moothall.ground.places.packing import NO_DISTRICT, find, inward_number
from moothall.ground.places.postcodes import BadPostcode, UnknownPostcode


@dataclass(frozen=True)
class Serving:
    """A body that serves an address, and on which tier."""

    organisation: Organisation
    tier: str


@dataclass(frozen=True)
class Found:
    """Who serves an address, by which register; a few homes there `may_also_be` in other councils' areas."""

    serving: tuple[Serving, ...]
    may_also_be: tuple[Organisation, ...]
    register: str
    dated: date | None  # the day of the register; None where none was asked


@dataclass(frozen=True)
class Home:
    """An address of a split postcode, and the council in whose area it is."""

    uprn: int
    address: str
    council: Organisation


class SeveralCouncils(BadPostcode):
    """More than one council may serve it, so somebody who knows must choose one of `councils`."""

    key = "postcode.several_councils"

    def __init__(self, councils: Iterable[Organisation]):
        super().__init__()
        self.councils = tuple(councils)
        self.homes: tuple[Home, ...] = ()


class MergedSince(SeveralCouncils):
    """Councils were merged or divided since, and the register of the day asked about is not loaded."""


class SplitPostcode(SeveralCouncils):
    """Its addresses are known to lie in two districts. `homes` are those to choose from, in house order."""

    key = "postcode.split"

    def __init__(self, homes: Iterable[Home]):
        ordered = sorted(homes, key=lambda one: (_by_number(one.address), one.uprn))
        super().__init__({one.council.pk: one.council for one in ordered}.values())
        self.homes = tuple(ordered)


class NoDistrict(BadPostcode):
    """The register has the postcode and no district for it: some big users, and new streets."""

    key = "postcode.no_district"


def who_serves(postcode: str, *, on: date, uprn: int | None = None, council: str = "") -> tuple[Serving, ...]:
    """The bodies that serve a postcode on a day, nearest tier first; see `look_up` for what it raises."""
    return look_up(postcode, on=on, uprn=uprn, council=council).serving


def look_up(postcode: str, *, on: date, uprn: int | None = None, council: str = "") -> Found:
    """Who serves a postcode on a day, or the address of a split one that `uprn` names.

    Where it may be in the areas of several councils, the one that somebody chose, `council`, is believed; any
    other that is named there decides nothing.

    Raises a BadPostcode: UnknownPostcode when no loaded register has it, NoDistrict when the register has no
    council for it, SplitPostcode when the address is needed, MergedSince when only an older register
    could tell. The newest register of that day answers, else the oldest after it.
    """
    register, dated, codes = _answer(postcode, on)
    addresses = list(SplitAddress.objects.filter(postcode=postcode))
    if addresses:
        codes = _codes_of(addresses, uprn)
    if codes[0] == NO_DISTRICT:
        raise NoDistrict
    there = {code: bodies_on(body, on) for code, body in _bodies(codes).items()}
    chosen = _chosen(there, council)
    if addresses and len(codes) > 1:
        if chosen is None:
            raise SplitPostcode(_homes(addresses, there))
        codes = [code for code in codes if chosen in there[code]]
    district = chosen or _only(there[codes[0]])
    others = {one.pk: one for code in codes for one in there[code] if one != district}
    return Found(
        serving=serving_with(district, on=on),
        may_also_be=tuple(others.values()) if len(codes) > 1 else (),
        register=register,
        dated=dated,
    )


def serving_with(district: Organisation, *, on: date) -> tuple[Serving, ...]:
    """The bodies that serve homes of a council: it, its county, and the authorities around both."""
    bodies = [district, district.part_of] if district.part_of else [district]
    around = next((body.combined_authority for body in bodies if body.combined_authority_id), None)
    if around is not None:
        bodies.append(around)
        if around.kind == "strategic":  # London's has a body of its own for transport
            bodies += around.districts.filter(kind="transport").order_by("pk")
    return tuple(Serving(organisation=body, tier=body.kind) for body in bodies if body.exists(on))


def _answer(postcode: str, on: date) -> tuple[str, date, list[str]]:
    """(name of the register, its day, codes that the postcode may be in, the best fit first)."""
    blocks = PostcodeBlock.objects.filter(outward=postcode[:-3]).values_list(
        "edition__whole", "edition__dated", "edition__name", "answers", "packed"
    )
    for _, dated, name, answers, packed in sorted(blocks, key=lambda row: _preference(row[0], row[1], on)):
        entry = find(packed, inward_number(postcode[-3:]))
        if entry is not None:
            return name, dated, answers.split(",")[entry].split(" ")
    raise UnknownPostcode


def _preference(whole: bool, dated: date, on: date) -> tuple[bool, bool, int]:
    """Whole registers first; then those of that day and before, the newest first; then those after."""
    return not whole, dated > on, abs((dated - on).days)


def _codes_of(addresses: list[SplitAddress], uprn: int | None) -> list[str]:
    """The district of the address that is asked about, or those of all of them."""
    districts = {one.uprn: one.district_code for one in addresses}
    return [districts[uprn]] if uprn in districts else sorted(set(districts.values()))


def _homes(addresses: list[SplitAddress], there: Mapping[str, tuple[Organisation, ...]]) -> Iterable[Home]:
    return (Home(one.uprn, one.address, _only(there[one.district_code])) for one in addresses)


def _by_number(address: str) -> str:
    """For sorting: 2 Invented Lane comes before 10 Invented Lane."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), address)


def _chosen(there: Mapping[str, tuple[Organisation, ...]], council: str) -> Organisation | None:
    return next((body for bodies in there.values() for body in bodies if body.pk == council), None)


def _bodies(codes: list[str]) -> dict[str, Organisation]:
    """Whose each code is, on whatever day: registers go on using old ones."""
    rows = OrganisationCode.objects.filter(scheme="gss", code__in=codes)
    return {row.code: row.organisation for row in rows.select_related("organisation__part_of")}


def _only(there: tuple[Organisation, ...]) -> Organisation:
    if len(there) > 1:
        raise MergedSince(there)
    return there[0]
