"""Asking other systems between the pages of an interview, outside its transactions: they may be slow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps

from django.http import HttpRequest, HttpResponse

from moothall.doors.frontdoor.interview.doors import her_draft, is_sent
from moothall.doors.frontdoor.interview.inputs import Key, Raw
from moothall.doors.kit import t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field, Option
from moothall.engines.facts import Fact, Misread, Vocabulary
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.actions import NotUnderstood
from moothall.work.applications.checks import checks_of, choices_of, hear, keep, pretended, to_ask
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import AlreadySent, DraftGone

View = Callable[..., HttpResponse]
Offered = Mapping[str, tuple[str, ...]]  # fact -> the values that a body's own list has for it


class NotOffered(Misread):
    """Something else than one of the values that the page offered."""

    def __init__(self, fact: Fact, typed: str) -> None:
        super().__init__(fact, "not_offered", typed)

    def kindly(self, language: str = "en") -> str:
        return t("frontdoor.offered.choose", language=language)


def with_other_systems(view: View) -> View:
    """Before the page: what other systems offer for its facts. After an answer: what they say of it."""

    @wraps(view)
    def page_between(request: HttpRequest, service: str, key: str) -> HttpResponse:
        draft = _draft(request, service)
        request.offered = _offered(draft, key) if draft else {}
        response = view(request, service, key=key)
        if draft and request.method == "POST" and response.status_code == 302:
            _hear(request, service)
        return response

    return page_between


def refuse_what_was_not_offered(typed: Mapping[Key, Raw], offered: Offered, vocabulary: Vocabulary) -> None:
    """Raises NotUnderstood where a list was offered and the answer is not on it."""
    wrong = {
        (fact, whom): NotOffered(vocabulary[fact], str(raw))
        for (fact, whom), raw in typed.items()
        if fact in offered and raw not in offered[fact]
    }
    if wrong:
        raise NotUnderstood(wrong)


def as_choices(field: Field, offered: Offered) -> Field:
    """The input with the list that was offered for its fact, where there is one."""
    if field.name not in offered:
        return field
    options = tuple(Option(value, value) for value in offered[field.name])
    return replace(field, kind="radios", options=options, hint=t("frontdoor.offered.hint"))


def is_pretended(draft: Draft) -> bool:
    """Whether a system that answers in this interview is only pretended."""
    return any(pretended(check) for check in checks_of(draft.edition.definition))


def _draft(request: HttpRequest, service: str) -> Draft | None:
    """Her unsent interview, where its service asks other systems at all."""
    try:
        draft = her_draft(request, service)
        with acting_for({draft.organisation_id}):
            asks = bool(checks_of(draft.edition.definition))
    except DraftGone:
        return None
    return draft if asks and not is_sent(draft) else None


def _offered(draft: Draft, key: str) -> Offered:
    plan = draft.edition.definition.plan
    facts = plan[key].facts if key in plan else ()
    found = {fact: choices_of(draft, fact) for fact in facts}
    return {fact: values for fact, values in found.items() if values}


def _hear(request: HttpRequest, service: str) -> None:
    """Ask what can be asked now. What is not heard is not waited for: the interview goes on without it."""
    draft = _draft(request, service)
    for asking in to_ask(draft) if draft else []:
        said = hear(asking, today=today())
        if said is not None:
            _keep(draft, asking, said)


def _keep(draft: Draft, asking, said: Mapping[str, object]) -> None:
    try:
        with acting_for({draft.organisation_id}):
            keep(draft.id, asking, said)
    except (AlreadySent, DraftGone):
        pass  # sent or over meanwhile, in another tab: what was sent stands
