"""What stands around the inputs of every question: its words, Back, and about how many are left."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from moothall.doors.frontdoor.interview.saving import back_again, wants_later
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.kit import current_language
from moothall.doors.kit.clock import today
from moothall.engines.questions import Screen


def around(request: HttpRequest, way: Way, screen: Screen, *, returning: bool) -> dict[str, object]:
    """`returning` is whether she came to change one answer from the page that checks them all."""
    language, question = current_language(), screen.question
    return {
        "heading": question.heading[language],
        "hint": question.hint.get(language),
        "why": question.why.get(language),
        "back": way.before(screen.key, returning=returning),
        "returning": returning,
        "not_adopted": way.not_adopted(today=today()),
        "brand": way.draft.organisation.name(language),
        "revision": way.draft.revision,
        "left": None if returning or question.identity else way.walk.about_left,
        "changed_meanwhile": "changed" in request.GET,
        "back_again": back_again(request, way.draft),
        "save_at": reverse("frontdoor_save", args=[way.draft.service]),
        "not_taken": wants_later(request),
    }
