"""The people of these tests, and stand-ins for the rows of the rooms above.

A row here has only the columns that the policies mention. The rooms above own the real
ones; `test_visible_to.py` asks the real tables whether they have these columns.
"""

from __future__ import annotations

import uuid
from types import SimpleNamespace

from moothall.ground.people.actor import Actor, Held, other_node, resident, system


def row(model: str, /, **columns: object) -> SimpleNamespace:
    columns.setdefault("pk", uuid.uuid4())
    return SimpleNamespace(_meta=SimpleNamespace(model_name=model), **columns)


def case(organisation: str = "canterbury") -> SimpleNamespace:
    return row("case", organisation_id=organisation)


def task(role: str = "officer", organisation: str = "canterbury", of: object = None) -> SimpleNamespace:
    return row("task", organisation_id=organisation, case_id=of or uuid.uuid4(), role=role)


def notice(organisation: str = "canterbury", about: object = None, kind: str = "decision") -> SimpleNamespace:
    return row("notice", organisation_id=organisation, about=about or uuid.uuid4(), kind=kind)


def body(key: str = "canterbury") -> SimpleNamespace:
    return row("organisation", pk=key)


def officer_with(*roles: tuple[str, str]) -> Actor:
    held = frozenset(Held(organisation, role) for organisation, role in roles)
    return Actor(
        kind="officer", id="1", roles=held, organisations=frozenset(one.organisation for one in held)
    )


MEENA = officer_with(("canterbury", "caseworker"))
GWEN = officer_with(("canterbury", "team_leader"))
OMAR = officer_with(("canterbury", "manager"))
TOM = officer_with(("thanet", "caseworker"))
TOM_LEADS = officer_with(("thanet", "team_leader"))
WORKER = system("canterbury")
WORKER_OF_THANET = system("thanet")
NODE = other_node("deal-node", may_tell=["canterbury"])
NODE_FOR_THANET = other_node("deal-node", may_tell=["thanet"])


def holder_of(*cases: SimpleNamespace) -> Actor:
    return resident({str(one.pk): one.organisation_id for one in cases})
