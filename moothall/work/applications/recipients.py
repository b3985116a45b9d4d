"""Who is to be told of what in one submission, and how each gets to know.

A body that this node works for is told in the transaction of sending; a body of another node by delivery; and
a body that is on neither is for the resident to tell, which her pages say. Nothing is promised for that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from moothall.engines.facts import Vocabulary
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import offered_by
from moothall.ground.organisations.models import Organisation
from moothall.ground.organisations.queries import DISTRICTS
from moothall.work.applications.models import Draft
from moothall.work.applications.other_nodes import other_nodes

# In two tiers the lower council is a district and the upper one its county; elsewhere one council is both.
UPPER = tuple(kind for kind in ("county", *DISTRICTS) if kind != "district")
TIERS = {"council": DISTRICTS, "upper_council": UPPER}


@dataclass(frozen=True)
class Recipient:
    """One service of one body. `edition` is set when it is told here, `node` when it is told elsewhere."""

    service: str
    words: Mapping  # its service.yaml
    body: Organisation | None = None  # None: she named a body that nobody here knows
    edition: Edition | None = None
    node: str = ""

    vocabulary: Vocabulary | None = None
    of_many: bool = False  # whether an interview for many bodies tells it

    @property
    def is_told(self) -> bool:
        """Whether anything is promised; otherwise she tells it herself."""
        return self.edition is not None or bool(self.node)


def recipients_of(draft: Draft, plain: Mapping) -> list[Recipient]:
    """Everybody concerned by these answers in their plain form, the service she asked for first."""
    if draft.edition.definition.tells_others:
        return list(_concerned(draft, plain))
    offered = offered_by(draft.serving)
    own = next(e for e in offered if (e.service, e.organisation_id) == (draft.service, draft.organisation_id))
    wished = [row["service"] for row in own.definition.service.get("tells", []) if _wished(row, plain)]
    editions = [own, *(edition for edition in offered if edition.service in wished)]
    return [
        Recipient(e.service, e.definition.service, e.organisation, e, vocabulary=e.definition.vocabulary)
        for e in editions
    ]


def reached_by(draft: Draft) -> frozenset[str]:
    """The keys of the bodies for which sending acts: those that serve her homes, and a landlord she named.

    A landlord serves no address, so only her answer says that it is concerned. One that this node does not
    work for is not among them: nothing is written for it here.
    """
    definition, said = draft.edition.definition, draft.answers["household"]
    rows = _by_name(definition, said) if definition.tells_others else []
    named = {_plainly(said[row["named_by"]]) for row in rows if row["named_by"] in said}
    if not named:
        return frozenset(draft.serving)
    found = _bodies(draft, sorted(named))
    return frozenset(draft.serving) | {found[name].key for name in named & set(found) if found[name].hosted}


def left_to_her(draft: Draft, recipients: Sequence[Recipient]) -> list[dict[str, str]]:
    """The bodies that nobody tells for her, and the links of the service."""
    bodies = [
        {"service": one.service, "organisation": one.body.key if one.body else ""}
        for one in recipients
        if not one.is_told
    ]
    return bodies + [{"link": link["key"]} for link in draft.edition.definition.service.get("points_to", [])]


def _wished(row: Mapping, plain: Mapping) -> bool:
    return any(plain.get(place, {}).get(row["when"]) is True for place in ("household", "case"))


def _concerned(draft: Draft, plain: Mapping) -> Iterator[Recipient]:
    definition, said = draft.edition.definition, plain["household"]
    rows = [row for row in definition.service["tells"] if _holds(row, said)]
    bodies = _bodies(draft, [said[row["named_by"]] for row in _by_name(definition, said)])
    concerned = {body.key for body in bodies.values()}
    offered = {(e.service, e.organisation_id): e for e in offered_by(concerned)}
    reached = other_nodes().reached()
    for row in rows:
        for body in _told_by(row, definition, said, draft.ends, bodies):
            yield _recipient(row["service"], body, definition, offered, reached)


def _recipient(
    service: str,
    body: Organisation | None,
    definition: Definition,
    offered: Mapping[tuple[str, str], Edition],
    reached: Mapping[str, str],
) -> Recipient:
    key = body.key if body else ""
    edition = offered.get((service, key))
    words = edition.definition.service if edition else definition.words_of(service)
    node = "" if edition else reached.get(key, "")
    return Recipient(service, words, body, edition, node, definition.vocabulary, of_many=True)


def _holds(row: Mapping, said: Mapping) -> bool:
    return all(said.get(fact) in values for fact, values in row.get("when", {}).items())


def _by_name(definition: Definition, said: Mapping) -> list[Mapping]:
    """The rows of `tells:` that come to a body which she names."""
    return [row for row in definition.service["tells"] if "named_by" in row and _holds(row, said)]


def _bodies(draft: Draft, named: Sequence[str]) -> dict[str, Organisation]:
    """Every body of both homes by its key, and each landlord by the name she gave; nothing is guessed."""
    keys = {key for serving in draft.ends.values() for key in serving}
    wanted = Q(pk__in=keys)
    for name in named:
        wanted |= Q(kind="association", name_en__iexact=name.strip())
    found = list(Organisation.objects.filter(wanted))
    return {body.key: body for body in found} | {_plainly(body.name_en): body for body in found}


def _plainly(name: str) -> str:
    return name.strip().casefold()


def _told_by(
    row: Mapping,
    definition: Definition,
    said: Mapping,
    ends: Mapping[str, Sequence[str]],
    bodies: Mapping[str, Organisation],
) -> list[Organisation | None]:
    """The bodies that one row of `tells:` comes to, each once."""
    if "named_by" in row:
        return [bodies.get(_plainly(said[row["named_by"]]))]
    at_each = {end: _of_tier(row["by"], ends[end], bodies) for end in ends}
    if "same" in row and row["same"] is not (len(set(at_each.values())) == 1):
        return []
    nations = {end: said[facts["nation"]] for end, facts in definition.service["ends"].items()}
    here = [at_each[end] for end in row["at"] if nations[end] in row["in"]]
    return [body for body in dict.fromkeys(here) if body is not None]


def _of_tier(by: str, serving: Sequence[str], bodies: Mapping[str, Organisation]) -> Organisation | None:
    """The body of that tier among those that serve a home, nearest first."""
    there = [bodies[key] for key in serving]
    if by == "upper_council" and (county := next((one for one in there if one.kind == "county"), None)):
        return county
    return next((body for body in there if body.kind in TIERS[by]), None)
