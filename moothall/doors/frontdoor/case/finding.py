"""Opening a case with its reference and its key."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.case.leaving import leave, wants_to_leave
from moothall.doors.kit import page, t
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Field, Problem
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.held_cases import hold_case
from moothall.work.applications.case_key import key_fits
from moothall.work.applications.models import Application
from moothall.work.applications.queries import Told, told
from moothall.work.cases.models import Case
from moothall.work.cases.queries import case_by_reference
from moothall.work.cases.references import read_reference

TRIES, TRIES_OF_ONE_CASE, TEN_MINUTES, AN_HOUR = 10, 30, 600, 3600
LONGEST_TYPED = 60


@require_http_methods(["GET", "HEAD", "POST"])
def find_case(request: HttpRequest) -> HttpResponse:
    """Opens a case with its reference and key, or leaves it. Which of the two was wrong is never said."""
    if wants_to_leave(request):
        return leave(request)
    if request.method != "POST":
        shown = {"fields": finding_fields(""), "left": "left" in request.GET}
        return page(request, "frontdoor/find_case.html", shown)
    typed = request.POST.get("reference", "")[:LONGEST_TYPED]
    reference = read_reference(typed)
    try:
        _count_this_try(request, reference)
    except TooManyTries as tries:
        return error_page(request, "too_many", wait=tries.wait)
    opened = _opened_by(reference, request.POST.get("key", ""))
    if opened is None:
        wrong = [Problem(t("frontdoor.find_case.no_match"), anchor="reference")]
        shown = {"fields": finding_fields(typed), "wrong": wrong}
        return page(request, "frontdoor/find_case.html", shown, status=422)
    case, others = opened
    for one in others:
        hold_case(request, case=one.case, organisation=one.organisation)
    hold_case(request, case=str(case.id), organisation=case.organisation_id)
    if request.POST.get("then") == "mine":
        return redirect("frontdoor_mine")
    return redirect("frontdoor_case", case.reference)


def _count_this_try(request: HttpRequest, reference: str) -> None:
    address = request.META.get("REMOTE_ADDR", "")
    count_try("case.by_address", address, most=TRIES, seconds=TEN_MINUTES)
    count_try("case.by_reference", reference, most=TRIES_OF_ONE_CASE, seconds=AN_HOUR)


def _opened_by(reference: str, key: str) -> tuple[Case, list[Told]] | None:
    """The case when the key is its own, and what else was told in the same submission: the key is all theirs.

    A reference begins with the letters of the body that holds it.
    """
    body = Organisation.objects.filter(prefix=reference.split("-")[0]).first()
    if body is None:
        return None
    with acting_for({body.key}):
        case = case_by_reference(reference)
        if case is None or not key_fits(key, submission=case.submission):
            return None
        application = Application.objects.filter(draft_id=case.submission).first()
        return case, list(told(application)) if application else []


def finding_fields(reference: str) -> list[Field]:
    """The inputs of a reference and its key; the key is never shown again."""
    return [
        Field(
            name="reference",
            label=t("frontdoor.find_case.reference"),
            width="20",
            value=reference,
            hint=t("frontdoor.find_case.reference_hint"),
        ),
        Field(
            name="key", label=t("frontdoor.find_case.key"), width="20", hint=t("frontdoor.find_case.key_hint")
        ),
    ]
