"""One way of writing a JSON value, so that the same value always has the same hash.

A subset of RFC 8785: objects with plain ASCII names, lists, text, whole numbers, yes and
no, and nothing. Numbers with a fraction are refused, because two systems may write the
same one differently; money and rates are therefore kept as text ("123.45").
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

# Beyond this a reader in another language may lose digits (RFC 8785, section 3.2.2.3).
LARGEST = 2**53 - 1


class NotCanonical(ValueError):
    """A value that has no single way of being written."""


def canonical(value: Any) -> str:
    """The value as canonical JSON text. Raises NotCanonical, naming where and what."""
    return json.dumps(
        _plain(value, "value"), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def instant_text(instant: datetime) -> str:
    """An instant in UTC to the microsecond, always with the same number of characters."""
    if instant.tzinfo is None:
        raise NotCanonical(f"{instant} has no time zone; give an instant in UTC.")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(value: Any, where: str) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, where)
    if isinstance(value, int):
        return _whole(value, where)
    if isinstance(value, dict):
        return {_name(name, where): _plain(item, f"{where}.{name}") for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, f"{where}[{index}]") for index, item in enumerate(value)]
    return _known_kind(value, where)


def _known_kind(value: Any, where: str) -> str:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise NotCanonical(
        f"{where} is a {type(value).__name__} ({value!r}); write it as text, a whole number or yes/no."
    )


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotCanonical(f"{where} holds half of a character pair, which has no UTF-8 form.") from None
    return value


def _whole(value: int, where: str) -> int:
    if abs(value) > LARGEST:
        raise NotCanonical(f"{where} is {value}, beyond {LARGEST}; write it as text.")
    return value


def _name(name: Any, where: str) -> str:
    if not (isinstance(name, str) and name.isascii()):
        raise NotCanonical(f"{where} has the name {name!r}; names are ASCII text.")
    return name
