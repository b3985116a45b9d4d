"""Asking for a decision to be looked at again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.frontdoor.case.holding import about, with_her_case
from moothall.doors.kit import page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.fields import Field
from moothall.ground.people.actor import Actor
from moothall.work.cases.actions import (
    AlreadyAsked,
    NothingDecidedYet,
    WhyCannotBeShown,
    WhyIsMissing,
    ask_for_review,
)
from moothall.work.cases.models import Case, Decision
from moothall.work.cases.queries import may_be_reviewed, newest_decision

LONGEST_WHY = 5_000


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
    except WhyCannotBeShown:
        return _show_review(request, case, why=why, error=t("frontdoor.review.odd_letter"))
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
    return page(request, "frontdoor/review_received.html", {**about(case), "review": review})


def may_be_asked_about(decision: Decision | None) -> bool:
    """A decision is asked about once, where its service knows asking; the next one may be again."""
    if decision is None or any(review.of_id == decision.pk for review in decision.case.reviews.all()):
        return False
    return may_be_reviewed(decision.case)


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
        request, "frontdoor/review.html", {**about(case), "field": field}, status=422 if error else 200
    )
