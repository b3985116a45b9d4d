"""A request for correction: what is held, what she says is right, and the officer's answer."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.desk.forms import AnswerCorrection
from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.desk.reading import case_or_404, record_view
from moothall.doors.desk.shown.correction import correction_shown
from moothall.doors.desk.views.meanwhile import meanwhile
from moothall.doors.kit.clock import now
from moothall.doors.kit.wording import t
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import require
from moothall.ground.subjects.actions import AlreadySuperseded
from moothall.work.cases import actions
from moothall.work.cases.corrections import correction_of
from moothall.work.cases.models import Correction


@require_http_methods(["GET", "HEAD", "POST"])
@officers_only
def correction(request: HttpRequest, correction_id: UUID) -> HttpResponse:
    """Shows the request and takes the answer. One that is over goes back to its case."""
    found = _correction_or_404(request.actor, correction_id)
    require(request.actor, "case.answer_correction", found.case)
    if not found.is_open:
        return (
            meanwhile(request, found.case)
            if request.method == "POST"
            else redirect("desk:case", found.case_id)
        )
    shown = correction_shown(found)
    form = AnswerCorrection(
        request.POST or None,
        accept=t("desk.correction.accept", value=shown.wanted),
        refuse=t("desk.correction.refuse", value=shown.held),
    )
    if form.is_valid():
        return _answer(request, found, form)
    record_view(found.case, actor=request.actor, page="correction")
    context = {"case": found.case, "shown": shown, "form": form}
    return desk_page(request, "desk/correction.html", context, status=422 if form.is_bound else 200)


def _answer(request: HttpRequest, found: Correction, form: AnswerCorrection) -> HttpResponse:
    said = form.cleaned_data
    accept = said["answer"] == "accept"
    try:
        actions.correct(found.pk, actor=request.actor, accept=accept, answer=said["why"], now=now())
    except (actions.CorrectionOver, AlreadySuperseded):
        return meanwhile(request, found.case)
    return redirect("desk:case", found.case_id)


def _correction_or_404(actor: Actor, correction_id: UUID) -> Correction:
    """The request, when this officer may see its case; otherwise there is no such request."""
    found = correction_of(correction_id)
    if found is None:
        raise Http404
    found.case = case_or_404(actor, found.case_id)
    return found
