"""Which papers a service asks for beside the answers: `evidence:` in its service.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moothall.engines.facts import Circumstances
from moothall.work.applications.models import Draft

# Values of a fact that no paper is needed for: there is nothing to show.
NOTHING = (0, False, "none", "", None)


@dataclass(frozen=True)
class Paper:
    """One kind of paper: what it is called, and the facts that it supports."""

    key: str
    name: Mapping[str, str]
    hint: Mapping[str, str]
    supports: tuple[str, ...]


def papers_asked(draft: Draft, used: Circumstances) -> list[Paper]:
    """The papers that would support something that she has said. None of them has to be given."""
    return [paper for paper in _papers(draft) if any(_says(used, fact) for fact in paper.supports)]


def papers_named(draft: Draft) -> dict[str, Paper]:
    """Every kind of paper that the service names, by its key."""
    return {paper.key: paper for paper in _papers(draft)}


def _papers(draft: Draft) -> Iterator[Paper]:
    for row in draft.edition.definition.service.get("evidence", ()):
        yield Paper(row["key"], row["name"], row.get("hint", {}), tuple(row["supports"]))


def _says(used: Circumstances, fact: str) -> bool:
    """Whether anybody said something of this fact that a paper could show."""
    holders = [used.household, used.case, *(family.facts for family in used.families)]
    holders += [person.facts for person in used.people()]
    return any(facts.get(fact) not in NOTHING for facts in holders)
