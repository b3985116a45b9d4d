"""Runs claims in one process and prints their figures as one line of JSON."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from datetime import timedelta
from unittest.mock import patch

from bench._meter import Meter


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=60)
    asked = parser.parse_args()

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    django.setup()
    print(json.dumps(_measure(asked.claims)))


def _measure(claims_wanted: int) -> dict:
    from moothall.ground.organisations.acting import acting_for
    from tests.kit import claims

    with acting_for(BOTH):
        claims.send(claims.answered(claims.begun()).id, key="warm")
        drafts = [claims.answered(claims.begun()) for _ in range(claims_wanted)]
    sending = Meter()
    applications = []
    for draft in drafts:
        with sending.measured(), acting_for(BOTH):
            applications.append(claims.send(draft.id, key=str(draft.id)))
    whole = Meter()
    with _printed_apart():
        for _ in range(claims_wanted // 3):
            with acting_for(BOTH):
                draft = claims.answered(claims.begun())
            with whole.measured():
                _whole_life(draft)
    step = Meter()
    for task in _late_tasks(applications):
        with step.measured():
            _finish(task)
    insert = Meter()
    for number in range(claims_wanted):
        with insert.measured():
            _bare_insert(number)
    return {
        "send a claim: statements": sending.statements(budget=12),
        "send a claim: CPU, both processes": sending.cpu(budget=10),
        "create, decide, letter, read: statements": whole.statements(budget=60),
        "create, decide, letter, read: CPU": whole.cpu(budget=60),
        "one step of a process: statements": step.statements(budget=8),
        "one step of a process: CPU": step.cpu(budget=3),
        "one step of a process: wall": step.wall(),
        "floor, bare INSERT and COMMIT: wall": insert.wall(),
        "floor, bare INSERT and COMMIT: CPU": insert.cpu(),
        "floor, one flush of the disk: wall": {"value": _flush() * 1000, "unit": "ms"},
    }


BOTH = {"canterbury", "kent"}


def _printed_apart():
    """The letter's PDF is work of its own, ten times that of the claim, and its budget is none of these."""
    from moothall.ground.due_work import handlers

    return patch.dict(handlers._handlers, {"notice.print": lambda **_: None})


def _whole_life(draft) -> None:
    """Sent, decided, its letter sent and read: what residents and officers do, without their pages."""
    from moothall.ground.due_work import run_due
    from moothall.ground.organisations.acting import acting_for
    from moothall.work.cases.actions import decide
    from moothall.work.cases.holding import cases
    from moothall.work.cases.queries import newest_decision
    from moothall.work.notices.queries import told_about
    from tests.kit import claims

    with acting_for(BOTH):
        application = claims.send(draft.id, key=str(draft.id))
    with acting_for({"canterbury"}):
        case = cases().get(reference=application.reference)
        officer = claims.an_officer("canterbury")
        decide(case.id, actor=officer, revision=case.revision, today=claims.TODAY, now=claims.NOW)
    run_due(claims.NOW)
    with acting_for({"canterbury"}):
        assert newest_decision(case).letters["en"]["text"] == told_about([case.id])[0].text


def _late_tasks(applications) -> list:
    """Time passes without a decision, and the team leader has to say why: one task for each case."""
    from moothall.ground.due_work import run_due
    from moothall.ground.organisations.acting import acting_for
    from moothall.work.cases.models import Task
    from tests.kit import claims

    while run_due(claims.NOW + timedelta(days=15)):
        pass
    references = [application.reference for application in applications]
    with acting_for({"canterbury"}):
        return list(Task.objects.filter(node="explain_delay", case__reference__in=references))


def _finish(task) -> None:
    from moothall.ground.organisations.acting import acting_for
    from moothall.work.cases.actions import finish_task
    from tests.kit import claims

    leader = claims.an_officer("canterbury", role="team_leader")
    note = "Waiting for a letter from the pension provider."
    with acting_for({"canterbury"}):
        finish_task(task.id, actor=leader, outcome="", note=note, today=claims.TODAY, now=claims.NOW)


def _bare_insert(number: int) -> None:
    from django.db import connection

    # A table that the application may write: rows of sessions have no owner and no trigger.
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, '', now())",
            [f"bench-{number}"],
        )


def _flush(times: int = 50) -> float:
    """Seconds that the disk takes to make one small write last; the middle of fifty."""
    with tempfile.NamedTemporaryFile(dir=os.environ["MOOTHALL_DATA"]) as file:
        took = []
        for _ in range(times):
            began = time.perf_counter()
            os.write(file.fileno(), b"x" * 200)
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - began)
    return sorted(took)[times // 2]


if __name__ == "__main__":
    main()
