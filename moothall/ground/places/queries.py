"""Which organisations serve an address."""

from __future__ import annotations

from collections.abc import Iterable
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


class SplitPostcode(BadPostcode):
    """Its addresses are known to lie in two districts. `addresses` are those to choose from."""

    key = "postcode.split"

    def __init__(self, addresses: Iterable[SplitAddress]):
        super().__init__()
        self.addresses = tuple(sorted(addresses, key=lambda one: (one.address, one.uprn)))


class NoDistrict(BadPostcode):
    """The register has the postcode and no district for it: some big users, and new streets."""

    key = "postcode.no_district"


class SeveralCouncils(BadPostcode):
    """Councils were merged or divided since, and the register of the day asked about is not loaded."""

    key = "postcode.several_councils"

    def __init__(self, candidates: Iterable[Organisation]):
        super().__init__()
        self.candidates = tuple(candidates)


def who_serves(postcode: str, *, on: date, uprn: int | None = None) -> tuple[Serving, ...]:
    """The bodies that serve a postcode on a day, nearest tier first; see `look_up` for what it raises."""
    return look_up(postcode, on=on, uprn=uprn).serving


def look_up(postcode: str, *, on: date, uprn: int | None = None) -> Found:
    """Who serves a postcode on a day, or the address of a split one that `uprn` names.

    Raises a BadPostcode: UnknownPostcode when no loaded register has it, NoDistrict when the register has no
    council for it, SplitPostcode when the address is needed, SeveralCouncils when only an older register
    could tell. The newest register of that day answers, else the oldest after it.
    """
    register, (best, *others) = _answer(postcode, on)
    addresses = list(SplitAddress.objects.filter(postcode=postcode))
    if addresses:
        best, others = _of_address(addresses, uprn), []
    if best == NO_DISTRICT:
        raise NoDistrict
    bodies = _bodies([best, *others])
    district = _on_the_day(bodies[best], on)
    return Found(
        serving=serving_with(district, on=on),
        may_also_be=tuple(bodies[other] for other in others if bodies[other].pk != bodies[best].pk),
        register=register,
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


def _answer(postcode: str, on: date) -> tuple[str, list[str]]:
    """(name of the register, codes that the postcode may be in, the best fit first)."""
    blocks = PostcodeBlock.objects.filter(outward=postcode[:-3]).values_list(
        "edition__whole", "edition__dated", "edition__name", "answers", "packed"
    )
    for _, dated, name, answers, packed in sorted(blocks, key=lambda row: _preference(row[0], row[1], on)):
        entry = find(packed, inward_number(postcode[-3:]))
        if entry is not None:
            return f"{name}, {dated.isoformat()}", answers.split(",")[entry].split(" ")
    raise UnknownPostcode


def _preference(whole: bool, dated: date, on: date) -> tuple[bool, bool, int]:
    """Whole registers first; then those of that day and before, the newest first; then those after."""
    return not whole, dated > on, abs((dated - on).days)


def _of_address(addresses: list[SplitAddress], uprn: int | None) -> str:
    districts = {one.uprn: one.district_code for one in addresses}
    if uprn in districts:
        return districts[uprn]
    if len(set(districts.values())) > 1:
        raise SplitPostcode(addresses)
    return addresses[0].district_code


def _bodies(codes: list[str]) -> dict[str, Organisation]:
    """Whose each code is, on whatever day: registers go on using old ones."""
    rows = OrganisationCode.objects.filter(scheme="gss", code__in=codes)
    return {row.code: row.organisation for row in rows.select_related("organisation__part_of")}


def _on_the_day(body: Organisation, on: date) -> Organisation:
    there = bodies_on(body, on)
    if len(there) > 1:
        raise SeveralCouncils(there)
    return there[0]
