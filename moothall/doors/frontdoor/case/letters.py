"""The PDF of a letter that a body sent about her case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.holding import with_her_case
from moothall.doors.kit.paper import pdf_response
from moothall.ground.people.actor import Actor
from moothall.work.cases.models import Case
from moothall.work.notices.queries import paper_of


@require_safe
@with_her_case("letter")
def letter_page(request: HttpRequest, case: Case, actor: Actor, notice: UUID) -> HttpResponse:
    """The letter as it was put on paper. While it is still being made, her case says so."""
    printed = paper_of(notice, about=case.id)
    if printed is None:
        return redirect("frontdoor_case", case.reference)
    return pdf_response(printed.pdf, name=case.reference)
