"""The pages of "What if": what would be otherwise, what must be asked because of it, and the comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from moothall.doors.frontdoor.interview.around import around
from moothall.doors.frontdoor.interview.doors import with_estimate
from moothall.doors.frontdoor.interview.fields import Answers, groups_of, typed_in
from moothall.doors.frontdoor.interview.inputs import Key
from moothall.doors.frontdoor.interview.unfit import CONFIRMED, NOTHING_UNFIT, unfit_on
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.frontdoor.interview.what_if.changes import form_of
from moothall.doors.frontdoor.interview.what_if.compare import changes_told, compared, totals
from moothall.doors.frontdoor.interview.what_if.drawing import drawn
from moothall.doors.frontdoor.interview.what_if.side import Side
from moothall.doors.frontdoor.interview.what_if.way import ImaginedWay, way_of_copy
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import today
from moothall.engines.facts import Misread
from moothall.engines.questions import Screen
from moothall.work.applications.actions import NoSuchPerson, NotUnderstood, answer
from moothall.work.applications.actions.imagine import BORN, ROLE, imagine, imagined
from moothall.work.applications.queries import circumstances_of


@require_http_methods(["GET", "HEAD", "POST"])
@with_estimate
def what_if_page(request: HttpRequest, way: Way) -> HttpResponse:
    """What would be otherwise; and with that, on to what must be asked or to the comparison."""
    if request.method != "POST":
        return _form_page(request, way)
    form = form_of(way.draft, imagined(way.draft), today=today(), post=request.POST)
    try:
        copy = imagine(way.draft, form.what_if(today=today()), today=today(), language=current_language())
    except NotUnderstood as wrong:
        return _form_page(request, way, wrong=wrong.problems)
    return redirect(way_of_copy(copy, today=today()).next_address())


@require_http_methods(["GET", "HEAD", "POST"])
@with_estimate
def what_if_screen(request: HttpRequest, way: Way, key: str) -> HttpResponse:
    """A question that only the change makes necessary; the way on when there is none of that name."""
    copy = imagined(way.draft)
    if copy is None:
        return redirect("frontdoor_what_if", way.draft.service)
    there = way_of_copy(copy, today=today())
    screen = there.screen(key)
    if screen is None or {gap.fact for gap in screen.open} & {ROLE, BORN}:
        return redirect(there.next_address())
    if request.method != "POST":
        return _screen_page(request, there, screen)
    vocabulary = copy.edition.definition.vocabulary
    typed = typed_in(request.POST, screen, vocabulary)
    try:
        copy = answer(
            copy.id,
            screen=screen.key,
            typed=typed,
            today=there.day(today()),
            language=current_language(),
            confirmed=request.POST.getlist(CONFIRMED),
        )
    except NotUnderstood as wrong:
        return _screen_page(request, there, screen, typed=typed, wrong=wrong.problems)
    except NoSuchPerson:
        return redirect(there.next_address())
    return redirect(way_of_copy(copy, today=today()).next_address())


@require_safe
@with_estimate
def then_page(request: HttpRequest, way: Way) -> HttpResponse:
    """Now and then, and what is left of more pay; or the way to what is still open."""
    copy = imagined(way.draft)
    if copy is None:
        return redirect("frontdoor_what_if", way.draft.service)
    there = way_of_copy(copy, today=today())
    if not there.estimate_reached:
        return redirect(there.next_address())
    now, then = Side(way, today()), Side(there, there.day(today()))
    lines = compared(now, then)
    shown = {
        "brand": way.draft.organisation.name(current_language()),
        "service": way.draft.service,
        "changes": list(changes_told(now, then)),
        "lines": lines,
        "totals": list(totals(now, then)),
        "explained": [line for line in lines if line.differs],
        "not_adopted": now.not_adopted or then.not_adopted,
        "forecasts": now.forecasts or then.forecasts,
        "drawn": drawn(now, then),
        "back": there.before(""),
    }
    return page(request, "frontdoor/then.html", shown)


def _form_page(request: HttpRequest, way: Way, *, wrong: Mapping[Key, Misread] | None = None) -> HttpResponse:
    post = request.POST if request.method == "POST" else None
    copy = imagined(way.draft)
    form = form_of(way.draft, copy, today=today(), post=post, wrong=wrong)
    unfit = NOTHING_UNFIT
    if copy and post is None:
        there = way_of_copy(copy, today=today())
        unfit = unfit_on(there, there.all_that_can_change())
        form = replace(form, wrong=form.beside(unfit.beside))
    groups = form.groups()
    shown = {
        "brand": way.draft.organisation.name(current_language()),
        "groups": groups,
        "fields": [field for group in groups for field in group.fields],
        "confirm": unfit.confirm,
        "not_adopted": way.not_adopted(today=today()),
        "back": way.next_address(),
    }
    return page(request, "frontdoor/what_if.html", shown, status=422 if wrong else 200)


def _screen_page(
    request: HttpRequest,
    way: ImaginedWay,
    screen: Screen,
    *,
    typed: Mapping | None = None,
    wrong: Mapping[Key, Misread] | None = None,
) -> HttpResponse:
    vocabulary = way.draft.edition.definition.vocabulary
    unfit = unfit_on(way, screen) if typed is None else NOTHING_UNFIT
    answers = Answers(
        circumstances_of(way.draft), vocabulary, typed=typed, wrong=unfit.beside if wrong is None else wrong
    )
    groups = groups_of(screen, answers)
    fields = [one for group in groups for one in group.fields]
    shown = {
        **around(request, way, screen, returning=False),
        "groups": groups,
        "fields": fields,
        "one": fields[0].is_heading,
        # Another page of the copy is reached by its own Back; the addresses there are of her own answers.
        "unfit": replace(unfit, elsewhere=()),
    }
    return page(request, "frontdoor/what_if_screen.html", shown, status=422 if wrong else 200)
