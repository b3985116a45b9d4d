"""The desk's door: who may come in at all.

Invariants:
- every page of the desk is behind `officers_only`; a test walks the addresses;
- an account without a second factor enrols one before it sees anything;
- an account that has proved itself only once is asked for the code, and sees nothing;
- what an officer wrote while her session ended is given back to her, and nothing else is;
- what is refused to an officer is written down;
- an account without a role today is told so, and sees nothing;
- the page runs inside `acting_for` the officer's organisations, in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.views.decorators.cache import never_cache

from moothall.doors.desk.adapters import has_second_factor
from moothall.doors.desk.refusals import record_refusal
from moothall.doors.kit.clock import today
from moothall.doors.kit.pages import page
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import actor_of
from moothall.ground.people.may import NotPermitted
from moothall.ground.people.second_factor import proved_twice

View = Callable[..., HttpResponse]

# What officers write at length. It is given back when the session ended while they wrote.
WRITTEN = ("why", "law", "note")


def officers_only(view: View) -> View:
    """Let an officer in who proved it twice; `request.actor` is who she is."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not proved_twice(request):
            return _prove_it(request)
        request.actor = actor_of(request, today=today())
        if request.actor.kind != "officer":
            return page(request, "desk/no_role.html", status=403)
        try:
            with acting_for(request.actor.organisations):
                return view(request, *args, **kwargs)
        except (Http404, NotPermitted):
            record_refusal(request.actor, page=request.resolver_match.view_name)
            raise

    guarded.officers_only = True
    return never_cache(guarded)


def _prove_it(request: HttpRequest) -> HttpResponse:
    """What is still wanted of whoever stands at the door: everything, a second factor, or a code."""
    typed = [(name, request.POST[name]) for name in WRITTEN if request.POST.get(name)]
    if not request.user.is_authenticated:
        if typed:
            return page(request, "desk/signed_out.html", {"typed": typed}, status=403)
        return redirect_to_login(_back_to(request))
    if not has_second_factor(request.user):
        return redirect("mfa_activate_totp")
    return redirect_to_login(_back_to(request), resolve_url("mfa_reauthenticate"))


def _back_to(request: HttpRequest) -> str:
    """The page that was asked for; after a form, the page that holds it."""
    return request.get_full_path() if request.method == "GET" else resolve_url("desk:queue")
