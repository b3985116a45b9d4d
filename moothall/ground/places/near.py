"""Which postcodes may be split between districts: those with a neighbour in another one, very near.

A register gives each postcode one point and one district. A postcode covers some 15 addresses, so where the
next postcode lies in another district, a few metres on, the line between the two may run through its houses.
That is a candidate and no proof: only the addresses themselves can tell.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator

NEAR = 60  # metres
COARSE = 10 * NEAR
COLUMN = 1 << 15  # more cells than Great Britain is long, so that no cell above is one beside


class Points:
    """Where postcodes lie (metres of the National Grid), and in which district, as a small number."""

    def __init__(self) -> None:
        self.eastings, self.northings, self.districts = array("i"), array("i"), array("H")

    def add(self, easting: int, northing: int, district: int) -> None:
        self.eastings.append(easting)
        self.northings.append(northing)
        self.districts.append(district)

    def __len__(self) -> int:
        return len(self.districts)


def near_another(points: Points) -> dict[int, set[int]]:
    """Number of a point to the other districts that have a point no more than NEAR metres away."""
    cells: dict[int, list[int]] = defaultdict(list)
    for index in _at_a_border(points):
        cells[_cell(points, index, NEAR)].append(index)
    found: dict[int, set[int]] = {}
    for cell, here in cells.items():
        around = [other for near in _around(cell) for other in cells.get(near, ())]
        for index in here:
            others = {points.districts[other] for other in around if _is_near(points, index, other)}
            if others - {points.districts[index]}:
                found[index] = others - {points.districts[index]}
    return found


def _at_a_border(points: Points) -> Iterator[int]:
    """The points that could be near another district at all: few, so only they are compared."""
    districts: dict[int, int] = {}
    where = array("q", (_cell(points, index, COARSE) for index in range(len(points))))
    for cell, district in zip(where, points.districts, strict=True):
        there = districts.setdefault(cell, district)
        if there != district:
            districts[cell] = -1  # several
    border = {
        cell
        for cell, district in districts.items()
        if district == -1 or any(districts.get(near, district) != district for near in _around(cell))
    }
    return (index for index, cell in enumerate(where) if cell in border)


def _cell(points: Points, index: int, side: int) -> int:
    return points.eastings[index] // side * COLUMN + points.northings[index] // side


def _around(cell: int) -> tuple[int, ...]:
    """A cell and the eight around it."""
    return tuple(cell + across + up for across in (-COLUMN, 0, COLUMN) for up in (-1, 0, 1))


def _is_near(points: Points, one: int, other: int) -> bool:
    across = points.eastings[one] - points.eastings[other]
    up = points.northings[one] - points.northings[other]
    return across * across + up * up <= NEAR * NEAR
