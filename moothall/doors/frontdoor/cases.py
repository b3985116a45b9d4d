"""A resident's own case: found with its reference and key, followed, read, asked about again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.frontdoor.telling import happened, results_in_words, told_of, waiting_for
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.errors import error_page
from moothall.doors.kit.fields import Field, Problem
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Actor, resident
from moothall.ground.people.held_cases import held_cases, hold_case
from moothall.ground.record import Happened, write
from moothall.work.applications.case_key import key_fits
from moothall.work.applications.models import Application
from moothall.work.applications.queries import Told, promises_of, told
from moothall.work.cases.actions import AlreadyAsked, NothingDecidedYet, WhyIsMissing, ask_for_review
from moothall.work.cases.models import Case, Decision
from moothall.work.cases.queries import (
    case_by_reference,
    case_for,
    cases_of,
    newest_decision,
    open_tasks,
    timeline,
)
from moothall.work.cases.references import read_reference

View = Callable[..., HttpResponse]

TRIES, TRIES_OF_ONE_CASE, TEN_MINUTES, AN_HOUR = 10, 30, 600, 3600
LONGEST_TYPED = 60
LONGEST_WHY = 5_000


@require_http_methods(["GET", "HEAD", "POST"])
def find_case(request: HttpRequest) -> HttpResponse:
    """Opens a case with its reference and key. Which of the two was wrong is never said."""
    if request.method != "POST":
        return page(request, "frontdoor/find_case.html", {"fields": _finding_fields("")})
    typed = request.POST.get("reference", "")[:LONGEST_TYPED]
    reference = read_reference(typed)
    try:
        _count_this_try(request, reference)
    except TooManyTries as tries:
        return error_page(request, "too_many", wait=tries.wait)
    opened = _opened_by(reference, request.POST.get("key", ""))
    if opened is None:
        wrong = [Problem(t("frontdoor.find_case.no_match"), anchor="reference")]
        shown = {"fields": _finding_fields(typed), "wrong": wrong}
        return page(request, "frontdoor/find_case.html", shown, status=422)
    case, others = opened
    for one in others:
        hold_case(request, case=one.case, organisation=one.organisation)
    hold_case(request, case=str(case.id), organisation=case.organisation_id)
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


def with_her_case(page_name: str) -> Callable[[View], View]:
    """Gives the view the case whose key this session has shown. Anyone else learns nothing of it.

    An officer who is signed in as well acts here as a resident: this door gives no other rights.
    Reading a case is an entry of the record, whoever reads it.
    """

    def with_case(view: View) -> View:
        @wraps(view)
        def page_of_case(request: HttpRequest, reference: str) -> HttpResponse:
            actor = resident(held_cases(request))
            with acting_for(actor.organisations):
                known = case_by_reference(reference)
                if known is None or str(known.id) not in actor.cases:
                    return redirect("frontdoor_find_case")
                case = case_for(actor, known.id)
                answer = view(request, case, actor)
                if answer.status_code == 200:
                    _record_view(case, actor=actor, page_name=page_name)
                return answer

        return page_of_case

    return with_case


def _record_view(case: Case, *, actor: Actor, page_name: str) -> None:
    viewed = Happened(
        verb="case.viewed",
        organisation=case.organisation_id,
        service=case.service,
        channel=actor.channel,
        case=case.id,
        actor=actor,
        subjects=[case.subject_id],
        details={"page": page_name},
    )
    write(viewed)


@require_safe
@with_her_case("case")
def case_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """What happens next and by when, what has happened, and what each body was told."""
    decision = newest_decision(case)
    return page(
        request,
        "frontdoor/case.html",
        {
            **_about(case),
            "next": waiting_for(case, list(open_tasks(case))),
            "happened": happened(case, timeline(case)),
            "promises": told_of(promises_of(case.submission), cases_of(case.submission)),
            "decision": decision,
            "may_ask": may_be_asked_about(decision),
        },
    )


@require_safe
@with_her_case("decision")
def decision_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """The letter as it was sent, the reasons it rests on, and the law."""
    decision = newest_decision(case)
    if decision is None:
        return redirect("frontdoor_case", case.reference)
    language = current_language()
    return page(
        request,
        "frontdoor/decision.html",
        {
            **_about(case),
            "decision": decision,
            "letter": decision.letters[language],
            "results": results_in_words(decision, language),
            "trees": list(decision.reasons[language].values()),
            "law": decision.law,
            "may_ask": may_be_asked_about(decision),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_her_case("review")
def review_page(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """Asks for a decision to be looked at again, in her own words."""
    if request.method != "POST":
        return _show_review(request, case)
    why = request.POST.get("why", "")
    if len(why) > LONGEST_WHY:
        return _show_review(
            request, case, why=why, error=t("frontdoor.review.too_long", longest=f"{LONGEST_WHY:,}")
        )
    try:
        ask_for_review(case.id, actor=actor, why=why, channel="web", today=today(), now=now())
    except WhyIsMissing:
        return _show_review(request, case, error=t("frontdoor.review.empty"))
    except (AlreadyAsked, NothingDecidedYet):
        pass  # the page that follows says what stands: asked already, or not decided yet
    return redirect("frontdoor_review_received", case.reference)


@require_safe
@with_her_case("review_received")
def review_received(request: HttpRequest, case: Case, actor: Actor) -> HttpResponse:
    """When it was asked, and by when the body has to answer."""
    review = case.reviews.order_by("-asked_at").first()
    if review is None:
        return redirect("frontdoor_case", case.reference)
    return page(request, "frontdoor/review_received.html", {**_about(case), "review": review})


def may_be_asked_about(decision: Decision | None) -> bool:
    """A decision is asked about once; the next one may be asked about again."""
    return decision is not None and not hasattr(decision, "review")


def _show_review(
    request: HttpRequest, case: Case, *, why: str = "", error: str | None = None
) -> HttpResponse:
    if not may_be_asked_about(newest_decision(case)):
        return redirect(
            "frontdoor_review_received" if case.reviews.exists() else "frontdoor_case", case.reference
        )
    field = Field(
        name="why",
        kind="textarea",
        label=t("frontdoor.review.why"),
        hint=t("frontdoor.review.hint"),
        value=why[:LONGEST_WHY],
        error=error,
        rows=8,
    )
    return page(
        request, "frontdoor/review.html", {**_about(case), "field": field}, status=422 if error else 200
    )


def _about(case: Case) -> dict[str, object]:
    language = current_language()
    return {
        "case": case,
        "reference": case.reference,
        "brand": case.organisation.name(language),
        "service": in_language_of(case.edition.card["name"], language),
    }


def _finding_fields(reference: str) -> list[Field]:
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
