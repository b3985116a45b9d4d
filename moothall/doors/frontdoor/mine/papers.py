"""A paper that she gave with a case, to be saved again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.holding import with_her_case
from moothall.doors.kit.paper import given_response
from moothall.ground.people.actor import Actor
from moothall.work.cases.models import Case
from moothall.work.cases.papers import paper_of_case


@require_safe
@with_her_case("evidence")
def paper_page(request: HttpRequest, case: Case, actor: Actor, attachment: UUID) -> HttpResponse:
    """The file as it was given. One that is not of this case leads back to what is held."""
    paper = paper_of_case(case, attachment)
    if paper is None:
        return redirect("frontdoor_held", case.reference)
    return given_response(paper.file.content, content_type=paper.content_type, name=paper.saved_as)
