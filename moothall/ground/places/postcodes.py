"""Read what somebody typed as a postcode, and say kindly what is wrong with it.

The shape is that of BS 7666-2; which postcodes exist is a question for the places table.
"""

from __future__ import annotations

import itertools
import re

WHOLE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][ABD-HJLNP-UW-Z]{2}")
HALF = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?([0-9][A-Z]?)?")
NOT_SERVED_HERE = ("BT", "GY", "JE", "IM")
LONGEST = 20
# What is typed for what; Royal Mail writes the second half of a postcode without I, L and O.
LOOK_ALIKE = {"O": "0", "0": "O", "I": "1", "L": "1", "1": "I"}


class BadPostcode(Exception):
    """Not a postcode that we can use. `key` names the message that the person reads."""

    key = "postcode.not_a_postcode"


class NoPostcode(BadPostcode):
    key = "postcode.missing"


class HalfPostcode(BadPostcode):
    key = "postcode.half"


class ForeignPostcode(BadPostcode):
    """Not a postcode of the United Kingdom, or one of the islands that have their own government."""

    key = "postcode.foreign"


class NorthernIreland(BadPostcode):
    """Northern Ireland's postcodes are not open data, so they cannot be looked up.

    `postcode` is what was typed, compact: it is a postcode, of which nobody here knows the council.
    """

    key = "postcode.northern_ireland"

    def __init__(self, postcode: str) -> None:
        super().__init__()
        self.postcode = postcode


class NotAPostcode(BadPostcode):
    key = "postcode.not_a_postcode"


class UnknownPostcode(BadPostcode):
    """Well formed, but in no list that has been loaded."""

    key = "postcode.unknown"


def read_postcode(raw: str) -> str:
    """The postcode in `raw` without spaces or other marks, in capitals. Raises a BadPostcode.

    An O typed for a nought, or an I or L for a one, is put right where the shape leaves no doubt.
    """
    compact = re.sub(r"[^A-Z0-9]", "", raw[:LONGEST].upper())
    if not raw.strip():
        raise NoPostcode
    if len(raw.strip()) > LONGEST:
        raise NotAPostcode
    if WHOLE.fullmatch(compact):
        return _of_great_britain(compact)
    if (compact.isdigit() and 4 <= len(compact) <= 9) or re.fullmatch(
        r"[A-Z]\d[A-Z]\d[A-Z]\d|\d{4}[A-Z]{2}", compact
    ):
        raise ForeignPostcode
    if HALF.fullmatch(compact):
        raise HalfPostcode
    meant = _put_right(compact)
    if meant is None:
        raise NotAPostcode
    return _of_great_britain(meant)


def written(postcode: str) -> str:
    """A postcode as people write it: `CT11AA` as `CT1 1AA`."""
    return f"{postcode[:-3]} {postcode[-3:]}"


def _put_right(compact: str) -> str | None:
    """The postcode that it is with the fewest look-alikes exchanged; None when two are as near."""
    if not 5 <= len(compact) <= 7:
        return None
    exchanged: dict[int, list[str]] = {}
    for spelling in itertools.product(*(mark + LOOK_ALIKE.get(mark, "") for mark in compact)):
        if WHOLE.fullmatch(spelt := "".join(spelling)):
            exchanges = sum(new != old for new, old in zip(spelt, compact, strict=True))
            exchanged.setdefault(exchanges, []).append(spelt)
    nearest = exchanged[min(exchanged)] if exchanged else []
    return nearest[0] if len(nearest) == 1 else None


def _of_great_britain(compact: str) -> str:
    if compact.startswith("BT"):
        raise NorthernIreland(compact)
    if compact.startswith(NOT_SERVED_HERE):
        raise ForeignPostcode
    return compact
