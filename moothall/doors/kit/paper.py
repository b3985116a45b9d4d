"""A PDF as an answer: to be kept by its reader, and by nobody between."""

from __future__ import annotations

from django.http import HttpResponse


def pdf_response(pdf: bytes, *, name: str) -> HttpResponse:
    """The bytes as a file to save. `name` is a reference, never a person's name."""
    response = HttpResponse(bytes(pdf), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
