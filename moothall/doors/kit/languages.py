"""English and Welsh: which language a reader sees, and how she changes it.

The choice is a cookie that names a language and nothing else. It needs no session and no
database, so that even the page that says the database is gone is in her language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.views.decorators.http import require_safe

LANGUAGES = ("en", "cy")
COOKIE = "moothall_language"
A_YEAR = 365 * 24 * 60 * 60

_language: ContextVar[str] = ContextVar("moothall_language", default="en")


def current_language() -> str:
    """The language of the page being made: "en" or "cy"."""
    return _language.get()


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """What is made inside is in `language`: a letter, for example, whatever its reader's page is in."""
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}; expected one of {LANGUAGES}")
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def chosen_language(request: HttpRequest) -> str:
    """What her cookie says; English when it says nothing that we know."""
    chosen = request.COOKIES.get(COOKIE, "en")
    return chosen if chosen in LANGUAGES else "en"


@require_safe
def choose_language(request: HttpRequest, language: str) -> HttpResponseRedirect:
    """Remembers `language` and goes back to the page that she came from."""
    if language not in LANGUAGES:
        raise Http404
    response = HttpResponseRedirect(path_of_ours(request.GET.get("back", "/")))
    response.set_cookie(
        COOKIE, language, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


def here(request: HttpRequest | None) -> str:
    """Where a change of language leads back to: this page, or the page whose form it answers.

    An address that only takes forms cannot be opened again.
    """
    if request is None:
        return "/"
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    sent_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    return sent_from.path if sent_from.netloc == request.META.get("HTTP_HOST") else request.path


def path_of_ours(address: str) -> str:
    """`address` when it is a path on this site, else "/".

    A link must never send a reader to another site in our name. Browsers read a backslash as
    a slash and drop control characters, so "/\\evil.example" would leave the site: refused.
    """
    plain = address.isascii() and address.isprintable() and "\\" not in address
    parts = urlsplit(address) if plain else None
    if parts is None or parts.scheme or parts.netloc:
        return "/"
    return address if address.startswith("/") and not address.startswith("//") else "/"
