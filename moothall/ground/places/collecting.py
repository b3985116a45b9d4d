"""From the rows of a release to blocks that can be stored, in little memory.

Invariants:
- a code that no body has, or a county that is not its district's, stops it, with file, line and reason;
- the same postcodes give the same blocks and the same hash, in whatever files and order they come.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from moothall.ground.organisations.models import OrganisationCode
from moothall.ground.places.codepoint import NO_POSITION, BadRelease, ReleaseFile
from moothall.ground.places.near import Points, near_another
from moothall.ground.places.packing import NO_DISTRICT, inward_code, inward_number, pack
from moothall.ground.places.postcodes import WHOLE

AREA = re.compile("[A-Z]+")
_INWARD = {inward_code(number): number for number in range(4000)}


class UnknownCode(BadRelease):
    """A district's or a county's code belongs to no organisation that has been loaded."""


class CountyDiffers(BadRelease):
    """The register puts a district into another county than the organisations' files do."""


@dataclass(frozen=True)
class Block:
    """The postcodes of one outward code: as PostcodeBlock keeps them."""

    outward: str
    answers: str
    packed: bytes


@dataclass
class Collecting:
    """The postcodes of one edition while its files are read. `explain` says what a new code is."""

    explain: Explaining
    no_position: int = 0
    points: Points = field(default_factory=Points)
    _inward: array = field(default_factory=lambda: array("H"))
    _rows_of: dict[str, array] = field(default_factory=lambda: defaultdict(lambda: array("I")))
    _codes: list[str] = field(default_factory=lambda: [NO_DISTRICT])
    _number_of: dict[tuple[str, str], int] = field(default_factory=dict)
    _told_beside: dict[int, set[int]] = field(default_factory=dict)

    def read(self, file: ReleaseFile) -> int:
        """Take in a file; returns how many postcodes it has. Raises BadRelease."""
        add, inward_of, outward_of = self.points.add, self._inward.append, self._rows_of
        before = len(self.points)
        for postcode, quality, easting, northing, county, district in file.rows():
            number = self._number_of.get((district, county))
            if number is None:
                number = self._new_code(file, len(self.points) - before, postcode, district, county)
            inward = _INWARD.get(postcode[-3:])
            outward = postcode[:-3].rstrip()
            if inward is None or (outward not in outward_of and not WHOLE.fullmatch(outward + postcode[-3:])):
                line = file.line(len(self.points) - before)
                raise BadRelease(f"{file.name}, line {line}: found {postcode!r}, expected a postcode.")
            outward_of[outward].append(len(self.points))
            inward_of(inward)
            try:
                add(int(easting), int(northing), number)
            except (ValueError, OverflowError):
                line = file.line(len(self.points) - before)
                raise BadRelease(
                    f"{file.name}, line {line}: found {easting!r} and {northing!r}, expected whole metres."
                ) from None
            if quality == NO_POSITION:
                self.no_position += 1
        return len(self.points) - before

    def add(self, postcode: str, district: str, *, others: Iterable[str] = ()) -> None:
        """Take in one postcode of a demonstration's handful, which has no position and so no neighbours.

        `others` are the districts in which a few of its homes may lie.
        """
        number = self._number(district)
        if beside := {self._number(other) for other in others}:
            self._told_beside[len(self.points)] = beside
        self._rows_of[postcode[:-3]].append(len(self.points))
        self._inward.append(inward_number(postcode[-3:]))
        self.points.add(0, 0, number)

    def blocks(self, near: Callable[[Points], dict[int, set[int]]] = near_another) -> list[Block]:
        """All postcodes in blocks, in the order of outward codes. Raises BadRelease for one named twice."""
        beside = near(self.points) | self._told_beside
        return [self._block(outward, self._rows_of[outward], beside) for outward in sorted(self._rows_of)]

    def postcodes_of_areas(self) -> Counter[str]:
        """How many postcodes each area has: `CT` of CT1 to CT21."""
        areas: Counter[str] = Counter()
        for outward, rows in self._rows_of.items():
            areas[AREA.match(outward)[0]] += len(rows)
        return areas

    @property
    def without_district(self) -> int:
        return self.points.districts.count(0)

    def _block(self, outward: str, rows: array, beside: dict[int, set[int]]) -> Block:
        told = {self._inward[row]: self._answer(row, beside) for row in rows}
        if len(told) < len(rows):
            numbers = [self._inward[row] for row in rows]
            twice = next(number for number in numbers if numbers.count(number) > 1)
            raise BadRelease(f"{outward} {inward_code(twice)} is there twice. Expected: each postcode once.")
        answers = sorted(set(told.values()))
        entry = {answer: number for number, answer in enumerate(answers)}
        packed = pack({number: entry[answer] for number, answer in told.items()})
        return Block(outward=outward, answers=",".join(answers), packed=packed)

    def _answer(self, row: int, beside: dict[int, set[int]]) -> str:
        best = self._codes[self.points.districts[row]]
        if row not in beside:
            return best
        others = sorted(self._codes[other] for other in beside[row] if other)
        return " ".join([best, *others])

    def _new_code(self, file: ReleaseFile, row: int, postcode: str, district: str, county: str) -> int:
        try:
            self.explain(district, county)
        except BadRelease as wrong:
            where = f"{file.name}, line {file.line(row)}"
            raise type(wrong)(f"{where}: {postcode}: {wrong}") from None
        number = self._number_of[district, county] = self._number(district)
        return number

    def _number(self, district: str) -> int:
        if district not in self._codes:
            self._codes.append(district)
        return self._codes.index(district)


class Explaining:
    """Says of each code whose it is, or raises. Keeps those that were not in force on the day."""

    def __init__(self, dated: date):
        self.dated = dated
        self.former: dict[str, str] = {}  # code -> what explains it
        self._codes = {
            one.code: one
            for one in OrganisationCode.objects.filter(scheme="gss").select_related("organisation__part_of")
        }

    def __call__(self, district: str, county: str) -> None:
        """Both codes are somebody's, and the county is the district's. Raises UnknownCode, CountyDiffers."""
        if district == NO_DISTRICT:
            return
        body = self.known(district).organisation
        around = body.part_of.key if body.part_of else ""
        told = self.known(county).organisation.key if county else ""
        if told != around:
            raise CountyDiffers(
                f"found {body} in {told or 'no county'} ({county}), expected {around or 'no county'}."
            )

    def known(self, code: str) -> OrganisationCode:
        """The body's code, of whatever day. Raises UnknownCode."""
        known = self._codes.get(code)
        if known is None:
            raise UnknownCode(
                f"found {code}, which is nobody's. Expected: a code in services/organisations/, now or once."
            )
        in_force = (known.since is None or known.since <= self.dated) and (
            known.until is None or self.dated <= known.until
        )
        if not in_force:
            self.former[code] = f"{known.organisation}, under another code on {self.dated}"
        elif not known.organisation.exists(self.dated):
            self.former[code] = f"{known.organisation}, which was not there on {self.dated}"
        return known


def content_hash(blocks: list[Block]) -> str:
    """SHA-256 of all that an edition says."""
    whole = sha256()
    for block in blocks:
        whole.update(f"{block.outward}:{block.answers}:{len(block.packed)}:".encode() + block.packed)
    return whole.hexdigest()
