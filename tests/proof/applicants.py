"""Invented residents who have answered everything and not yet sent it: one line of JSON for each.

Run on a server's own data: `python -m tests.proof.applicants 150`. Each has a draft of her own, a cookie that
opens it, and a wish to have the county told or not, turn about. With `--reports` every fourth tells of a
missed bin instead: that is decided as it is sent, so that decision, letter and job stand or fall with it.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.utils import timezone  # noqa: E402

from moothall.doors.frontdoor.cookies import Interview, remember_interview  # noqa: E402
from moothall.ground.organisations.acting import acting_for  # noqa: E402
from moothall.ground.places.queries import who_serves  # noqa: E402
from tests.kit import claims  # noqa: E402

POSTCODE = "CT11AA"
REPORT = "missed_bin"
REPORTED = {
    "bin_address": "1 Proof Row",
    "bin_stream": "refuse",
    "missed_on": {"day": "23", "month": "11", "year": "2026"},
    "report_email": "",
}


def main(argv: list[str]) -> int:
    serving = [one.organisation.key for one in who_serves(POSTCODE, on=claims.TODAY)]
    with acting_for(serving):
        model = claims.answered(claims.begun(postcode=POSTCODE, now=timezone.now()))
        report = None
        if "--reports" in argv:
            begun = claims.begun(service=REPORT, postcode=POSTCODE, now=timezone.now())
            report = claims.answered(begun, said=REPORTED)
        for number in range(int(argv[0])):
            made = _reporter(report, number) if report and number % 4 == 3 else _another(model, number)
            print(json.dumps(made), flush=True)
    return 0


def _reporter(model, number: int) -> dict[str, object]:
    """A report with the model's answers of another address, so that it joins no other."""
    draft = claims.begun(service=REPORT, postcode=POSTCODE, now=timezone.now())
    draft.answers = json.loads(json.dumps(model.answers).replace("1 Proof Row", f"{number + 1} Proof Row"))
    return _kept(draft, model, bodies=1)


def _another(model, number: int) -> dict[str, object]:
    """A draft with the model's answers under another name."""
    tells_county = number % 2 == 0
    draft = claims.begun(postcode=POSTCODE, now=timezone.now())
    draft.answers = json.loads(json.dumps(model.answers))
    draft.answers["case"] = {**draft.answers.get("case", {}), "bus_pass_wanted": tells_county}
    draft.answers["families"][0]["people"][0]["facts"]["full_name"] = f"Joan Whitlock the {number + 1}th"
    return _kept(draft, model, bodies=2 if tells_county else 1)


def _kept(draft, model, *, bodies: int) -> dict[str, object]:
    """The draft, with the cookie that opens it."""
    draft.seen = model.seen
    draft.save()
    mine = Interview(draft.id, draft.organisation_id)
    answer = HttpResponse()
    remember_interview(answer, HttpRequest(), service=draft.service, interview=mine)
    return {
        "service": draft.service,
        "draft": str(draft.id),
        "cookies": {name: cookie.value for name, cookie in answer.cookies.items()},
        "bodies": bodies,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
