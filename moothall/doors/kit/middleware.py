"""What happens around every page of every door. Order matters: see MIDDLEWARE in the settings.

Invariants that the rest of the house leans on:
- no answer leaves without the security headers, error pages included;
- no page that may hold personal data is kept by a browser or a proxy (`no-store`);
- an error is answered with one of our own pages, in the reader's language;
- none of this touches the database or the session.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from moothall.doors.kit import bodies, errors
from moothall.doors.kit.languages import chosen_language, in_language

Answer = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    # Not "no-referrer": with that, browsers send `Origin: null` with our own forms, and the check
    # against forged requests refuses every one of them. Nothing is sent to other sites either way.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
# Once a browser has come by https it does so for a year: nobody on the way can talk it out of that.
A_YEAR_OF_HTTPS = "max-age=31536000"


def security_headers(answer: Answer) -> Answer:
    """Whatever answers below, these go with it."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        if request.is_secure():
            response.setdefault("Strict-Transport-Security", A_YEAR_OF_HTTPS)
        # Static files are answered below this with a Cache-Control of their own.
        response.setdefault("Cache-Control", "no-store")
        return response

    return with_headers


def plain_errors(answer: Answer) -> Answer:
    """Gives a page to the answers that Django sends without one: 405, and 413 and 429 from anywhere."""

    def with_a_page(request: HttpRequest) -> HttpResponse:
        with in_language(chosen_language(request)):
            response = answer(request)
            kind = errors.KIND_OF_BARE_STATUS.get(response.status_code)
            if kind is None or response.streaming or response.content:
                return response
            explained = errors.error_page(request, kind)
            for name, value in response.items():
                if name != "Content-Length":  # that of the answer without a page, which is nought
                    explained.setdefault(name, value)
            return explained

    return with_a_page


def language(answer: Answer) -> Answer:
    """Everything below is in the language of the reader's cookie."""

    def in_her_language(request: HttpRequest) -> HttpResponse:
        with in_language(chosen_language(request)):
            response = answer(request)
        response.setdefault("Content-Language", chosen_language(request))
        return response

    return in_her_language


def body_limit(answer: Answer) -> Answer:
    """Cuts any answer that is far too long before Django reads it, and keeps the rest of the form."""

    def within_limits(request: HttpRequest) -> HttpResponse:
        try:
            bodies.cut_long_answers(request)
        except bodies.FilesTooBig:
            return errors.error_page(request, "files_too_big")
        except bodies.BodyTooBig:
            return errors.error_page(request, "too_big")
        return answer(request)

    return within_limits
