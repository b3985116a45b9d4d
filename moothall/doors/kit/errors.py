"""One calm page for each kind of error: what happened, what to do now, what is kept.

These pages must work when nothing else does, so they ask neither the database nor the session.
A page that failed for want of a database shows the form again with all that was typed: nothing
was sent, and one press tries again.
"""

from __future__ import annotations

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template import loader

from moothall.doors.kit.database_trouble import kind_of_trouble
from moothall.doors.kit.languages import chosen_language, in_language
from moothall.doors.kit.limits import TooManyTries
from moothall.engines.rules import RuleErrors

log = logging.getLogger("moothall.doors.kit.errors")

# Each kind has messages error.<kind>.{title,happened,do,kept} in messages/errors.yaml.
STATUS_OF = {
    "bad_request": 400,
    "form_expired": 403,
    "forbidden": 403,
    "not_found": 404,
    "wrong_method": 405,
    "too_big": 413,
    "files_too_big": 413,
    "too_many": 429,
    "too_many_mails": 429,
    "fault": 500,
    "database_read_only": 503,
    "database_full": 503,
    "database_busy": 503,
    "database_gone": 503,
    "session_over": 403,
    "no_figures": 503,
}
KIND_OF_BARE_STATUS = {405: "wrong_method", 413: "too_big", 429: "too_many"}
# Seconds, for the Retry-After header.
RETRY_AFTER = {
    "too_many": 600,
    "too_many_mails": 3_600,
    "database_busy": 5,
    "database_gone": 60,
    "database_full": 600,
    "database_read_only": 600,
    "no_figures": 86_400,
}

# Never put back on a page, whatever form they came from.
SECRET_FIELDS = (
    "csrfmiddlewaretoken",
    "password",
    "password1",
    "password2",
    "oldpassword",
    "code",
    "credential",
)
MOST_KEPT_BYTES = 60_000


def error_page(
    request: HttpRequest, kind: str, *, again: bool = False, wait: int | None = None
) -> HttpResponse:
    """The page of one kind of error.

    `again` keeps what was typed in a form that sends it again; `wait` is after how many
    seconds a machine may try again, where that is known better than usual.
    """
    context = {
        "kind": kind,
        "typed": _typed(request) if again else [],
        "address": request.get_full_path() if again else "",
    }
    with in_language(chosen_language(request)):
        html = loader.get_template("kit/error.html", using="jinja2").render(context, request)
    response = HttpResponse(html, status=STATUS_OF[kind])
    if kind in RETRY_AFTER:
        response["Retry-After"] = str(RETRY_AFTER[kind] if wait is None else wait)
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return error_page(request, "too_big")
    if isinstance(exception, TooManyFilesSent):
        return error_page(request, "files_too_big")
    # Django calls a session that could not be saved a bad request, whatever was in the way.
    if kind := kind_of_trouble(exception):
        return _in_trouble(request, kind)
    return error_page(request, "bad_request")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, "form_expired")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, "forbidden")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, "not_found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Whatever was raised and not answered. The log names the error's kind, never what was typed."""
    raised = sys.exc_info()[1]
    if isinstance(raised, TooManyTries):
        return error_page(request, "too_many", wait=raised.wait)
    # A year has begun and its edition has not been published: no answer is better than last year's.
    kind = "no_figures" if isinstance(raised, RuleErrors) else kind_of_trouble(raised)
    if kind is None:
        return error_page(request, "fault")
    return _in_trouble(request, kind)


def _in_trouble(request: HttpRequest, kind: str) -> HttpResponse:
    log.error("%s answering %s", kind, request.resolver_match and request.resolver_match.view_name)
    return error_page(request, kind, again=request.method == "POST")


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, to be sent again; nothing at all when part of it is secret or it is huge."""
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # the form itself could not be read: then there is nothing to keep
        return []
    if any(name.split("-")[-1] in SECRET_FIELDS[1:] for name, _ in sent):
        return []
    typed = [(name, value) for name, value in sent if name not in SECRET_FIELDS]
    return typed if sum(len(value.encode()) for _, value in typed) <= MOST_KEPT_BYTES else []
