"""What happens in a case, and what was decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.holding import about, with_her_case
from moothall.doors.frontdoor.case.review import may_be_asked_about
from moothall.doors.frontdoor.case.telling import (
    corrected_in_words,
    happened,
    results_in_words,
    waiting_for,
)
from moothall.doors.frontdoor.case.tracking import told_of
from moothall.doors.frontdoor.left_to_her import pointers_of
from moothall.doors.kit import current_language, page
from moothall.ground.people.actor import Actor
from moothall.work.applications.queries import application_of, promises_of
from moothall.work.cases.models import Case
from moothall.work.cases.queries import (
    awaited_tasks,
    cases_of,
    letter_of,
    newest_decision,
    read_together,
    timeline,
)
from moothall.work.notices.layout import blocks
from moothall.work.notices.paper import missing
from moothall.work.notices.queries import letters_about


@require_safe
@with_her_case("case")
def case_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """What happens next and by when, what has happened, and what each body was told."""
    together = [case, *cases_of(case.submission).exclude(pk=case.pk)]
    read_together(together, "decisions", "tasks", "reviews")
    decision = newest_decision(case)
    application = application_of(case.submission)
    return page(
        request,
        "frontdoor/case.html",
        {
            **about(case),
            "next": waiting_for(case, awaited_tasks(case)),
            "joined": case.joins_id is not None,
            "happened": happened(case, timeline(case)),
            "promises": told_of(promises_of(case.submission), together, application),
            "left_to_her": pointers_of(application),
            "decision": decision,
            "corrected": corrected_in_words(case, decision),
            "may_ask": may_be_asked_about(decision),
            "letters": list(letters_about(case.id)),
            "can_print": missing() is None,
        },
    )


@require_safe
@with_her_case("decision")
def decision_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """The letter as it was sent, the reasons it rests on, and the law."""
    read_together([case], "decisions", "reviews")
    decision = newest_decision(case)
    if decision is None:
        return redirect("frontdoor_case", case.reference)
    language = current_language()
    letter = decision.letters[language]
    return page(
        request,
        "frontdoor/decision.html",
        {
            **about(case),
            "decision": decision,
            "letter": letter,
            "blocks": blocks(letter["text"]),
            "sent": letter_of(decision),
            "can_print": missing() is None,
            "results": results_in_words(decision, language),
            "trees": list(decision.reasons[language].values()),
            "law": decision.law,
            "corrected": corrected_in_words(case, decision),
            "may_ask": may_be_asked_about(decision),
        },
    )
