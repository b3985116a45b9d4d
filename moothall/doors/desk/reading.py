"""Reading somebody's case is itself something that happened: one entry for each page.

Invariants:
- a case that the officer may not see does not exist for her: the same 404 as for an id that
  was never given out;
- whatever page showed a case, the record names whose data it showed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from moothall.doors.desk.guard import View, officers_only
from moothall.doors.kit.clock import now
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import NotPermitted
from moothall.ground.record import Happened, write, write_all
from moothall.ground.subjects.models import Subject
from moothall.work.cases.models import Case, Task
from moothall.work.cases.queries import case_for


def about_a_case(name: str) -> Callable[[View], View]:
    """Finds the case of the address, and records that the page called `name` showed it."""

    def with_case(view: View) -> View:
        @officers_only
        @wraps(view)
        def viewed(request: HttpRequest, case_id: UUID, **named: object) -> HttpResponse:
            found = case_or_404(request.actor, case_id)
            answer = view(request, found, **named)
            if answer.status_code == 200:
                record_view(found, actor=request.actor, page=name)
            return answer

        return viewed

    return with_case


def case_or_404(actor: Actor, case_id: UUID) -> Case:
    """The case, when this officer may see it; otherwise there is no such case."""
    try:
        return case_for(actor, case_id)
    except (Case.DoesNotExist, NotPermitted):
        raise Http404 from None


def record_view(case: Case, *, actor: Actor, page: str) -> None:
    """Write down that this officer read this case, and whose data was on the page."""
    whose = Subject.objects.filter(facts__case=case.pk).values_list("pk", flat=True).distinct()
    write(
        Happened(
            verb="case.viewed",
            organisation=case.organisation_id,
            service=case.service,
            channel=actor.channel,
            case=case.pk,
            actor=actor,
            at=now(),
            purpose=case.service,
            subjects=[case.subject_id, *whose],
            details={"page": page, "roles": actor.roles_in(case.organisation_id)},
        )
    )


def record_list(tasks: Iterable[Task], *, actor: Actor, page: str) -> None:
    """Write down that this officer read a list of cases: one entry for each organisation in it."""
    by_organisation: dict[str, list[Case]] = {}
    for task in tasks:
        by_organisation.setdefault(task.organisation_id, []).append(task.case)
    write_all(
        [
            Happened(
                verb="case.listed",
                organisation=organisation,
                channel=actor.channel,
                actor=actor,
                at=now(),
                subjects=[case.subject_id for case in cases],
                details={
                    "cases": len(cases),
                    "page": page,
                    "roles": actor.roles_in(organisation),
                },
            )
            for organisation, cases in by_organisation.items()
        ]
    )
