"""Load a whole release of the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from moothall.ground.places.actions.write_edition import write_edition
from moothall.ground.places.codepoint import BadRelease, Release
from moothall.ground.places.collecting import Collecting, Explaining
from moothall.ground.places.models import PlaceEdition

NAME = "Code-Point Open"
# A register grows by one in a hundred a year. One that lost more than this is a part of one.
MOST_LOST = 0.05


class MuchSmaller(BadRelease):
    """The release lacks many postcodes that the edition in use has, so it is probably a part of one."""


class CutRelease(BadRelease):
    """An area has more or fewer postcodes than the release itself says."""


@dataclass(frozen=True)
class Progress:
    """How far the reading is. Bytes are as stored, because only those are known from the start."""

    rows: int
    done: int
    of: int
    file: str


@dataclass(frozen=True)
class Loaded:
    """What came of it. `former` are codes that alias or succession explains, with who they are."""

    edition: PlaceEdition
    is_new: bool
    former: dict[str, str]


def load_release(
    release: Release,
    *,
    now: datetime,
    even_if_smaller: bool = False,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> Loaded:
    """Read every file, then put the edition in place at once. Raises BadRelease, and then nothing changed."""
    explain = Explaining(release.dated)
    collecting = Collecting(explain)
    rows = done = 0
    size = sum(file.size for file in release.files)
    for file in release.files:
        rows += collecting.read(file)
        done += file.size
        progress(Progress(rows=rows, done=done, of=size, file=file.name))
    _refuse_what_was_cut(release, collecting)
    if not even_if_smaller:
        _refuse_a_part(rows)
    blocks = collecting.blocks()
    counts = {
        "postcodes": rows,
        "without_district": collecting.without_district,
        "without_position": collecting.no_position,
        "may_be_split": sum(_split(block.answers, block.packed) for block in blocks),
        "bytes": sum(len(block.packed) + len(block.answers) + len(block.outward) for block in blocks),
    }
    edition, is_new = write_edition(
        blocks, name=NAME, dated=release.dated, whole=True, counts=counts, now=now
    )
    return Loaded(edition=edition, is_new=is_new, former=explain.former)


def _refuse_what_was_cut(release: Release, collecting: Collecting) -> None:
    """A copy that broke off lacks rows and has no other fault, and the release says how many it had."""
    found = collecting.postcodes_of_areas()
    for area, expected in release.expected.items():
        if found[area] != expected:
            raise CutRelease(f"Found {found[area]:,} postcodes of {area}; the release says {expected:,}.")


def _refuse_a_part(rows: int) -> None:
    served = PlaceEdition.objects.filter(whole=True).order_by("-dated").first()
    if served is not None and rows < served.counts["postcodes"] * (1 - MOST_LOST):
        raise MuchSmaller(
            f"Found {rows:,} postcodes; {served} has {served.counts['postcodes']:,}. Expected: all of a "
            "release. If it is: --even-if-smaller"
        )


def _split(answers: str, packed: bytes) -> int:
    """How many postcodes of a block may have addresses in a second district."""
    several = {number for number, answer in enumerate(answers.split(",")) if " " in answer}
    return sum(entry in several for entry in packed[len(packed) // 3 * 2 :])
