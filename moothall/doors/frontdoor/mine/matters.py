"""Each thing that a body deals with for her: how it stands, whose turn it is, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from moothall.doors.frontdoor.case.telling import Waiting, waiting_for
from moothall.doors.frontdoor.case.tracking import told_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.engines.deadlines.legal import legal_date
from moothall.ground.people.actor import Actor
from moothall.work.applications.models import Promise
from moothall.work.applications.queries import application_of, unopened_promises
from moothall.work.cases.hers import cases_of_hers, waiting_in
from moothall.work.cases.models import Case, Task

OVER = ("closed",)


@dataclass(frozen=True)
class Matter:
    """One matter at one body. `status` is a code and `state` its words; `by` is a legal date."""

    body: str
    service: str
    reference: str
    status: str
    state: str
    asked_on: date
    next: tuple[Waiting, ...] = ()
    may: tuple[Waiting, ...] = ()
    by: date | None = None
    late: bool = False
    says: str = ""  # what a body elsewhere said
    opens: bool = True  # whether there is a case of it to open here

    @property
    def turn(self) -> str:
        """Whose turn it is, as a code: of the body, hers, or nobody's."""
        if self.status == "refused":
            return "you"
        return "body" if self.next or not (self.opens or self.over) else "nobody"

    @property
    def over(self) -> bool:
        return self.status in OVER and not self.next


def matters_of(actor: Actor, *, today: date) -> list[Matter]:
    """Everything that the actor holds a key of: what is due soonest first, and what is over last."""
    cases = list(cases_of_hers(actor))
    waiting = waiting_in(cases)
    found = [_matter(case, waiting[case.pk], today=today) for case in cases]
    found += [_promised(promise) for promise in _promises_beside(cases)]
    return sorted(found, key=lambda one: (one.over, not one.next, one.by or date.max, one.service))


def promises_elsewhere(actor: Actor) -> list[Promise]:
    """What bodies promised with her cases, and of which there is no case of hers here."""
    return list(_promises_beside(list(cases_of_hers(actor))))


def _promises_beside(cases: Sequence[Case]) -> Iterable[Promise]:
    return unopened_promises({case.submission for case in cases}, opened=[case.pk for case in cases])


def _matter(case: Case, tasks: Sequence[Task], *, today: date) -> Matter:
    lines = waiting_for(case, tasks)
    theirs = tuple(line for line in lines if not line.hers)
    by = min((line.by for line in theirs if line.by), default=None)
    return Matter(
        body=case.organisation.name(current_language()),
        service=in_language_of(case.edition.card["name"], current_language()),
        reference=case.reference,
        status=case.status,
        state=t(f"frontdoor.status.{case.status}"),
        asked_on=case.claimed_on,
        next=theirs,
        may=tuple(line for line in lines if line.hers),
        by=by,
        late=by is not None and by < today,
    )


def _promised(promise: Promise) -> Matter:
    """What a body has promised, or a body elsewhere has opened: here there is no case of it to open."""
    [told] = told_of([promise], (), application_of(promise.submission))
    return Matter(
        body=told.body,
        service=told.service,
        reference=told.reference,
        status="closed" if promise.said_status == "closed" else promise.status,
        state=t(f"frontdoor.mine.promise.{promise.status}"),
        says=" ".join(filter(None, (f"{told.state}.", told.refused, told.there))),
        asked_on=legal_date(promise.made_at),
        by=told.opens_by,
        late=promise.status == "late",
        opens=False,
    )
