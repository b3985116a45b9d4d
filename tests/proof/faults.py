"""Faults: whatever fails and whatever is typed, the page says so kindly, and nothing is lost.

On each page of a resident's way the database becomes read-only, full, or is gone: the page says which, with
503, issues no reference, and holds what she typed. When the database is back, the button on that very page
goes on, and the key with which she sent her claim has sent it once. Then she types what people type, and a
council's officer publishes what cannot be right.
"""

from __future__ import annotations

from collections.abc import Sequence

import django

from tests.proof.faults_claim import Claim
from tests.proof.faults_database import SERVERS, TROUBLES
from tests.proof.faults_definitions import wrong_definitions
from tests.proof.faults_officer import Officer
from tests.proof.faults_typed import typed_wrong
from tests.proof.report import Progress, Result, Sabotage
from tests.proof.second_wall import set_stage

NAME = "faults"
SAYS = "whatever fails and whatever is typed, the page says so kindly, and nothing is lost"
SABOTAGE = Sabotage(
    file="moothall/doors/kit/errors.py",
    line='    return error_page(request, kind, again=request.method == "POST")\n',
    replacement="    return error_page(request, kind)\n",
    why="a page of trouble without the form loses what was typed",
)

TODAY = "2026-11-23"
DATABASES = tuple(SERVERS)


def run(*, seed: int, short: bool, progress: Progress, databases: Sequence[str] = DATABASES) -> Result:
    django.setup()
    result = Result()
    for database in databases:
        with SERVERS[database](today=TODAY) as server:
            for trouble in TROUBLES:
                claim = Claim(server, trouble, short=short, result=result)
                claim.make()
                progress(f"{database} {trouble}: {claim.told} pages said so, and the claim was sent once")
            typed = typed_wrong(server, result)
            progress(f"{database}: {typed} answers that cannot be right were explained and kept")
            officer = Officer(server, set_stage(server), short=short, result=result)
            officer.work()
            progress(f"{database}: {officer.told} pages of the desk said so")
            verified = server.command("verify", check=False)
            result.expect(verified.returncode == 0, f"{database}: {verified.stdout}{verified.stderr}")
            if database == "sqlite":
                refused = wrong_definitions(server, result)
                progress(f"{refused} definitions that cannot be right were refused with file and line")
    return result
