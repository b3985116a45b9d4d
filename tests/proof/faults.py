"""Faults: whatever fails and whatever is typed, the page says so kindly, and nothing is lost.

On each page of a resident's way the database becomes read-only, full, or is gone: the page says which, with
503, issues no reference, and holds what she typed. When the database is back, the button on that very page
goes on, and the key with which she sent her claim sends it once.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence

import django

from tests.kit.places import PYTHON, ROOT
from tests.proof.faults_browser import Browser
from tests.proof.faults_database import SERVERS, TROUBLES, WORDS
from tests.proof.report import Progress, Result, Sabotage

NAME = "faults"
SAYS = "whatever fails and whatever is typed, the page says so kindly, and nothing is lost"
SABOTAGE = Sabotage(
    file="moothall/doors/kit/errors.py",
    line='    return error_page(request, kind, again=request.method == "POST")\n',
    replacement="    return error_page(request, kind)\n",
    why="a page of trouble without the form loses what was typed",
)

TODAY = "2026-11-23"
SERVICE = "council_tax_reduction"
APPLY = f"/apply/{SERVICE}"
REFERENCE = re.compile(r"\b[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
MOST_SCREENS = 40
# PostgreSQL that is stopped costs each page ten seconds of waiting for a connection.
BRIEFLY = {("postgresql", "gone")}
BRIEF_STOPS = ("who-lives-here", "check")


def run(
    *, seed: int, short: bool, progress: Progress, databases: Sequence[str] = tuple(SERVERS)
) -> Result:
    django.setup()
    result = Result()
    for database in databases:
        with SERVERS[database](today=TODAY) as server:
            for trouble in TROUBLES:
                _Claim(server, trouble, short, result).run()
                progress(f"{database} {trouble}: {result.counts.get('pages in trouble', 0)} pages in trouble")
    return result


class _Claim:
    """One resident's claim, with one trouble on every page of it."""

    def __init__(self, server, trouble: str, short: bool, result: Result):
        # Only now: it needs Django's settings.
        from moothall.doors.frontdoor.tests.resident import Resident

        self.server, self.trouble, self.result = server, trouble, result
        self.brief = short or (server.kind, trouble) in BRIEFLY
        self.joan = Resident(client=Browser(server.port))

    def run(self) -> None:
        self.first_pages()
        self.interview("/estimate")
        self.look("/estimate")
        self.go_to_identity()
        self.interview("/check")
        self.sending()
        self.case()

    def first_pages(self) -> None:
        joan = self.joan
        joan.opens("/")
        self.press("/", postcode="CT1 1AA")
        self.look("/your-area")
        self.look(f"/services/{SERVICE}")
        self.press(f"{APPLY}/start", again="yes")
