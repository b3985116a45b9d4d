"""A file as an answer: to be kept by its reader, and by nobody between."""

from __future__ import annotations

from django.http import HttpResponse

# Nothing of a stranger's file runs, should a browser show it all the same.
NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'"


def pdf_response(pdf: bytes, *, name: str) -> HttpResponse:
    """A PDF of our own as a file to save. `name` is a reference, never a person's name."""
    return _to_save(pdf, content_type="application/pdf", name=f"{name}.pdf")


def given_response(content: bytes, *, content_type: str, name: str) -> HttpResponse:
    """A file as somebody gave it, to be saved under a name of ours. Nobody has opened it, and nor do we."""
    response = _to_save(content, content_type=content_type, name=name)
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _to_save(content: bytes, *, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(bytes(content), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
