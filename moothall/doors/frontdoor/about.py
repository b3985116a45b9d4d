"""The pages that say what this site is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.kit import page


@require_safe
def about_page(request: HttpRequest) -> HttpResponse:
    """What the demonstration is, and whose it is not."""
    return _page(request, "about", ("what", "people", "rules", "officers", "sources"))


@require_safe
def privacy_page(request: HttpRequest) -> HttpResponse:
    """What is kept, for how long, and which cookies there are."""
    return _page(request, "privacy", ("kept", "told", "cookies", "site"))


@require_safe
def accessibility_page(request: HttpRequest) -> HttpResponse:
    """How far everybody can use these pages, and how that is checked."""
    return _page(request, "accessibility", ("how", "checked", "limits"))


def _page(request: HttpRequest, which: str, parts: tuple[str, ...]) -> HttpResponse:
    return page(request, "frontdoor/about.html", {"which": which, "parts": parts})
