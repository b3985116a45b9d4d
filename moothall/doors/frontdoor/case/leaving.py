"""Leaving a device that others use too, in a library or at a neighbour's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from moothall.doors.frontdoor.cookies import forget_all
from moothall.ground.people.held_cases import let_go_of_cases


def wants_to_leave(request: HttpRequest) -> bool:
    """Whether she pressed the button that leaves, and not the one that opens a case."""
    return request.method == "POST" and request.POST.get("do") == "leave"


def leave(request: HttpRequest) -> HttpResponse:
    """This browser forgets her place, her interviews and her cases. What was sent stays where it is."""
    let_go_of_cases(request)
    response = redirect(reverse("frontdoor_find_case") + "?left=1")
    forget_all(response)
    return response
