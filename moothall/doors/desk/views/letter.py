"""Deciding, second page: the letter exactly as the resident will read it, and the signature."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.desk.departure import Intent, forget_intent, intent_of
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.reading import about_a_case
from moothall.doors.desk.shown.deciding import outcome_words
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.paper import pdf_response
from moothall.work.cases import actions, queries
from moothall.work.cases.actions import Proposal
from moothall.work.cases.models import Case
from moothall.work.notices.layout import blocks
from moothall.work.notices.paper import missing
from moothall.work.notices.queries import paper_of


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case("letter")
def letter(request: HttpRequest, case: Case) -> HttpResponse:
    """Before the decision its letter as it would be; afterwards the letter that was sent."""
    intent = intent_of(request, case)
    if intent is None:
        return _sent(request, case)
    try:
        proposal = actions.propose(case, today=today(), departure=intent.as_departure())
        if request.method == "POST" and request.POST.get("read") == seal(proposal):
            return _sign(request, case, intent)
    except actions.FactMissing:
        return redirect("desk:decide", case.pk)
    except (actions.ChangedMeanwhile, actions.NothingToDecide):
        forget_intent(request, case)
        return meanwhile(request, queries.case_for(request.actor, case.pk))
    return _preview(request, case, proposal)


@require_safe
@about_a_case("paper")
def paper(request: HttpRequest, case: Case, notice: UUID) -> HttpResponse:
    """The PDF of a letter about this case; while it is being made, the page of the letter says so."""
    printed = paper_of(notice, about=case.pk)
    return pdf_response(printed.pdf, name=case.reference) if printed else redirect("desk:letter", case.pk)


def laid_out(letters: Mapping[str, Mapping]) -> dict[str, dict]:
    """The letters by language, each with the parts of its text beside it."""
    return {language: {**letter, "blocks": blocks(letter["text"])} for language, letter in letters.items()}


def seal(proposal: Proposal) -> str:
    """A mark of the exact words. An officer signs what she read: other words are shown to her again."""
    return hashlib.sha256(json.dumps(proposal.letters, sort_keys=True).encode()).hexdigest()


def _preview(request: HttpRequest, case: Case, proposal: Proposal) -> HttpResponse:
    context = {
        "case": case,
        "letters": laid_out(proposal.letters),
        "outcome": outcome_words(case, proposal.outcome),
        "departs": proposal.departure is not None,
        "read": seal(proposal),
        "changed": request.method == "POST",
    }
    return desk_page(request, "desk/letter.html", context)


def _sign(request: HttpRequest, case: Case, intent: Intent) -> HttpResponse:
    actions.decide(
        case.pk,
        actor=request.actor,
        revision=intent.revision,
        today=today(),
        now=now(),
        departure=intent.as_departure(),
    )
    forget_intent(request, case)
    return redirect("desk:case", case.pk)


def _sent(request: HttpRequest, case: Case) -> HttpResponse:
    """The letters of the decision that stands; without one, the page where a decision begins."""
    decision = queries.newest_decision(case)
    if decision is None or request.method == "POST":
        return redirect("desk:case" if decision else "desk:decide", case.pk)
    context = {
        "case": case,
        "letters": laid_out(decision.letters),
        "decision": decision,
        "sent": queries.letter_of(decision),
        "lacking": missing(),
        "outcome": outcome_words(case, decision.outcome),
    }
    return desk_page(request, "desk/letter.html", context)
