"""Her own copy of everything: one file for a machine, and one page to print.

Invariants:
- the file is written case by case and paper by paper, each in a context of its own body alone, and held
  nowhere as a whole; last is what bodies promised of which there is no case here;
- it holds what her pages show and no more: nothing that is another person's of a joint claim;
- nobody between her and us keeps it (`no-store`), and having taken it is an entry of the record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.case.holding import about, record_view
from moothall.doors.frontdoor.mine.matters import promises_elsewhere
from moothall.doors.frontdoor.mine.pages import held_in
from moothall.doors.frontdoor.mine.plain import (
    case_in_plain,
    paper_in_plain,
    promise_in_plain,
    what_the_parts_mean,
)
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now
from moothall.doors.kit.languages import in_language
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor, resident
from moothall.ground.people.held_cases import held_cases
from moothall.work.cases.hers import cases_of_hers
from moothall.work.cases.papers import papers_of_case
from moothall.work.cases.queries import case_for

FORMAT = "moothall-mine-1"


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Everything as one JSON file, with a note of what its parts mean."""
    held = held_cases(request)
    if not held:
        return redirect("frontdoor_mine")
    made_at = now()
    parts = _file(held, actor=resident(held), language=current_language(), made_at=made_at)
    response = StreamingHttpResponse(parts, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FORMAT}-{made_at:%Y-%m-%d}.json"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def print_page(request: HttpRequest) -> HttpResponse:
    """Everything on one page, to be printed or kept."""
    actor = resident(held_cases(request))
    if not actor.cases:
        return redirect("frontdoor_mine")
    with acting_for(actor.organisations):
        cases = list(cases_of_hers(actor))
        shown = [{**about(case), **held_in(case)} for case in cases]
        for case in cases:
            record_view(case, actor=actor, page_name="print")
        return page(request, "frontdoor/copy.html", {"cases": shown, "made_at": now()})


def _file(held: dict[str, str], *, actor: Actor, language: str, made_at: datetime) -> Iterator[str]:
    """The file in pieces, each read in a transaction that is over before the piece leaves."""
    with in_language(language):
        note = {"says": t("frontdoor.copy.note"), "parts": what_the_parts_mean()}
    head = {"format": FORMAT, "made_at": made_at.isoformat(), "language": language, "note": note}
    yield _written(head)[:-2] + ',\n "cases": ['
    for number, (case_id, organisation) in enumerate(reversed(held.items())):
        with in_language(language), acting_for({organisation}):
            case = case_for(actor, case_id)
            piece, papers = case_in_plain(case), papers_of_case(case)
            record_view(case, actor=actor, page_name="download")
        yield (",\n" if number else "\n") + _written(piece)[:-2] + ',\n "papers": ['
        for paper in papers:
            # Its bytes are read as it is written, and forgotten before the next.
            with in_language(language), acting_for({organisation}):
                piece = _written(paper_in_plain(paper))
            paper.file.content = b""
            yield (",\n" if paper is not papers[0] else "\n") + piece
        yield "]}"
    with in_language(language), acting_for(actor.organisations):
        elsewhere = [promise_in_plain(promise) for promise in promises_elsewhere(actor)]
    yield f'\n],\n "promises": {json.dumps(elsewhere, ensure_ascii=False, indent=1)}}}\n'


def _written(part: dict[str, object]) -> str:
    return json.dumps(part, ensure_ascii=False, indent=1)
