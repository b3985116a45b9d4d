"""What may be said to have happened: `verbs.yaml`, read once and checked at every writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ENVELOPE_PARTS = ("service", "step", "channel", "case", "actor", "minutes", "edition", "purpose", "subjects")
CHANNELS = ("", "web", "desk", "phone", "post", "visit", "system", "command")
# A detail is a code, a date, a hash: something that measures count. Names and sentences
# do not fit, so nothing personal slips into what is kept for good.
CODE = re.compile(r"[A-Za-z0-9_.:-]{0,64}\Z")


class UndeclaredVerb(Exception):
    """A verb or one of its fields is not declared in verbs.yaml, or a part that it needs is missing."""


@dataclass(frozen=True, kw_only=True)
class Verb:
    """One declared verb: what it needs in its envelope, and what it may carry."""

    name: str
    means: str
    needs: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    payload: tuple[str, ...] = ()

    def check(
        self, *, given: Mapping[str, Any], details: Mapping[str, Any], payload: Mapping[str, Any]
    ) -> None:
        """Raises UndeclaredVerb, naming what is missing or too much."""
        missing = [part for part in self.needs if given.get(part) in (None, "", (), [])]
        if missing:
            raise UndeclaredVerb(f"{self.name} needs {', '.join(missing)}.")
        self._declared("details", details, self.details)
        self._declared("payload", payload, self.payload)
        for name, value in details.items():
            for one in value if isinstance(value, list) else [value]:
                self._is_code(name, one)

    def _declared(self, part: str, given: Mapping[str, Any], declared: tuple[str, ...]) -> None:
        extra = sorted(set(given) - set(declared))
        if extra:
            raise UndeclaredVerb(
                f"{self.name} carries {', '.join(extra)}, which verbs.yaml does not list under its {part}."
            )

    def _is_code(self, name: str, value: Any) -> None:
        if isinstance(value, bool | int) or (isinstance(value, str) and CODE.match(value)):
            return
        raise UndeclaredVerb(
            f"The detail {name} of {self.name} is {value!r}; a detail is a code, a whole number, yes/no, "
            "or a list of codes. What people wrote belongs in the payload."
        )


def verb(name: str) -> Verb:
    """The declared verb of this name. Raises UndeclaredVerb."""
    try:
        return declared_verbs()[name]
    except KeyError:
        raise UndeclaredVerb(f"{name} is not a verb of the record; declare it in {_FILE.name}.") from None


@cache
def declared_verbs() -> dict[str, Verb]:
    return {name: _read(name, row) for name, row in yaml.safe_load(_FILE.read_text()).items()}


def _read(name: str, row: dict[str, Any]) -> Verb:
    unknown = set(row) - {part.name for part in fields(Verb)}
    if unknown or set(row.get("needs", ())) - set(ENVELOPE_PARTS):
        raise UndeclaredVerb(f"{_FILE.name}: {name} is declared with parts that no verb has: {row}.")
    lists = {part: tuple(row.get(part, ())) for part in ("needs", "details", "payload")}
    return Verb(name=name, means=row["means"], **lists)


_FILE = Path(__file__).with_name("verbs.yaml")
