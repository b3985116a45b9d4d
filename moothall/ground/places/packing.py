"""Many postcodes in few bytes: those of one outward code (`CT4`) are one block.

Of each postcode a block holds its inward code (`5NA`) as a number in two bytes, sorted, and in one byte
which entry of the block's list of districts it has. So a postcode of Great Britain costs three bytes and a
share of its block's row, the same on every database, and finding one reads one row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

# The letters of an inward code: BS 7666-2 leaves out those that look like another in handwriting.
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_VALUE = {letter: value for value, letter in enumerate(LETTERS)}
NO_DISTRICT = ""  # the answer where the register has the postcode and no district
BYTES_EACH = 3
MOST_ENTRIES = 256


class TooManyDistricts(Exception):
    """One outward code has more different answers than a byte can tell apart."""


def inward_number(inward: str) -> int:
    """`5NA` as a number below 4,000. Raises KeyError or ValueError for what is no inward code."""
    digit, first, second = inward
    return int(digit) * 400 + _VALUE[first] * 20 + _VALUE[second]


def inward_code(number: int) -> str:
    """The inward code that `inward_number` made a number of."""
    return f"{number // 400}{LETTERS[number // 20 % 20]}{LETTERS[number % 20]}"


def pack(entries: Mapping[int, int]) -> bytes:
    """Inward number to entry of the list of districts, as a block."""
    if entries and max(entries.values()) >= MOST_ENTRIES:
        raise TooManyDistricts(f"Found {max(entries.values()) + 1} answers, expected {MOST_ENTRIES} at most.")
    numbers = sorted(entries)
    return b"".join(number.to_bytes(2, "big") for number in numbers) + bytes(map(entries.get, numbers))


def find(block: bytes, number: int) -> int | None:
    """Which entry the postcode with this inward number has; None when the block has no such postcode."""
    count = len(block) // BYTES_EACH
    at = bisect_left(range(count), number, key=lambda index: _number(block, index))
    return block[2 * count + at] if at < count and _number(block, at) == number else None


def unpack(block: bytes) -> Iterator[tuple[int, int]]:
    """(inward number, entry) of each postcode of the block, in order."""
    count = len(block) // BYTES_EACH
    for index in range(count):
        yield _number(block, index), block[2 * count + index]


def _number(block: bytes, index: int) -> int:
    return block[2 * index] << 8 | block[2 * index + 1]
