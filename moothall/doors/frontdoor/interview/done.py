"""What came of sending: her reference and key, and what happens next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.tracking import told_of
from moothall.doors.frontdoor.interview.doors import is_sent, with_draft
from moothall.doors.frontdoor.interview.way import way_of
from moothall.doors.frontdoor.left_to_her import pointers_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.held_cases import held_cases, hold_case
from moothall.work.applications.case_key import case_key
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import application_of, promises_of, told
from moothall.work.cases.actions.decide_at_once import decides_at_once
from moothall.work.cases.mark import mark_of_case
from moothall.work.cases.models import Case
from moothall.work.cases.queries import cases_of, newest_decision


@require_safe
@with_draft
def done_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Her reference and key, who was told what, and by when they have to decide."""
    if not is_sent(draft):
        with acting_for({draft.organisation_id}):
            return redirect(way_of(draft, today=today()).next_address())
    _open_her_cases(request, draft)
    # Not all of them serve her address: a landlord was told because she named it.
    with acting_for({draft.organisation_id, *(one.organisation for one in told(draft.application))}):
        cases = list(cases_of(draft.id))
        application = application_of(draft.id)
        bodies = told_of(promises_of(draft.id), cases, application)
        left = pointers_of(application)
        marks = [mark_of_case(case) for case in cases]
        decided = _decided_at_once(cases, draft)
    shown = {
        "brand": draft.organisation.name(current_language()),
        "not_adopted": next((mark[current_language()] for mark in marks if mark), None),
        "many": draft.edition.definition.tells_others,
        "reference": draft.application.reference,
        "case_key": case_key(draft.id),
        "sent_at": draft.application.submitted_at,
        "bodies": bodies,
        "decided": decided,
        "left_to_her": left,
    }
    return page(request, "frontdoor/done.html", shown)


def _decided_at_once(cases: list[Case], draft: Draft) -> str | None:
    """What the rules decided of her own matter as she sent it; None where a person decides."""
    own = next((case for case in cases if case.reference == draft.application.reference), None)
    decision = newest_decision(own) if own and decides_at_once(own.edition.definition.process) else None
    if decision is None:
        return None
    language, outcomes = current_language(), own.edition.definition.service["outcomes"]
    said = in_language_of(outcomes[decision.outcome], language)
    return t("frontdoor.at_once.done", body=own.organisation.name(language), outcome=said)


def _open_her_cases(request: HttpRequest, draft: Draft) -> None:
    """Whoever sent a claim holds its key: she need not type it to follow it from here."""
    held = held_cases(request)
    for one in told(draft.application):
        if one.case not in held:
            hold_case(request, case=one.case, organisation=one.organisation)
