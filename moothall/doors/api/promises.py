"""What other nodes say: a promise in the name of a body of ours, and how one stands.

Invariants:
- nothing is read of a message before it is proven to be one of that node, sent now and never before;
- whoever is not proven learns nothing: one answer, whatever is wrong; the operator's log has the reason;
- an answer is signed, so that nobody on the way can make a promise look kept or refused;
- no cookie is read and no account is asked.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from moothall.doors.api.mistakes import mistake
from moothall.doors.kit.clock import now, today
from moothall.ground.nodes.keys import own_key
from moothall.ground.nodes.known import known_nodes
from moothall.ground.nodes.seen import read_once
from moothall.ground.nodes.signing import NotProven, Proven, read_request, sign_answer
from moothall.ground.people.actor import Actor, other_node
from moothall.ground.people.may import NotPermitted
from moothall.work.applications.actions.receive_promise import receive_promise, standing_of
from moothall.work.applications.between_nodes import (
    NOT_UNDERSTOOD,
    REFUSED,
    Answer,
    NotUnderstandable,
    read_message,
    read_question,
)

log = logging.getLogger("moothall.promises")

LONGEST = 200_000  # bytes of a message
SIGNED = ("Signature-Input", "Signature", "Content-Digest", "Content-Type")


def _from_a_node(view: Callable[[object, Actor], Answer]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives the view what a proven node said, and signs its answer."""

    # Nobody's browser comes here, and no cookie is read: there is nobody to forge a request for.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            answer = mistake("post_it", "Send a POST, signed by a node that we know.", status=405)
            answer["Allow"] = "POST"
            return answer
        try:
            proven = _prove(request)
            said = _read(request)
            actor = other_node(proven.node.name, may_tell=proven.node.may_tell)
            return _signed(request, view(said, actor))
        except NotProven as doubt:
            log.warning("A message was not read: %s", doubt.why)
            return mistake("not_proven", "This is not proven to come from a node that we know.", status=401)
        except NotPermitted:
            log.warning("%s may not tell the body that it named", proven.node.name)
            return mistake("not_permitted", "This node may not tell that body here.", status=403)

    return guarded


@_from_a_node
def promised(said: object, actor: Actor) -> Answer:
    """Opens the case of a promise, once."""
    try:
        message = read_message(said)
    except NotUnderstandable as odd:
        log.warning("A promise of %s cannot be read: %s", actor.id, odd)
        return Answer(REFUSED, refused_for=NOT_UNDERSTOOD)
    return receive_promise(message, actor=actor, today=today(), now=now())


@_from_a_node
def asked(said: object, actor: Actor) -> Answer:
    """How the case of a promise stands."""
    try:
        question = read_question(said)
    except NotUnderstandable as odd:
        log.warning("A question of %s cannot be read: %s", actor.id, odd)
        return Answer(REFUSED, refused_for=NOT_UNDERSTOOD)
    return standing_of(question, actor=actor)


def _prove(request: HttpRequest) -> Proven:
    """Whose message it is, by the true time whatever day a demonstration lives. Raises NotProven."""
    if len(request.body) > LONGEST:
        raise NotProven("too_long")
    moment = timezone.now()
    proven = read_request(
        _headers(request), request.body, path=request.path, others=known_nodes().others, now=moment
    )
    read_once(proven, now=moment)
    return proven


def _read(request: HttpRequest) -> object:
    """What was said, when it was said to this node. Raises NotProven: it may be meant for another."""
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        raise NotProven("no_json") from None
    if not isinstance(said, dict) or said.get("node") != known_nodes().this:
        raise NotProven("another_recipient")
    return said


def _signed(request: HttpRequest, answer: Answer) -> HttpResponse:
    response = JsonResponse(answer.as_json())
    headers = sign_answer(
        response.content,
        asked=_headers(request),
        status=200,
        node=known_nodes().this,
        key=own_key(),
        mark=secrets.token_urlsafe(24),
        now=timezone.now(),
    )
    for name, value in headers.items():
        response[name] = value
    return response


def _headers(request: HttpRequest) -> dict[str, str]:
    return {name: request.headers.get(name, "") for name in SIGNED}
