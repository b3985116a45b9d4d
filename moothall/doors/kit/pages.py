"""The one way in which a door answers with a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page made of `template`, which extends `kit/page.html`, in the reader's language."""
    html = loader.get_template(template, using="jinja2").render(dict(context or {}), request)
    return HttpResponse(html, status=status)
