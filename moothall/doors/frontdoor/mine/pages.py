"""The list of everything of hers, and what one body holds about her."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.finding import finding_fields
from moothall.doors.frontdoor.case.holding import about, with_her_case
from moothall.doors.frontdoor.mine.corrections import asking_shown
from moothall.doors.frontdoor.mine.known import kept_for, known_about
from moothall.doors.frontdoor.mine.looked import looked_at
from moothall.doors.frontdoor.mine.matters import matters_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import now, today
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor, resident
from moothall.ground.people.held_cases import held_cases
from moothall.ground.record import Happened, write_all
from moothall.work.cases.corrections import corrections_in
from moothall.work.cases.hers import cases_of_hers, statements_for_her
from moothall.work.cases.models import Case
from moothall.work.cases.papers import papers_of_case
from moothall.work.notices.queries import letters_about


@require_safe
def mine_page(request: HttpRequest) -> HttpResponse:
    """Every matter whose key this session has shown, and a way to add another; without any, what helps."""
    actor = resident(held_cases(request))
    with acting_for(actor.organisations):
        matters = matters_of(actor, today=today())
        _record_list(cases_of_hers(actor), actor=actor)
        return page(request, "frontdoor/mine.html", {"matters": matters, "fields": finding_fields("")})


@require_safe
@with_her_case("held")
def held_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """What this body holds about her in this case, from whom, for what and how long; and who has looked."""
    return page(request, "frontdoor/held.html", {**about(case), **held_in(case)})


def held_in(case: Case) -> dict[str, object]:
    """All that is held in one case, as both the page and the copy to print show it."""
    service, language = case.edition.definition.service, current_language()
    return {
        "known": known_about(case, statements_for_her(case)),
        "purpose": in_language_of(service["purpose"], language),
        "law": service["legal_basis"],
        "kept_for": kept_for(case),
        "corrections": [asking_shown([one], here=case) for one in corrections_in(case)],
        "looked": looked_at(case),
        "letters": list(letters_about(case.pk)),
        "papers": papers_of_case(case),
    }


def _record_list(cases: Iterable[Case], *, actor: Actor) -> None:
    """A list that names her matters was read: one entry for each body in it."""
    by_body: dict[str, list[Case]] = {}
    for case in cases:
        by_body.setdefault(case.organisation_id, []).append(case)
    listed = [
        Happened(
            verb="case.listed",
            organisation=body,
            channel=actor.channel,
            actor=actor,
            subjects=[case.subject_id for case in cases],
            details={"cases": len(cases), "page": "mine"},
        )
        for body, cases in by_body.items()
    ]
    write_all(listed, now=now())
