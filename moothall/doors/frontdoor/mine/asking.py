"""She says that something held about her is wrong, sees where that went, and may take it back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.case.holding import about, with_her_case
from moothall.doors.frontdoor.interview.inputs import field_for, raw_of
from moothall.doors.frontdoor.mine.corrections import (
    asking_shown,
    bodies_that_hold,
    statement_shown,
    told_elsewhere,
)
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import now, today
from moothall.doors.kit.fields import Field
from moothall.engines.facts import Misread, read_answer, to_plain
from moothall.ground.people.actor import Actor
from moothall.ground.subjects.models import Fact
from moothall.ground.subjects.queries import facts_of_case
from moothall.work.cases import actions
from moothall.work.cases.corrections import where_it_went
from moothall.work.cases.models import Case

LONGEST_WHY = 5_000
RIGHT, WHY = "right", "why"


@require_http_methods(["GET", "HEAD", "POST"])
@with_her_case("ask_for_correction")
def correct_page(request: HttpRequest, case: Case, actor: Actor, statement: UUID) -> HttpResponse:
    """What is held, what she says is right, and why. It goes to every body that was told it with this."""
    fact = facts_of_case(case.pk).filter(pk=statement).first()
    known = fact is not None and fact.name in case.edition.definition.vocabulary
    if not known or not actions.may_be_corrected(fact, claimant=case.subject.place):
        return redirect("frontdoor_held", case.reference)
    if request.method != "POST":
        return _show(request, case, fact)
    try:
        asked = _ask(request, case, fact, actor)
    except _Wrong as wrong:
        return _show(request, case, fact, wrong=wrong)
    except actions.AlreadyAskedToCorrect as already:
        asked = already.correction.asked
    except actions.NotCorrectable:
        return redirect("frontdoor_held", case.reference)  # it was corrected while she wrote
    return redirect("frontdoor_asked", case.reference, asked)


@require_http_methods(["GET", "HEAD", "POST"])
@with_her_case("correction_asked")
def asked_page(request: HttpRequest, case: Case, actor: Actor, asked: UUID) -> HttpResponse:
    """Where her request went and what each body did; taken back where nobody has taken it up."""
    found = list(where_it_went(asked))
    if not any(one.case_id == case.pk for one in found):
        return redirect("frontdoor_held", case.reference)
    late = False
    if request.method == "POST":
        try:
            actions.withdraw_correction(asked, actor=actor, now=now())
        except actions.TakenUpAlready:
            late = True
        found = list(where_it_went(asked))
    elsewhere = told_elsewhere(case, found[0].of.name)
    shown = {**about(case), "asking": asking_shown(found, here=case), "late": late, "elsewhere": elsewhere}
    return page(request, "frontdoor/asked.html", shown, status=409 if late else 200)


class _Wrong(Exception):
    """What is wrong with what she wrote: for the input of what is right, and for that of why."""

    def __init__(self, *, right: Misread | str | None = None, why: str | None = None) -> None:
        super().__init__()
        self.right, self.why = right, why


def _ask(request: HttpRequest, case: Case, fact: Fact, actor: Actor) -> UUID:
    named, why = case.edition.definition.vocabulary[fact.name], request.POST.get(WHY, "")
    if len(why) > LONGEST_WHY:
        raise _Wrong(why=t("frontdoor.review.too_long", longest=f"{LONGEST_WHY:,}"))
    try:
        raw = raw_of(request.POST, named, RIGHT)
        value = to_plain(named, read_answer(named, raw, today=today(), language=current_language()))
        return actions.ask_for_correction(
            case.pk,
            fact.pk,
            actor=actor,
            value=value,
            why=why,
            channel="web",
            today=today(),
            now=now(),
        )
    except Misread as misread:
        raise _Wrong(right=misread, why=None if why.strip() else t("frontdoor.correct.why.empty")) from None
    except actions.SameAsHeld:
        raise _Wrong(right=t("frontdoor.correct.same")) from None
    except actions.WhyIsMissing:
        raise _Wrong(why=t("frontdoor.correct.why.empty")) from None
    except actions.WhyCannotBeShown:
        raise _Wrong(why=t("frontdoor.review.odd_letter")) from None


def _show(request: HttpRequest, case: Case, fact: Fact, *, wrong: _Wrong | None = None) -> HttpResponse:
    shown = {
        **about(case),
        "statement": statement_shown(case, fact),
        "bodies": bodies_that_hold(case, fact),
        "elsewhere": told_elsewhere(case, fact.name),
        "fields": _fields(request, case, fact, wrong),
    }
    return page(request, "frontdoor/correct.html", shown, status=422 if wrong else 200)


def _fields(request: HttpRequest, case: Case, fact: Fact, wrong: _Wrong | None) -> list[Field]:
    named, language = case.edition.definition.vocabulary[fact.name], current_language()
    right = field_for(named, RIGHT, language=language, raw=raw_of(request.POST, named, RIGHT))
    error = wrong.right if wrong else None
    why = Field(
        name=WHY,
        kind="textarea",
        label=t("frontdoor.correct.why"),
        hint=t("frontdoor.correct.why.hint"),
        value=request.POST.get(WHY, "")[:LONGEST_WHY],
        error=wrong.why if wrong else None,
    )
    return [
        replace(
            right,
            label=t("frontdoor.correct.right"),
            error=error.kindly(language) if isinstance(error, Misread) else error,
            autocomplete=None,
        ),
        why,
    ]
