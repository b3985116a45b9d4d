"""Load bodies, their codes and who came after them from `services/organisations/`.

Loading twice changes nothing, and writes nothing. A body is never taken away, because rows of
work may belong to it: one that leaves the files stays as it was, and a code that leaves them goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from django.db import transaction
from django.db.models import Model

from moothall.ground.organisations.models import Organisation, OrganisationCode
from moothall.ground.organisations.wall.tokens import KEY

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FIELDS = (
    "prefix", "name_en", "name_cy", "kind", "nation", "languages", "homepage", "since", "until",
    "part_of_id", "combined_authority_id",
)  # fmt: skip


class BadOrganisations(Exception):
    """The files of bodies contradict themselves. Nothing of them is loaded."""


class UnknownBody(BadOrganisations):
    """A body names another, as its county or its successor, that no file has."""


class BadKey(BadOrganisations):
    """A key that the second wall could not carry, and that would be no part of a URL."""


class NamedTwice(BadOrganisations):
    """Two bodies claim one key, one prefix or one code of a register."""


@transaction.atomic
def load_organisations(folder: Path) -> int:
    """Write every body of every file; returns how many there are. Raises BadOrganisations."""
    bodies = read_organisations(folder)
    _check_names(bodies)
    _write_bodies(bodies)
    _write_codes(bodies)
    _write_successions(bodies)
    return len(bodies)


def read_organisations(folder: Path) -> dict[str, dict]:
    """Key to body, of every file. What a file says at its head is true of each of its bodies."""
    bodies: dict[str, dict] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, body in _file(path.read_text(encoding="utf-8")).items():
            if key in bodies:
                raise NamedTwice(f"{path.name}: {key} is in an earlier file, too. Expected: once.")
            bodies[key] = body
    return bodies


@lru_cache(maxsize=64)
def _file(text: str) -> dict[str, dict]:
    told = yaml.load(text, Loader=_Loader)
    head = {"nation": told.get("nation"), "languages": told.get("languages", ["en"])}
    return {key: head | body for key, body in told["organisations"].items()}


def _check_names(bodies: Mapping[str, dict]) -> None:
    taken: dict[tuple[str, str], str] = {}
    for key, body in bodies.items():
        if not KEY.match(key):
            raise BadKey(f"Found the key {key!r}. Expected: 1 to 40 small letters, digits, _ and -.")
        claims = [("prefix", body["prefix"])]
        claims += [(f"{scheme} code", one["code"]) for scheme, one in _codes(body)]
        for claim in claims:
            if taken.setdefault(claim, key) != key:
                raise NamedTwice(f"{key} and {taken[claim]} both have the {claim[0]} {claim[1]!r}.")
        for field, named in _named(body):
            if named not in bodies:
                raise UnknownBody(
                    f"{key} has {field}: {named!r}. Expected: a key in services/organisations/."
                )


def _named(body: dict) -> list[tuple[str, str]]:
    """(field, key) of every other body that this one names."""
    one = [(field, body[field]) for field in ("part_of", "combined_authority") if body.get(field)]
    return one + [("succeeded_by", key) for key in body.get("succeeded_by", ())]


def _codes(body: dict) -> list[tuple[str, dict]]:
    """(scheme, dated code); in the file one code may stand alone, without dates."""
    return [
        (scheme, one if isinstance(one, dict) else {"code": one})
        for scheme, told in body.get("codes", {}).items()
        for one in (told if isinstance(told, list) else [told])
    ]


def _row(key: str, body: dict) -> Organisation:
    return Organisation(
        key=key,
        prefix=body["prefix"],
        name_en=body["name"]["en"],
        name_cy=body["name"].get("cy", ""),
        kind=body["kind"],
        nation=body["nation"],
        languages=body["languages"],
        homepage=body.get("homepage", ""),
        since=body.get("since"),
        until=body.get("until"),
        part_of_id=body.get("part_of"),
        combined_authority_id=body.get("combined_authority"),
    )


def _write_bodies(bodies: Mapping[str, dict]) -> None:
    there = {row.key: row for row in Organisation.objects.all()}
    rows = [_row(key, body) for key, body in bodies.items()]
    changed = [row for row in rows if row.key not in there or _values(row) != _values(there[row.key])]
    # Foreign keys are checked at the end of the transaction, so one statement may name what is beside it.
    Organisation.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["key"], update_fields=FIELDS
    )


def _values(row: Organisation) -> list[object]:
    return [getattr(row, field) for field in FIELDS]


def _write_codes(bodies: Mapping[str, dict]) -> None:
    wanted = {
        (key, scheme, str(one["code"]), one.get("since"), one.get("until"))
        for key, body in bodies.items()
        for scheme, one in _codes(body)
    }
    fields = ("organisation_id", "scheme", "code", "since", "until")
    there = {row[1:]: row[0] for row in OrganisationCode.objects.values_list("id", *fields)}
    _replace(OrganisationCode, gone=[there[row] for row in there.keys() - wanted], fields=fields,
             new=wanted - there.keys())  # fmt: skip


def _write_successions(bodies: Mapping[str, dict]) -> None:
    succession = Organisation.successors.through
    wanted = {(key, later) for key, body in bodies.items() for later in body.get("succeeded_by", ())}
    fields = ("from_organisation_id", "to_organisation_id")
    there = {row[1:]: row[0] for row in succession.objects.values_list("id", *fields)}
    _replace(succession, gone=[there[row] for row in there.keys() - wanted], fields=fields,
             new=wanted - there.keys())  # fmt: skip


def _replace(model: type[Model], *, gone: list[int], new: Iterable[tuple], fields: Iterable[str]) -> None:
    if gone:
        model.objects.filter(pk__in=gone).delete()
    rows = [dict(zip(fields, row, strict=True)) for row in new]
    model.objects.bulk_create([model(**row) for row in sorted(rows, key=str)])
