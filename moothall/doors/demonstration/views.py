"""An authenticator for invented officers, and the messages that were not really sent."""

from __future__ import annotations

import time

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.demonstration.codes import codes_at, seconds_left
from moothall.doors.kit.clock import today
from moothall.doors.kit.pages import page
from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import actor_of
from moothall.ground.people.visible_to import visible_to
from moothall.work.applications.saved_link import path_in
from moothall.work.notices.layout import blocks
from moothall.work.notices.models import Notice

MOST = 50


@require_safe
def authenticator(request: HttpRequest) -> HttpResponse:
    """What each invented officer's authenticator shows at this moment."""
    now = int(time.time())
    return page(
        request, "demonstration/authenticator.html", {"codes": codes_at(now), "left": seconds_left(now)}
    )


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """The newest messages that the reader may see anyway: her own, or her organisation's."""
    actor = actor_of(request, today=today())
    with acting_for(actor.organisations):
        notices = list(Notice.objects.filter(visible_to(actor, Notice)).order_by("-queued_at", "-id")[:MOST])
    shown = {"notices": notices, "actor": actor, "blocks": blocks, "path_in": path_in}
    return page(request, "demonstration/outbox.html", shown)
