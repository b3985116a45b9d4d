"""Who is acting: an officer, a resident, the system's own worker, another node, or nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from django.http import HttpRequest
from django.utils import timezone

from moothall.engines.deadlines.legal import legal_date
from moothall.ground.people.held_cases import held_cases
from moothall.ground.people.models import Account, Role
from moothall.ground.people.second_factor import proved_twice


class Held(NamedTuple):
    """A role in force: what, for whom."""

    organisation: str
    role: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who does something, with all that the policies need to know of them.

    `organisations` are those the actor may act for: give them to `acting_for`. `cases` are
    the ids (as text) of the cases whose key a resident showed. `id` is what the record
    turns into a pseudonym; it is never shown.
    """

    kind: Literal["officer", "resident", "system", "node", "nobody"]
    id: str = ""
    account: Account | None = None
    organisations: frozenset[str] = frozenset()
    roles: frozenset[Held] = frozenset()
    cases: frozenset[str] = frozenset()
    channel: str = "web"

    def where(self, *roles: str) -> frozenset[str]:
        """The organisations in which the actor holds one of these roles."""
        return frozenset(held.organisation for held in self.roles if held.role in roles)

    def roles_in(self, organisation: str) -> list[str]:
        """The roles that the actor holds there, in alphabetical order."""
        return sorted(held.role for held in self.roles if held.organisation == organisation)


NOBODY = Actor(kind="nobody")


def officer(account: Account, *, today: date) -> Actor:
    """The account with the roles that it holds on that legal date, working at the desk.

    An account without a role today is nobody: signing in by itself opens nothing.
    """
    held = Role.objects.held_on(today).filter(account=account)
    roles = frozenset(Held(*pair) for pair in held.values_list("organisation_id", "role"))
    if not (roles and account.is_active):
        return NOBODY
    return Actor(
        kind="officer",
        id=str(account.pk),
        account=account,
        organisations=frozenset(held.organisation for held in roles),
        roles=roles,
        channel="desk",
    )


def resident(cases: dict[str, str], *, channel: str = "web") -> Actor:
    """Someone holding the keys of these cases: case id to organisation key."""
    if not cases:
        return NOBODY
    return Actor(
        kind="resident",
        # Who she is was never asked. To the record she is "who holds the key of this case".
        id=next(reversed(cases)),
        organisations=frozenset(cases.values()),
        cases=frozenset(cases),
        channel=channel,
    )


def system(*organisations: str) -> Actor:
    """The worker loop or a command, acting for these organisations only."""
    return Actor(kind="system", id="worker", organisations=frozenset(organisations), channel="system")


def other_node(name: str, *, may_tell: Iterable[str]) -> Actor:
    """Another node that proved itself, and the bodies of ours that it may tell."""
    return Actor(kind="node", id=name, organisations=frozenset(may_tell), channel="system")


def actor_of(request: HttpRequest, *, today: date | None = None) -> Actor:
    """Who sent this request: asked of the database once, then kept on the request.

    Roles are those held on the legal date `today`; without one, on the date of the request.

    An account that has proved itself only once (a password, no second factor) is nobody,
    whatever roles it holds.
    """
    if not hasattr(request, "_actor"):
        request._actor = _find_actor(request, today=today or legal_date(timezone.now()))
    return request._actor


def _find_actor(request: HttpRequest, *, today: date) -> Actor:
    if request.user.is_authenticated:
        return officer(request.user, today=today) if proved_twice(request) else NOBODY
    return resident(held_cases(request))
