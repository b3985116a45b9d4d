"""Mistakes as JSON: a kind that a program can compare, and a sentence for who reads its log."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt


def mistake(kind: str, says: str, *, status: int, **more: list) -> JsonResponse:
    """The answer to a question that cannot be answered. It never repeats what was asked.

    `more` are lists of what to choose from; one that is empty is left out.
    """
    listed = {name: values for name, values in more.items() if values}
    return JsonResponse({"error": {"kind": kind, "says": says} | listed}, status=status)


@csrf_exempt
def no_such_address(request: HttpRequest) -> JsonResponse:
    """Default deny: nothing is answered but what the urls name."""
    return mistake("no_such_address", "There is nothing at this address.", status=404)
