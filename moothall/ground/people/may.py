"""May this actor do that to this thing? Cedar decides, from the files in `policies/`.

Invariants:
- what no policy permits is refused, and a `forbid` beats every `permit`;
- the files are parsed once for each process, never for each question;
- a policy looks only at columns kept on the row, so that `visible_to` can say the same in SQL;
- a verb or a kind of thing that the schema does not know is a mistake of ours: an error, not a no.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import cedarpy
from django.core.exceptions import PermissionDenied

from moothall.ground.people.actor import Actor

POLICIES = Path(__file__).with_name("policies")

# For each kind of thing: its name in the policies, and which column holds each attribute.
THINGS: dict[str, tuple[str, dict[str, str]]] = {
    "case": ("Case", {"key": "pk", "organisation": "organisation_id"}),
    "task": ("Task", {"organisation": "organisation_id", "case": "case_id", "role": "role"}),
    "notice": ("Notice", {"organisation": "organisation_id", "about": "about", "kind": "kind"}),
    "organisation": ("Organisation", {"organisation": "pk"}),
}
_KINDS = {
    "officer": "Officer",
    "resident": "Resident",
    "system": "Worker",
    "node": "Node",
    "nobody": "Nobody",
}


class NotPermitted(PermissionDenied):
    """The policies do not permit this actor that verb on this thing.

    The message holds no name and no id, because it may reach a log.
    """

    def __init__(self, actor: Actor, verb: str) -> None:
        super().__init__(f"An actor of kind {actor.kind} may not {verb} here.")
        self.verb = verb


class UnknownVerb(LookupError):
    """Code asked about a verb that `policies/schema.cedarschema` does not declare."""


class UnknownThing(LookupError):
    """Code asked about a kind of row that the policies do not know."""


class _Loaded(NamedTuple):
    policies: cedarpy.PolicySet
    verbs: frozenset[str]


def require(actor: Actor, verb: str, thing: Any) -> None:
    """Raise NotPermitted unless the policies permit it. Every action begins with this."""
    if not may(actor, verb, thing):
        raise NotPermitted(actor, verb)


def may(actor: Actor, verb: str, thing: Any) -> bool:
    """Whether the policies permit it. `thing` is a row: a case, a task, a notice or a body."""
    loaded = _load()
    if verb not in loaded.verbs:
        raise UnknownVerb(f"{verb!r} is not declared in {POLICIES.name}/schema.cedarschema.")
    resource = _resource(thing)
    principal = _principal(actor)
    question = {
        "principal": principal["uid"],
        "action": {"type": "Action", "id": verb},
        "resource": resource["uid"],
    }
    return cedarpy.is_authorized(question, loaded.policies, json.dumps([principal, resource])).allowed


def policy_text() -> str:
    """All policies as one text, in the order of their files' names."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(POLICIES.glob("*.cedar")))


def schema_text() -> str:
    """What the policies may speak of."""
    return (POLICIES / "schema.cedarschema").read_text(encoding="utf-8")


@cache
def _load() -> _Loaded:
    declared = re.findall(r"^action\s+([^{;]*?)\s+appliesTo", schema_text(), flags=re.MULTILINE)
    verbs = frozenset(verb for names in declared for verb in re.findall(r'"([^"]+)"', names))
    return _Loaded(cedarpy.PolicySet.from_str(policy_text()), verbs)


def _principal(actor: Actor) -> dict:
    attributes: dict[str, list[str]] = {}
    if actor.kind == "officer":
        attributes = {
            "organisations": sorted(actor.organisations),
            "caseworker_in": sorted(actor.where("caseworker")),
            "team_leader_in": sorted(actor.where("team_leader")),
            "manager_in": sorted(actor.where("manager")),
        }
    elif actor.kind == "resident":
        attributes = {"cases": sorted(actor.cases)}
    elif actor.kind == "system":
        attributes = {"organisations": sorted(actor.organisations)}
    elif actor.kind == "node":
        attributes = {"may_tell": sorted(actor.organisations)}
    return {"uid": {"type": _KINDS[actor.kind], "id": actor.id}, "attrs": attributes, "parents": []}


def _resource(thing: Any) -> dict:
    try:
        kind, columns = THINGS[thing._meta.model_name]
    except (AttributeError, KeyError):
        raise UnknownThing(f"The policies do not speak of {type(thing).__name__}.") from None
    attributes = {name: str(getattr(thing, column)) for name, column in columns.items()}
    return {"uid": {"type": kind, "id": str(thing.pk)}, "attrs": attributes, "parents": []}
