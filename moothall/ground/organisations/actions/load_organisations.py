"""Load bodies and their codes from `services/organisations/`. Loading twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import yaml
from django.db import transaction

from moothall.ground.organisations.models import Organisation, OrganisationCode


class UnknownParent(Exception):
    """A body says that it is part of one that no file before it names."""


@transaction.atomic
def load_organisations(folder: Path) -> int:
    """Write every body of every file; returns how many there are."""
    bodies = {
        key: body
        for path in sorted(folder.glob("*.yaml"))
        for key, body in yaml.safe_load(path.read_text())["organisations"].items()
    }
    # Whoever is part of nothing comes first, because a district names its county.
    for key, body in sorted(bodies.items(), key=lambda named: "part_of" in named[1]):
        if body.get("part_of", key) not in bodies:
            raise UnknownParent(
                f"{key} is part_of {body['part_of']!r}. Expected: a key in services/organisations/."
            )
        _load(key, body)
    return len(bodies)


def _load(key: str, body: dict) -> None:
    Organisation.objects.update_or_create(
        key=key,
        defaults={
            "prefix": body["prefix"],
            "name_en": body["name"]["en"],
            "name_cy": body["name"].get("cy", ""),
            "kind": body["kind"],
            "nation": body["nation"],
            "homepage": body["homepage"],
            "part_of_id": body.get("part_of"),
        },
    )
    for code in body["codes"]:
        OrganisationCode.objects.update_or_create(
            scheme=code["scheme"],
            code=code["code"],
            since=code.get("since"),
            defaults={"organisation_id": key, "until": code.get("until")},
        )
