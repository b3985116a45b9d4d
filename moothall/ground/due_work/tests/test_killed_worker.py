"""A worker that is killed in the middle of its work, by the operating system, with no chance to say so."""

import os
import signal
import subprocess
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from moothall.ground.due_work import Due, enqueue_all, handlers, register, run_due, taking
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.record import Happened, write
from moothall.ground.record.models import Entry
from tests.kit import databases
from tests.kit.places import PYTHON, ROOT

pytestmark = pytest.mark.django_db(transaction=True)

NOW = timezone.now()

# Another process does the work, says so when everything is written but nothing is committed, and waits.
WORKER = """
import sys, time, django
django.setup()
from datetime import datetime
from moothall.ground.due_work import handlers, run_due
from moothall.ground.record import Happened, write

def send(*, organisation, payload, now):
    write(Happened(verb="notice.sent", organisation=organisation, channel="system"))
    print("in hand", flush=True)
    time.sleep(60)

handlers._handlers["notice.send"] = send
run_due(datetime.fromisoformat(sys.argv[1]))
"""


def send(*, organisation, payload, now):
    write(Happened(verb="notice.sent", organisation=organisation, channel="system"))


def sent() -> int:
    with acting_for({"canterbury"}):
        return Entry.objects.filter(verb="notice.sent").count()


def test_a_killed_worker_leaves_nothing_half_done_and_its_work_is_done_once(monkeypatch):
    monkeypatch.setattr(handlers, "_handlers", {})
    register("notice.send", send)
    Organisation.objects.create(
        key="canterbury", prefix="CAN", name_en="C", kind="district", nation="england", hosted=True
    )
    with acting_for({"canterbury"}):
        enqueue_all([Due(kind="notice.send", key="n1", organisation="canterbury", due_at=NOW)])
    worker = _start()
    assert worker.stdout.readline() == "in hand\n"
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(20) == -signal.SIGKILL
    worker.stdout.close()
    assert sent() == 0
    assert run_due(NOW + timedelta(seconds=1)) == 0, "the dead worker's lease has not ended"
    assert run_due(NOW + taking.LEASE) == 1
    assert sent() == 1


def _start() -> subprocess.Popen:
    if connection.vendor == "postgresql":
        address = databases.current().application_url
    else:
        address = f"sqlite:///{connection.settings_dict['NAME']}"
    return subprocess.Popen(
        [str(PYTHON), "-c", WORKER, NOW.isoformat()],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "moothall.settings", "MOOTHALL_DATABASE": address},
        stdout=subprocess.PIPE,
        text=True,
    )
