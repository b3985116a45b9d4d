"""Read `services/directory/`: what public bodies do, in people's own words, and what life events lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from moothall.ground.organisations.models import NATIONS

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EVERYWHERE = NATIONS["united_kingdom"]
# Which of the bodies around a home does it: `council` is the nearest, `combined` that around several.
TIERS = ("district", "county", "every", "council", "combined")
LANGUAGES = {"en", "cy"}
FIELDS = {"lgsl", "tier", "name", "words", "nations", "by", "here", "page_of"}


class BadDirectory(Exception):
    """The files contradict themselves; every finding is a line with its file."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))


@dataclass(frozen=True)
class Page:
    """A page of whoever provides it, as `where_to_ask` of a service has it."""

    url: str
    name: Mapping[str, str]


@dataclass(frozen=True)
class Listed:
    """A service that somebody provides. `lgsl` is its number in the national list, or None."""

    key: str
    topic: str
    lgsl: int | None
    name: Mapping[str, str]
    words: tuple[str, ...]
    # One of TIERS, or the key of the one body that does it everywhere.
    tier: str
    # Where another does it: key of a body around the home, kind of its council, or nation -> tier or body.
    by: Mapping[str, str]
    nations: tuple[str, ...]
    # The service that a body may have published here, and for each nation the page on which it is asked for.
    here: str
    pages: Mapping[str, Page]


@dataclass(frozen=True)
class Event:
    """What happened in somebody's life, and the services that it leads to, the most pressing first."""

    key: str
    name: Mapping[str, str]
    words: tuple[str, ...]
    leads_to: tuple[str, ...]


@dataclass(frozen=True)
class Directory:
    """All of it: topics in the order in which a page shows them."""

    topics: Mapping[str, Mapping[str, str]]
    services: Mapping[str, Listed]
    events: Mapping[str, Event]
    does: Mapping[str, Mapping[str, str]]

    def bodies_named(self) -> frozenset[str]:
        """The keys of all bodies that a service is said to be provided by."""
        named = {body for one in self.services.values() for body in (one.tier, *one.by.values())}
        return frozenset(named - set(TIERS))


@cache
def directory(folder: Path) -> Directory:
    """What the folder says, read once in this process. Raises BadDirectory."""
    return read_directory(folder)


def read_directory(folder: Path) -> Directory:
    """What the folder says. Raises BadDirectory with all that is wrong in it."""
    topics, services, wrong = {}, {}, []
    for path in sorted(folder.glob("[0-9]*.yaml")):
        told, topic = _read(path), path.stem.partition("_")[2]
        topics[topic] = told["topic"]
        for key, row in told["services"].items():
            faults = _faults(row) + (["is in an earlier file, too"] if key in services else [])
            wrong += [f"{path.name}: {key}: {fault}" for fault in faults]
            if not faults:
                row = row | {"by": told.get("by", {}) | row.get("by", {})}
                services[key] = _listed(key, row, topic=topic, pages=_pages(folder.parent, row))
    events = {key: _event(key, row) for key, row in _read(folder / "events.yaml")["events"].items()}
    for event in events.values():
        for key in event.leads_to:
            if key not in services:
                wrong.append(f"events.yaml: {event.key}: leads to {key}, which no file lists")
    if wrong:
        raise BadDirectory(wrong)
    return Directory(topics, services, events, does=_read(folder / "bodies.yaml")["bodies"])


def _faults(row: Mapping) -> list[str]:
    faults = [f"has {field}, expected {', '.join(sorted(FIELDS))}" for field in row if field not in FIELDS]
    for field in ("name", "words"):
        if set(row.get(field, ())) != LANGUAGES:
            faults.append(f"{field}: expected en: and cy:")
    tier = row.get("tier")
    if tier not in TIERS and not (isinstance(tier, dict) and set(tier) == {"body"}):
        faults.append(f"tier: found {tier!r}, expected {', '.join(TIERS)} or {{body: ...}}")
    for nation in row.get("nations", ()):
        if nation not in EVERYWHERE:
            faults.append(f"nations: found {nation!r}, expected {', '.join(EVERYWHERE)}")
    return faults


def _listed(key: str, row: Mapping, *, topic: str, pages: Mapping[str, Page]) -> Listed:
    tier = row["tier"]
    return Listed(
        key=key,
        topic=topic,
        lgsl=row.get("lgsl"),
        name=row["name"],
        words=_words(row),
        tier=tier["body"] if isinstance(tier, dict) else tier,
        by=row["by"],
        nations=tuple(row.get("nations", EVERYWHERE)),
        here=row.get("here", ""),
        pages=pages,
    )


def _pages(services: Path, row: Mapping) -> dict[str, Page]:
    """Nation -> where to ask, from the service that `page_of` names: no address is written twice."""
    page_of = row.get("page_of", {})
    named = dict.fromkeys(EVERYWHERE, page_of) if isinstance(page_of, str) else page_of
    told = {nation: _read(services / key / "service.yaml")["where_to_ask"] for nation, key in named.items()}
    return {nation: Page(url=one["url"], name=one["name"]) for nation, one in told.items()}


def _event(key: str, row: Mapping) -> Event:
    return Event(key=key, name=row["name"], words=_words(row), leads_to=tuple(row["leads_to"]))


def _words(row: Mapping) -> tuple[str, ...]:
    """Both languages are searched whatever she reads, names included: people mix them."""
    said = (*row["name"].values(), *row["words"]["en"], *row["words"]["cy"])
    return tuple(str(word) for word in said)


def _read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
