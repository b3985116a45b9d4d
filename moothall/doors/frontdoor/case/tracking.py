"""Every body that one submission told: where each stands, by when, and how long she has waited for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.formats import in_words
from moothall.engines.deadlines.legal import legal_date
from moothall.ground.catalogue.queries import newest_of
from moothall.work.applications.models import Application, Promise
from moothall.work.cases.models import CORRECT, Case
from moothall.work.cases.queries import awaited_tasks


@dataclass(frozen=True)
class Told:
    """What one body was told, and what it has done about it."""

    body: str
    homepage: str
    service: str
    reference: str
    status: str
    state: str
    is_here: bool  # its case can be opened on these pages
    decides_by: date | None
    overdue: bool  # that day has passed
    acts: bool  # decided already: what is due is the work that it sets off
    opens_by: date | None  # of a body elsewhere that has not answered
    came_late: bool
    due_on: date
    waited: str  # how many days, while something is still waited for
    took: str  # and once it is over
    refused: str
    there: str  # how the case stands at a body elsewhere, as that said last


def told_of(
    promises: Iterable[Promise], cases: Iterable[Case], application: Application | None = None
) -> list[Told]:
    """Every promise of one submission. `application` names what a body of another node was told for."""
    here, each = {case.id: case for case in cases}, list(promises)
    names = _names_of_services(each, application)
    return [_told(promise, here.get(promise.case), name) for promise, name in zip(each, names, strict=True)]


def _told(promise: Promise, case: Case | None, service: str) -> Told:
    language = current_language()
    waits = promise.status in ("waiting", "late")
    decides_by = _decides_by(case) if case else None
    over, body = _over(promise, case), promise.to or promise.organisation
    days = _days(promise.made_at, over or now())
    return Told(
        body=body.name(language),
        homepage=body.homepage,
        service=service,
        # That of a case which is nowhere would send her to a body that does not know it.
        reference="" if promise.status == "refused" else promise.said_reference or promise.reference,
        status=promise.status,
        state=t(f"frontdoor.promise.{'decided' if case and over else promise.status}"),
        is_here=case is not None,
        decides_by=decides_by,
        overdue=decides_by is not None and decides_by < today(),
        acts=case is not None and case.status == "decided",
        opens_by=promise.due_on if waits else None,
        came_late=bool(promise.to_id and promise.kept_at and legal_date(promise.kept_at) > promise.due_on),
        due_on=promise.due_on,
        waited="" if over else days,
        took=days if over and promise.status != "refused" else "",
        refused=t(f"frontdoor.refused.{promise.refused_for}") if promise.status == "refused" else "",
        there=_there(promise),
    )


def _there(promise: Promise) -> str:
    """What a body of another node said of its case last, and when: here nobody can look."""
    if not promise.said_status:
        return ""
    decided = in_words(promise.said_decided_on) if promise.said_decided_on else ""
    return t(f"frontdoor.there.{promise.said_status}", on=in_words(promise.said_at), decided=decided)


def _over(promise: Promise, case: Case | None) -> datetime | None:
    """When the waiting ended: with the decision here; with the answer of a body elsewhere."""
    if case is not None:
        return min((decision.decided_at for decision in case.decisions.all()), default=None)
    return promise.kept_at or promise.refused_at if promise.to_id else None


def _names_of_services(promises: list[Promise], application: Application | None) -> list[str]:
    """What each promise is of: as its body here calls it, or as the service that she sent it in does."""
    language, names = current_language(), []
    editions = newest_of([(one.service, one.organisation_id) for one in promises])
    for promise in promises:
        edition = editions.get((promise.service, promise.organisation_id))
        if promise.to_id is None and edition is not None:
            words = edition.card
        else:
            words = application.edition.definition.words_of(promise.service) if application else {}
        names.append(in_language_of(words.get("name"), language))
    return names


def _days(since: datetime, until: datetime) -> str:
    days = (legal_date(until) - legal_date(since)).days
    if days < 1:
        return t("frontdoor.told.no_days")
    return t("frontdoor.told.one_day") if days == 1 else t("frontdoor.told.days", count=days)


def _decides_by(case: Case) -> date | None:
    """The first day on which something is due in it; none where no law sets one."""
    return min(
        (
            task.due_on
            for task in awaited_tasks(case)
            if task.due_on and task.role != "resident" and task.node != CORRECT
        ),
        default=None,
    )
