"""Work that stopped: what a machine tried often enough, and a person must now look at."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.kit.clock import now
from moothall.doors.kit.wording import known_or, t
from moothall.ground.due_work import try_again
from moothall.ground.due_work.models import Work
from moothall.ground.due_work.queries import given_up
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import NotPermitted, may
from moothall.ground.record import Happened, write_all

MOST = 100


@require_http_methods(["GET", "HEAD", "POST"])
@officers_only
def stopped(request: HttpRequest) -> HttpResponse:
    """What stopped, why and since when, and the button that begins all of it again."""
    bodies = _answers_for(request.actor, "stopped_work.view")
    if not bodies:
        raise NotPermitted(request.actor, "stopped_work.view")
    with acting_for(bodies):
        if request.method == "POST":
            return _again(request)
        rows = [_row(work) for work in given_up()[:MOST]]
    begun = request.GET.get("begun", "")
    return desk_page(
        request, "desk/stopped.html", {"rows": rows, "most": MOST, "begun": begun if begun.isdigit() else ""}
    )


def _answers_for(actor: Actor, verb: str) -> set[str]:
    bodies = Organisation.objects.filter(pk__in=actor.organisations)
    return {body.pk for body in bodies if may(actor, verb, body)}


def _again(request: HttpRequest) -> HttpResponse:
    """Those that she saw, and no others: what stopped since is shown to her first."""
    ids = [int(one) for one in request.POST.getlist("work")[:MOST] if one.isdecimal() and len(one) < 16]
    found = list(given_up().filter(id__in=ids))
    begun = try_again([work.id for work in found], now=now())
    write_all(
        [
            Happened(
                verb="work.tried_again",
                organisation=work.organisation_id,
                channel=request.actor.channel,
                actor=request.actor,
                step=work.kind,
                details={"kind": work.kind},
            )
            for work in found
        ]
    )
    return redirect(f"{reverse('desk:stopped')}?begun={begun}")


def _row(work: Work) -> dict[str, object]:
    return {
        "id": work.id,
        "what": known_or(f"desk.stopped.kind.{work.kind}", t("desk.stopped.kind.other", kind=work.kind)),
        "why": known_or(
            f"desk.stopped.problem.{work.problem}", t("desk.stopped.problem.other", name=work.problem)
        ),
        "since": work.given_up_at,
        "attempts": work.attempts,
    }
