"""The SQL twin of the policies: which rows of a list an actor may see.

Each function here says in columns what `policies/*.cedar` says of `case.view`,
`task.view` and `notice.view`. Whoever changes one changes the other: a property test
asks both about the same random rows and demands the same answer.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model, Q

from moothall.ground.people.actor import Actor
from moothall.ground.people.may import UnknownThing

NOTHING = Q(pk__in=[])
OFFICERS_WORK = ("officer", "team_leader")


def visible_to(actor: Actor, model: type[Model]) -> Q:
    """A filter for that model's rows. Give it to a queryset; the wall still applies as well."""
    try:
        twin = _TWINS[model._meta.model_name]
    except KeyError:
        raise UnknownThing(f"The policies do not speak of {model.__name__}.") from None
    return twin(actor)


def _cases(actor: Actor) -> Q:
    if actor.kind in {"officer", "system"}:
        return Q(organisation_id__in=actor.organisations)
    if actor.kind == "resident":
        return Q(pk__in=actor.cases)
    return NOTHING


def _tasks(actor: Actor) -> Q:
    if actor.kind == "officer":
        return Q(organisation_id__in=actor.organisations, role__in=OFFICERS_WORK)
    if actor.kind == "system":
        return Q(organisation_id__in=actor.organisations)
    if actor.kind == "resident":
        return Q(role="resident", case_id__in=actor.cases)
    return NOTHING


def _notices(actor: Actor) -> Q:
    if actor.kind == "officer":
        return Q(organisation_id__in=actor.organisations) & ~Q(kind__startswith="draft.")
    if actor.kind == "system":
        return Q(organisation_id__in=actor.organisations)
    if actor.kind == "resident":
        return Q(about__in=actor.cases)
    return NOTHING


_TWINS: dict[str, Callable[[Actor], Q]] = {"case": _cases, "task": _tasks, "notice": _notices}
