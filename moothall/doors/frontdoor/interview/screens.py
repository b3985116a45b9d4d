"""One question a page: show it, take its answer, go on to the next."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from moothall.doors.frontdoor.interview.address import refuse_another_address
from moothall.doors.frontdoor.interview.around import around
from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.fields import Answers, groups_of, typed_in
from moothall.doors.frontdoor.interview.other_systems import (
    as_choices,
    is_pretended,
    refuse_what_was_not_offered,
    with_other_systems,
)
from moothall.doors.frontdoor.interview.roster import is_finished, people_for, second_partner, show_roster
from moothall.doors.frontdoor.interview.saving import nothing_typed, nothing_typed_of, wants_later
from moothall.doors.frontdoor.interview.unfit import CONFIRMED, NOTHING_UNFIT, Unfit, unfit_on
from moothall.doors.frontdoor.interview.way import CHECK, Way, way_of
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import today
from moothall.engines.questions import Screen
from moothall.work.applications.actions.answer import NoSuchPerson, NotUnderstood, answer, answer_roster
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import circumstances_of


@require_http_methods(["GET", "HEAD", "POST"])
@with_other_systems
@with_unsent_draft
def screen_page(request: HttpRequest, draft: Draft, key: str) -> HttpResponse:
    """The page of one screen of the plan, or the way to the one that is open when this is not."""
    if key not in draft.edition.definition.plan.screens:
        raise Http404
    way = way_of(draft, today=today())
    screen = way.screen(key)
    if screen is None:
        # It is not asked now: another tab may have changed what is. Nothing is lost, and she goes on.
        return redirect(_with_notice(way.next_address()))
    if screen.roster:
        return _roster(request, way, screen)
    if request.method == "POST":
        return _take(request, way, screen)
    vocabulary = way.draft.edition.definition.vocabulary
    unfit = unfit_on(way, screen)
    answers = Answers(circumstances_of(way.draft), vocabulary, wrong=unfit.beside)
    return show(request, way, screen, answers, unfit=unfit)


def _roster(request: HttpRequest, way: Way, screen: Screen) -> HttpResponse:
    people = people_for(request, way, screen)
    if not is_finished(request):
        return show_roster(request, way, screen, people)
    if also := second_partner(people):
        return show_roster(request, way, screen, people, also=also)
    try:
        draft = answer_roster(
            way.draft.id,
            screen=screen.key,
            people=people,
            today=today(),
            language=current_language(),
            confirmed=request.POST.getlist(CONFIRMED),
        )
    except NotUnderstood as wrong:
        if wants_later(request) and nothing_typed_of(people):
            return redirect("frontdoor_save", way.draft.service)
        return show_roster(request, way, screen, people, misread=wrong.problems)
    return _onward(request, draft, shown_from=way)


def _take(request: HttpRequest, way: Way, screen: Screen) -> HttpResponse:
    vocabulary = way.draft.edition.definition.vocabulary
    typed = typed_in(request.POST, screen, vocabulary)
    try:
        refuse_another_address(typed, draft=way.draft, on=today())
        refuse_what_was_not_offered(typed, request.offered, vocabulary)
        draft = answer(
            way.draft.id,
            screen=screen.key,
            typed=typed,
            today=today(),
            language=current_language(),
            confirmed=request.POST.getlist(CONFIRMED),
        )
    except NotUnderstood as wrong:
        if wants_later(request) and nothing_typed(typed):
            return redirect("frontdoor_save", way.draft.service)
        answers = Answers(circumstances_of(way.draft), vocabulary, typed=typed, wrong=wrong.problems)
        return show(request, way, screen, answers, status=422)
    except NoSuchPerson:
        return redirect(_with_notice(way.next_address()))
    return _onward(request, draft, shown_from=way)


def _onward(request: HttpRequest, draft: Draft, *, shown_from: Way) -> HttpResponse:
    """To the next page; saying so when another tab had answered since this page was shown."""
    if wants_later(request):
        return redirect("frontdoor_save", draft.service)
    address = way_of(draft, today=today()).next_address(returning=request.POST.get("return") == CHECK)
    shown = request.POST.get("revision", "")
    changed_meanwhile = shown.isdigit() and shown != str(shown_from.draft.revision)
    return redirect(_with_notice(address) if changed_meanwhile else address)


def show(
    request: HttpRequest,
    way: Way,
    screen: Screen,
    answers: Answers,
    *,
    status: int = 200,
    unfit: Unfit = NOTHING_UNFIT,
) -> HttpResponse:
    """The page of a question, with these answers in its inputs, and what does not fit among them."""
    groups = [
        replace(group, fields=tuple(as_choices(field, request.offered) for field in group.fields))
        for group in groups_of(screen, answers)
    ]
    fields = [one for group in groups for one in group.fields]
    returning = (request.POST or request.GET).get("return") == CHECK
    shown = {
        **around(request, way, screen, returning=returning),
        "groups": groups,
        "fields": fields,
        "one": fields[0].is_heading,
        "unfit": unfit,
        "pretended": is_pretended(way.draft),
    }
    return page(request, "frontdoor/screen.html", shown, status=status)


def _with_notice(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}changed=1"
