"""A paper that was given with an application, as a file to save. It is a stranger's: nothing of it runs."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.desk.reading import about_a_case
from moothall.doors.kit.paper import given_response
from moothall.work.cases.models import Case
from moothall.work.cases.papers import paper_of_case


@require_safe
@about_a_case("evidence")
def evidence(request: HttpRequest, case: Case, attachment: UUID) -> HttpResponse:
    """The bytes as they came. The file is named by its case: what she called it stays on the page."""
    paper = paper_of_case(case, attachment)
    if paper is None:
        raise Http404
    return given_response(paper.file.content, content_type=paper.content_type, name=paper.saved_as)
