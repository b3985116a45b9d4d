"""Who may see a case at this door: whoever has shown its key, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language
from moothall.doors.kit.clock import now
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor, resident
from moothall.ground.people.held_cases import held_cases
from moothall.ground.record import Happened, write
from moothall.work.cases.mark import mark_of_case
from moothall.work.cases.models import Case
from moothall.work.cases.queries import case_of_hers

View = Callable[..., HttpResponse]


def with_her_case(page_name: str) -> Callable[[View], View]:
    """Gives the view the case whose key this session has shown. Anyone else learns nothing of it.

    An officer who is signed in as well acts here as a resident: this door gives no other rights.
    Reading a case is an entry of the record, whoever reads it.
    """

    def with_case(view: View) -> View:
        @wraps(view)
        def page_of_case(request: HttpRequest, reference: str, **named: object) -> HttpResponse:
            actor = resident(held_cases(request))
            with acting_for(actor.organisations):
                case = case_of_hers(actor, reference)
                if case is None:
                    return redirect("frontdoor_find_case")
                answer = view(request, case, actor, **named)
                if answer.status_code == 200:
                    record_view(case, actor=actor, page_name=page_name)
                return answer

        return page_of_case

    return with_case


def record_view(case: Case, *, actor: Actor, page_name: str) -> None:
    """Write down that somebody with its key read this case, on the page of that name."""
    viewed = Happened(
        verb="case.viewed",
        organisation=case.organisation_id,
        service=case.service,
        channel=actor.channel,
        purpose=case.service,
        case=case.id,
        actor=actor,
        at=now(),
        subjects=[case.subject_id],
        details={"page": page_name},
    )
    write(viewed)


def about(case: Case) -> dict[str, object]:
    """What every page of a case shows: whose it is, of which service, under which reference."""
    language, mark = current_language(), mark_of_case(case)
    return {
        "case": case,
        "not_adopted": mark[language] if mark else None,
        "reference": case.reference,
        "brand": case.organisation.name(language),
        "service": in_language_of(case.edition.card["name"], language),
    }
