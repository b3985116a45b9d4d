"""Work that is due is done, at least once, by whoever holds it, whatever happens to a worker."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from moothall.ground import record
from moothall.ground.due_work import (
    Due,
    NotAnId,
    UnknownKind,
    enqueue,
    enqueue_all,
    given_up,
    handlers,
    loop,
    register,
    run_due,
    taking,
    try_again,
)
from moothall.ground.due_work.models import Work
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.record.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)

NOW = timezone.now()
BODIES = ("canterbury", "kent")


@pytest.fixture(autouse=True)
def bodies():
    for key in BODIES:
        Organisation.objects.create(
            key=key, prefix=key[:3].upper(), name_en=key, kind="district", nation="england", hosted=True
        )


@pytest.fixture(autouse=True)
def no_handlers(monkeypatch):
    monkeypatch.setattr(handlers, "_handlers", {})


class Postman:
    """A handler that remembers what it did, and fails as often as it is told to."""

    def __init__(self, *, failing: int = 0):
        self.did, self.failing = [], failing

    def __call__(self, *, organisation, payload, now):
        self.did.append((organisation, payload["notice"]))
        if len(self.did) <= self.failing:
            raise ConnectionRefusedError("mail.example refused a.finch@example.org")
        record.write(record.Happened(verb="notice.sent", organisation=organisation, channel="system"))


@pytest.fixture
def postman():
    made = Postman()
    register("notice.send", made)
    return made


def due(number: int, *, organisation: str = "canterbury", at=NOW) -> Due:
    return Due(
        kind="notice.send",
        key=f"n{number}",
        organisation=organisation,
        due_at=at,
        payload={"notice": f"n{number}"},
    )


def enqueued(*work: Due) -> None:
    with acting_for(BODIES):
        enqueue_all(work)


def rows():
    with acting_for(BODIES):
        return list(Work.objects.order_by("id"))


def sent() -> int:
    with acting_for(BODIES):
        return Entry.objects.filter(verb="notice.sent").count()


def test_work_is_done_for_its_organisation_when_it_is_due_and_once(postman):
    enqueued(due(1), due(2, organisation="kent"), due(3, at=NOW + timedelta(minutes=5)))
    assert run_due(NOW) == 2
    assert run_due(NOW) == 0
    assert postman.did == [("canterbury", "n1"), ("kent", "n2")]
    assert run_due(NOW + timedelta(minutes=5)) == 1
    assert all(row.done_at for row in rows())


def test_a_handler_sees_only_its_own_organisation():
    seen = []

    def look(*, organisation, payload, now):
        seen.append({row.organisation_id for row in Work.objects.all()})

    register("notice.send", look)
    enqueued(due(1), due(2, organisation="kent"))
    run_due(NOW)
    assert seen == [{"canterbury"}, {"kent"}]


def test_many_are_enqueued_in_one_statement(postman, django_assert_num_queries):
    with acting_for(BODIES), django_assert_num_queries(1):
        enqueue_all([due(number) for number in range(30)])


def test_saying_it_twice_is_saying_it_once_even_after_it_is_done(postman):
    enqueued(due(1))
    enqueued(due(1))
    run_due(NOW)
    enqueued(due(1))
    assert run_due(NOW) == 0
    assert len(rows()) == len(postman.did) == 1


def test_work_of_a_transaction_that_fails_is_never_due(postman):
    with pytest.raises(ZeroDivisionError), acting_for(BODIES):
        enqueue("notice.send", "n1", "canterbury", NOW, {"notice": "n1"})
        raise ZeroDivisionError
    assert rows() == []


def test_it_must_be_enqueued_in_a_transaction(postman):
    with pytest.raises(transaction.TransactionManagementError):
        enqueue_all([due(1)])


def test_what_nobody_can_do_is_refused_when_it_is_enqueued():
    with pytest.raises(UnknownKind, match=r"moothall/wiring.py"), acting_for(BODIES):
        enqueue_all([due(1)])


@pytest.mark.parametrize("personal", ["Ada Finch", "12 Mill Lane", 1.5, ["n1"], "a@b"])
def test_only_ids_wait_in_the_queue(postman, personal):
    with pytest.raises(NotAnId), acting_for(BODIES):
        enqueue("notice.send", "n1", "canterbury", NOW, {"notice": personal})


def test_a_failure_leaves_nothing_behind_and_is_tried_again_after_a_growing_pause():
    postman = Postman(failing=2)
    register("notice.send", postman)
    enqueued(due(1))
    now = NOW
    for pause in (5, 10):
        assert run_due(now) == 1
        assert sent() == 0
        (row,) = rows()
        assert row.due_at - now == timedelta(seconds=pause)
        assert row.problem == "ConnectionRefusedError", "the text of an error may hold an address"
        assert run_due(now) == 0
        now = row.due_at
    assert run_due(now) == 1
    assert sent() == 1
    assert rows()[0].done_at == now


def test_what_fails_as_often_as_it_may_is_given_up_and_said():
    register("notice.send", Postman(failing=100))
    enqueued(due(1))
    now = NOW
    for _ in range(taking.MOST_ATTEMPTS):
        assert run_due(now) == 1
        now += timedelta(hours=2)
    assert run_due(now) == 0
    with acting_for(BODIES):
        assert [row.problem for row in given_up()] == ["ConnectionRefusedError"]
        said = Entry.objects.get(verb="work.given_up")
        assert said.details == {"kind": "notice.send", "attempts": taking.MOST_ATTEMPTS}


def test_one_that_fails_does_not_hold_up_the_others():
    postman = Postman(failing=1)
    register("notice.send", postman)
    enqueued(due(1), due(2))
    assert run_due(NOW) == 2
    assert sent() == 1


def test_what_a_killed_worker_held_is_taken_again_when_its_lease_ends(postman):
    enqueued(due(1))
    with acting_for(BODIES):
        assert len(taking.take(now=NOW, most=5)) == 1  # and then it is killed
    assert run_due(NOW + taking.LEASE - timedelta(seconds=1)) == 0
    assert run_due(NOW + taking.LEASE) == 1
    assert sent() == 1


def test_work_that_kills_every_worker_is_given_up(postman):
    enqueued(due(1))
    now = NOW
    for _ in range(taking.MOST_ATTEMPTS):
        with acting_for(BODIES):
            taking.take(now=now, most=5)
        now += taking.LEASE
    assert run_due(now) == 1
    assert postman.did == []
    with acting_for(BODIES):
        assert [row.problem for row in given_up()] == ["KilledTooOften"]


def test_a_worker_that_woke_after_its_lease_does_nothing(postman):
    """Two workers believe that they hold the row; only the second does."""
    from moothall.ground.due_work.worker import _do

    enqueued(due(1))
    with acting_for(BODIES):
        (slept,) = taking.take(now=NOW, most=5)
    assert run_due(NOW + taking.LEASE) == 1
    _do(slept, now=NOW + taking.LEASE)
    assert sent() == 1


@pytest.mark.postgresql
def test_two_workers_take_different_rows_and_never_wait(postman):
    enqueued(*(due(number) for number in range(6)))
    taken, ready, go = [], threading.Event(), threading.Event()

    def other():
        with acting_for(BODIES):
            taken.extend(taking.take(now=NOW, most=3))
            ready.set()
            go.wait(10)
        connection.close()

    worker = threading.Thread(target=other)
    worker.start()
    assert ready.wait(10)
    with acting_for(BODIES):
        mine = taking.take(now=NOW, most=6)
    go.set()
    worker.join(10)
    assert {row.key for row in taken}.isdisjoint({row.key for row in mine})
    assert len(taken) == len(mine) == 3


def test_the_loop_does_what_becomes_due_orders_the_record_and_stops(postman):
    from moothall.ground.record.sequencer import size

    stop, done = threading.Event(), threading.Event()
    send = handlers._handlers["notice.send"]

    def send_and_tell(**how):
        send(**how)
        done.set()

    handlers._handlers["notice.send"] = send_and_tell
    worker = threading.Thread(target=loop, args=(stop,), kwargs={"pause": 0.05})
    worker.start()
    try:
        enqueued(due(1))
        assert done.wait(20)
        for _ in range(200):
            if size():
                break
            stop.wait(0.05)
    finally:
        stop.set()
        worker.join(20)
    assert not worker.is_alive()
    assert sent() == size() == 1


def test_the_loop_outlives_a_database_that_is_away(monkeypatch):
    from django.db import OperationalError

    from moothall.ground.due_work import worker

    turns = iter([OperationalError("gone"), OperationalError("gone"), 0])
    stop = threading.Event()

    def away(now):
        turn = next(turns)
        if isinstance(turn, Exception):
            raise turn
        stop.set()
        return turn

    monkeypatch.setattr(worker, "run_due", away)
    loop(stop, pause=0.01)
    assert next(turns, "over") == "over"


def test_what_was_given_up_can_be_tried_again(postman):
    """The other body's work stays as it is, and so does work that is still being tried."""
    register("draft.forget", Postman(failing=100))
    theirs = Due(kind="draft.forget", key="2", organisation="kent", due_at=NOW, payload={"notice": "2"})
    enqueued(due(1), theirs)
    with acting_for(BODIES):
        Work.objects.update(given_up_at=NOW, attempts=taking.MOST_ATTEMPTS)
        first, second = (row.id for row in given_up().order_by("kind", "id"))
    with acting_for({"canterbury"}):
        assert try_again([first, second], now=NOW) == 1
        assert try_again([first, second], now=NOW) == 0
    assert run_due(NOW) == 1
    assert sent() == 1
