"""Papers that support her answers: added, shown and removed on one page, all of it optional."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.way import Way, way_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.bodies import takes_files
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Problem
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.work.applications.actions.give_papers import give_paper, take_paper_back
from moothall.work.applications.models import Draft
from moothall.work.applications.papers import papers_asked, papers_named
from moothall.work.evidence.actions import Given, Refused, TooManyPapers
from moothall.work.evidence.actions.attach import MOST_PAPERS, shown_name
from moothall.work.evidence.models import Attachment
from moothall.work.evidence.queries import papers_of

# Files from one address in an hour: enough for a library's afternoon, too few to fill a disk unseen.
FILES_FROM_ONE, AN_HOUR = 200, 3_600


@dataclass(frozen=True)
class Asked:
    """One kind of paper on the page: its input, and the files that were given."""

    name: str
    title: str
    hint: str
    given: tuple[Attachment, ...]


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@with_unsent_draft
def papers_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The papers that the service asks for. Files that cannot be kept are named; the others are kept.

    Every button keeps what was chosen: nobody loses a file by going on, or stopping, without "Add" first.
    """
    if request.method != "POST":
        return _show(request, draft)
    if request.POST.get("do") == "remove":
        take_paper_back(draft.id, attachment=_id(request.POST.get("attachment", "")))
        return redirect("frontdoor_papers", draft.service)
    try:
        wrong = _keep(request, draft)
    except TooManyTries as tries:
        return error_page(request, "too_many", wait=tries.wait)
    if wrong:
        return _show(request, draft, wrong=wrong)
    match request.POST.get("do"):
        case "go_on":
            return redirect(way_of(draft, today=today()).next_address())
        case "later":
            return redirect("frontdoor_save", draft.service)
    if not request.FILES:
        return _show(request, draft, none_chosen=True)
    return redirect("frontdoor_papers", draft.service)


def given_papers(way: Way) -> tuple[Asked, ...]:
    """Every paper that she has given or could give, for this page and for the one that checks the answers."""
    language, given = current_language(), list(papers_of(way.draft.id, service=way.draft.service))
    asked = {paper.key: paper for paper in papers_asked(way.draft, way.walk.used)}
    named = papers_named(way.draft)
    # What was given stays in sight though a changed answer asks for it no longer: it would be sent.
    asked |= {one.supports: named[one.supports] for one in given if one.supports in named}
    return tuple(
        Asked(
            name=f"paper-{paper.key}",
            title=paper.name[language],
            hint=paper.hint.get(language, ""),
            given=tuple(one for one in given if one.supports == paper.key),
        )
        for paper in asked.values()
    )


def _keep(request: HttpRequest, draft: Draft) -> list[Problem]:
    wrong, address = [], request.META.get("REMOTE_ADDR", "")
    for key in papers_named(draft):
        name = f"paper-{key}"
        for file in request.FILES.getlist(name):
            count_try("papers.by_address", address, most=FILES_FROM_ONE, seconds=AN_HOUR)
            try:
                give_paper(draft.id, paper=key, given=Given(file.name or "", file.content), now=now())
            except Refused as refused:
                said = t(f"frontdoor.papers.{refused.why}", name=refused.name)
                wrong.append(Problem(said, anchor=name))
            except TooManyPapers:
                said = t("frontdoor.papers.too_many", most=MOST_PAPERS, name=shown_name(file.name or ""))
                return [*wrong, Problem(said, anchor=name)]
    return wrong


def _show(
    request: HttpRequest, draft: Draft, *, wrong: Sequence[Problem] = (), none_chosen: bool = False
) -> HttpResponse:
    way = way_of(draft, today=today())
    asked = given_papers(way)
    if not asked:
        return redirect(way.next_address())
    if none_chosen:
        wrong = [Problem(t("frontdoor.papers.none"), anchor=asked[0].name)]
    shown = {
        "brand": draft.organisation.name(current_language()),
        "papers": asked,
        "wrong": wrong,
        "wrong_at": {problem.anchor for problem in wrong},
        "onward": way.next_address(),
        "save_at": reverse("frontdoor_save", args=[draft.service]),
    }
    return page(request, "frontdoor/papers.html", shown, status=422 if wrong else 200)


def _id(typed: str) -> UUID | None:
    """The id that was posted, or None: which is nobody's, and removes nothing."""
    try:
        return UUID(typed)
    except ValueError:
        return None
