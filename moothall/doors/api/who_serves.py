"""Which organisations serve a postcode: the same question as the page's, asked of the same room."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from moothall.doors.api.mistakes import mistake
from moothall.doors.kit.clock import today
from moothall.doors.kit.limits import TooManyTries, count_try
from moothall.ground.organisations.models import Organisation
from moothall.ground.places.postcodes import BadPostcode, read_postcode, written
from moothall.ground.places.queries import Found, SeveralCouncils, look_up

# Of one address in a minute: a person's program, and not somebody who copies the register.
MOST, SECONDS = 60, 60
LONGEST = 1_000  # bytes of a question
FIELDS = {"postcode", "uprn", "on"}
EXPECTED = '{"postcode": "CT1 1AA"} as application/json, with "on": "2026-11-23" and "uprn": 1 where needed'


class BadQuestion(Exception):
    """What was sent is not a question of this kind."""


@dataclass(frozen=True)
class Question:
    """A postcode as it was typed, the address of a split one, and the legal date."""

    postcode: str
    uprn: int | None
    on: date


# No cookie is read and nothing is changed, so there is nobody in whose name a forged request could act.
@csrf_exempt
def who_serves(request: HttpRequest) -> JsonResponse:
    """Answers a POST with the bodies that serve the postcode; what it reads is public and in no log."""
    if request.method != "POST":
        answer = mistake("post_it", "Send a POST: no address of ours may hold a postcode.", status=405)
        answer["Allow"] = "POST"
        return answer
    try:
        count_try("api", request.META.get("REMOTE_ADDR", ""), most=MOST, seconds=SECONDS)
        question = _read(request)
        postcode = read_postcode(question.postcode)
        found = look_up(postcode, on=question.on, uprn=question.uprn)
    except TooManyTries as wait:
        answer = mistake("too_many", f"Ask again in {wait.wait} seconds.", status=429)
        answer["Retry-After"] = str(wait.wait)
        return answer
    except BadQuestion:
        return mistake("bad_question", f"Expected: {EXPECTED}.", status=400)
    except BadPostcode as wrong:
        councils = wrong.councils if isinstance(wrong, SeveralCouncils) else ()
        said = (type(wrong).__doc__ or "").partition("\n")[0]
        return mistake(wrong.key, said, status=422, may_be=[_body(one) for one in councils])
    return JsonResponse(_answer(written(postcode), question.on, found))


def _read(request: HttpRequest) -> Question:
    if request.content_type != "application/json" or len(request.body) > LONGEST:
        raise BadQuestion
    try:
        told = json.loads(request.body)
        if not isinstance(told, dict) or not told.keys() <= FIELDS:
            raise BadQuestion
        on = date.fromisoformat(told["on"]) if "on" in told else today()
        postcode, uprn = told["postcode"], told.get("uprn")
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise BadQuestion from wrong
    if not isinstance(postcode, str) or not (uprn is None or type(uprn) is int):
        raise BadQuestion
    return Question(postcode, uprn, on)


def _answer(postcode: str, on: date, found: Found) -> dict[str, object]:
    return {
        "postcode": postcode,
        "on": on.isoformat(),
        "register": f"{found.register}, {found.dated}",
        "serving": [_body(one.organisation) for one in found.serving],
        "may_also_be": [_body(one) for one in found.may_also_be],
    }


def _body(one: Organisation) -> dict[str, object]:
    names = {"en": one.name_en} | ({"cy": one.name_cy} if one.name_cy else {})
    return {
        "key": one.key,
        "name": names,
        "tier": one.kind,
        "nation": one.nation,
        "homepage": one.homepage,
    }
