"""Check your answers: everything she said that counts, and the way to change each of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.interview.doors import with_unsent_draft
from moothall.doors.frontdoor.interview.papers import given_papers
from moothall.doors.frontdoor.interview.people import CLAIMANT, ROLE, name_of
from moothall.doors.frontdoor.interview.saving import back_again
from moothall.doors.frontdoor.interview.way import CHECK, Way, way_of
from moothall.doors.frontdoor.left_to_her import pointers
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Problem
from moothall.engines.facts import write_answer
from moothall.engines.questions import Screen
from moothall.engines.questions.subjects import facts_about
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import figures_changed
from moothall.work.applications.recipients import Recipient, left_to_her, recipients_of


@dataclass(frozen=True)
class Row:
    question: str
    answer: str
    change: str


@dataclass(frozen=True)
class Section:
    title: str
    rows: tuple[Row, ...]


@require_safe
@with_unsent_draft
def check_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    return show_check(request, draft)


def show_check(request: HttpRequest, draft: Draft, *, wrong: list[Problem] | None = None) -> HttpResponse:
    """The answers, the declaration and the button; or the way to what is still open."""
    way = way_of(draft, today=today())
    if not way.ready_to_check:
        return redirect(way.next_address(returning=True))
    recipients = _recipients(draft, way)
    many = draft.edition.definition.tells_others
    shown = {
        "not_adopted": way.not_adopted(today=today()),
        "brand": draft.organisation.name(current_language()),
        "service": draft.service,
        "sections": sections_of(way),
        "many": many,
        "bodies": _told(recipients, but=None if many else recipients[0]),
        "left_to_her": pointers(left_to_her(draft, recipients), draft.edition.definition),
        "papers": given_papers(way),
        "key": request.POST.get("key") or secrets.token_urlsafe(24),
        "revision": draft.revision,
        "back": way.before(CHECK),
        "wrong": wrong or [],
        "changed_meanwhile": "changed" in request.GET,
        "back_again": back_again(request, draft),
        "changed_on": figures_changed(draft, today=today()),
    }
    return page(request, "frontdoor/check.html", shown, status=422 if wrong else 200)


def _recipients(draft: Draft, way: Way) -> list[Recipient]:
    return recipients_of(draft, way.walk.used.to_dict(draft.edition.definition.vocabulary))


def sections_of(way: Way) -> list[Section]:
    """What counts, in the order of the plan's sections; answers no longer needed are not shown or sent."""
    plan, language = way.draft.edition.definition.plan, current_language()
    by_section: dict[str, list[Row]] = {key: [] for key in plan.sections}
    for screen in (*way.first, *way.walk.path, *way.identity):
        by_section[screen.question.section] += _rows(way, screen)
    return [
        Section(plan.sections[key].title[language], tuple(rows)) for key, rows in by_section.items() if rows
    ]


def _told(recipients: Sequence[Recipient], *, but: Recipient | None) -> list[str]:
    """What each body would be told, fact by fact; of the service itself the page says it otherwise."""
    return [_what_it_is_told(one) for one in recipients if one.is_told and one is not but]


def _what_it_is_told(one: Recipient) -> str:
    language = current_language()
    vocabulary = one.vocabulary
    labels = [vocabulary[fact].words(language).label for fact in one.words["facts"]]
    return t(
        "frontdoor.check.other_body" if not one.of_many else "frontdoor.check.each_body",
        body=one.body.name(language),
        service=in_language_of(one.words["name"], language),
        facts=", ".join(labels).lower(),
    )


def _rows(way: Way, screen: Screen) -> Iterator[Row]:
    vocabulary, language = way.draft.edition.definition.vocabulary, current_language()
    change = reverse("frontdoor_screen", args=[way.draft.service, screen.key]) + f"?return={CHECK}"
    for whom in screen.for_whom:
        known = facts_about(way.walk.used, screen.question.about, whom) or {}
        for fact in map(vocabulary.__getitem__, screen.facts):
            if fact.name == ROLE and whom == CLAIMANT:
                continue  # that she is herself was never asked
            label = fact.words(language).label
            if screen.question.about == "person":
                who = name_of(whom, way.walk.used, vocabulary, language=language)
                label = t("frontdoor.check.of", who=who, label=label)
            if fact.name in known:
                yield Row(label, write_answer(fact, known[fact.name], language), change)
            elif fact.name in screen.question.optional:
                yield Row(label, t("frontdoor.check.empty"), change)
