"""Joan's claim in one process and without a browser, noting which of our files did something for it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.test import Client
from django.urls import get_resolver

from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.kit.clock import now
from moothall.ground.due_work import run_due
from moothall.ground.record import sequence
from tests.kit.places import ROOT

FLOORS = str(ROOT / "moothall") + "/"


@contextmanager
def files_that_act() -> Iterator[dict[str, None]]:
    """Paths under moothall/ without tests, in the order in which a function of theirs is first called."""
    acted: dict[str, None] = {}

    def called(frame, event, argument) -> None:
        code = frame.f_code
        # The body of a module or a class runs when it is imported, whether or not anybody needs it.
        if event == "call" and code.co_flags & 0x02 and code.co_filename.startswith(FLOORS):
            path = code.co_filename.removeprefix(str(ROOT) + "/")
            if "/tests/" not in path and "/migrations/" not in path:
                acted.setdefault(path)

    sys.setprofile(called)
    try:
        yield acted
    finally:
        sys.setprofile(None)


def walk_a_claim() -> dict[str, None]:
    """From the postcode to the decision and the request to look again; the files that acted, in order."""
    get_resolver().url_patterns  # noqa: B018  (read once by whoever comes first, with every door's decorators)
    with files_that_act() as acted:
        joan = Resident()
        joan.opens("/").lives_at("CT1 1AA").opens("/your-area?q=counsil+tax")
        joan.reaches_the_estimate().applies().submits()
        reference = re.search(r"CAN-\w{4}-\w{4}", joan.words)[0]
        joan.opens(f"/case/{reference}")
        _decide(signed_in(officer()), reference)
        run_due(now())
        sequence()
        joan.opens(f"/case/{reference}/decision").opens(f"/case/{reference}/review").answers(why="My rent.")
    return acted


def _decide(meena: Client, reference: str) -> None:
    queue = meena.get("/desk/").content.decode()
    case = re.search(
        rf'href="(/desk/case/[0-9a-f-]+)"[^>]*>[^<]*</a>(?:(?!</tr>).)*{reference}', queue, re.S
    )[1]
    meena.get(case)
    page = meena.get(f"{case}/decide").content.decode()
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    meena.post(f"{case}/decide", {"answer": "accept", "revision": revision})
    letter = meena.get(f"{case}/letter").content.decode()
    read = re.search(r'name="read" value="(\w+)"', letter)[1]
    assert meena.post(f"{case}/letter", {"read": read}).status_code == 302
