"""Who looked at what is held about her: by role and body, on which day, at what, and for which purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from moothall.doors.kit import current_language, t
from moothall.doors.kit.wording import known_or
from moothall.engines.deadlines.legal import legal_date
from moothall.ground.record.models import Entry
from moothall.ground.record.queries import listings_of, readings_of
from moothall.work.cases.models import Case

LISTED = "case.listed"
# The highest of the roles that somebody held is the one that she reads.
ROLES = ("manager", "team_leader", "caseworker")


@dataclass(frozen=True)
class Looked:
    """One reading of a page; or all of one day that are alike: lists, and pages opened with the key."""

    who: str
    what: str
    at: datetime
    of_day: bool = False


def looked_at(case: Case) -> list[Looked]:
    """Who read the case, the newest first. What is read with its key is told by day, to be recognised."""
    pages = list(readings_of(case.pk, organisation=case.organisation_id))
    lists = list(listings_of(case.subject_id, organisation=case.organisation_id, since=case.opened_at))
    hers = [entry for entry in (*pages, *lists) if _with_her_key(entry)]
    theirs = [
        Looked(who_read(case, one), what_was_read(one), one.at) for one in pages if not _with_her_key(one)
    ]
    alike = _by_day(case, [one for one in lists if not _with_her_key(one)], "frontdoor.looked.lists")
    return sorted(
        [*theirs, *alike, *_by_day(case, hers, "frontdoor.looked.pages")],
        key=lambda one: one.at,
        reverse=True,
    )


def _with_her_key(entry: Entry) -> bool:
    return entry.actor_kind == "resident"


def _by_day(case: Case, entries: Iterable[Entry], counted: str) -> Iterator[Looked]:
    """One line a day for each that reads the same, with how many there were."""
    days: dict[tuple[date, str], list[Entry]] = {}
    for entry in entries:
        days.setdefault((legal_date(entry.at), who_read(case, entry)), []).append(entry)
    for (_, who), read in days.items():
        newest = max(entry.at for entry in read)
        yield Looked(who=who, what=t(counted, count=len(read)), at=newest, of_day=True)


def who_read(case: Case, entry: Entry) -> str:
    """Whoever it was, by role and body; with the key of the case, whoever holds it."""
    if _with_her_key(entry):
        return t("frontdoor.looked.you")
    body = case.organisation.name(current_language())
    if entry.actor_kind == "system":
        return t("frontdoor.looked.system", body=body)
    role = next((role for role in ROLES if role in entry.details.get("roles", ())), "officer")
    return t(f"frontdoor.looked.{role}", body=body)


def what_was_read(entry: Entry) -> str:
    """The page that was read, in words."""
    if entry.verb == LISTED:
        return t("frontdoor.looked.list")
    return known_or(f"frontdoor.looked.page.{entry.details.get('page')}", t("frontdoor.looked.page.other"))
