"""Whatever is changed behind the record's back is found, and said with what was expected."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils import timezone

from moothall.ground.organisations.wall import enter
from moothall.ground.record import erase, sequence, verify_record
from moothall.ground.record.models import Entry, Payload
from moothall.ground.record.proofs import newest_checkpoint
from moothall.ground.record.tests.happenings import acting, tamper, wrote

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def thirteen_entries():
    """Twelve editions of two bodies in two batches, one payload of which is erased."""
    wrote(9)
    wrote(3, organisation="kent")
    sequence()
    with acting():
        erase(
            [Entry.objects.earliest("id").pk], organisation="canterbury", ground="request", now=timezone.now()
        )
    sequence()


def verified(**kept):
    with acting():
        return verify_record(**kept)


def test_an_honest_record_is_whole():
    report = verified()
    assert report.findings == []
    assert (report.entries, report.payloads, report.erased, report.checkpoints) == (13, 11, 1, 2)
    assert report.root == bytes(newest_checkpoint().root)


def test_what_is_written_but_not_yet_placed_is_checked_too():
    wrote(2)
    assert verified().findings == []
    tamper('UPDATE record_payload SET content = \'{"why":"Nobody"}\' WHERE entry_id > 13')
    assert "not placed yet: the payload commits to" in verified().findings[0]


def test_progress_is_told():
    told = []
    with acting():
        verify_record(lambda done, whole: told.append((done, whole)))
    assert told == [(13, 13)]


def test_a_record_that_grows_while_it_is_read_is_no_finding():
    def grow(done, whole):
        wrote(1)
        assert sequence() == 1

    if connection.vendor == "postgresql":
        with ThreadPoolExecutor(1) as other, acting():
            report = verify_record(lambda *told: other.submit(_elsewhere, grow, told).result())
    else:
        report = verify_record(grow)
    assert report.findings == []


def _elsewhere(run, told):
    run(*told)
    connection.close()


A_LEAF = "(SELECT leaf_hash FROM record_entry WHERE id = 1)"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE record_entry SET verb = 'x' WHERE id = 3", "Position 2 .* envelope hashes to"),
        ("UPDATE record_entry SET minutes = 5 WHERE id = 3", "Position 2 .* envelope hashes to"),
        ("UPDATE record_entry SET organisation = 'kent' WHERE id = 3", "envelope hashes to"),
        (f"UPDATE record_entry SET leaf_hash = {A_LEAF} WHERE id = 9", "Position 8 .* entry keeps the hash"),
        ("DELETE FROM record_entry WHERE id = 6", "found no entry 6"),
        ("UPDATE record_payload SET content = '{}' WHERE entry_id = 4", "Position 3 .* payload commits to"),
        ("UPDATE record_payload SET organisation = 'kent' WHERE entry_id = 4", "payload is of kent"),
        ("DELETE FROM record_payload WHERE entry_id = 4", "found no payload and no erasure"),
        ("DELETE FROM record_erasure", "found no payload and no erasure"),
        ("UPDATE record_erasure SET said_by_id = 5", "erased, but entry 5 names None"),
        ("DELETE FROM record_position WHERE position = 6", "Found position 7, expected 6"),
        ("DELETE FROM record_position WHERE position = 12", "checkpoint is of 13 entries; found only 12"),
        (f"UPDATE record_position SET leaf_hash = {A_LEAF} WHERE position = 5", "Position 5"),
        ("DELETE FROM record_checkpoint WHERE size = 13", "newest checkpoint is of 12 entries; found 13"),
        (f"UPDATE record_checkpoint SET root = {A_LEAF} WHERE size = 12", "checkpoint of 12 entries: found"),
        ('DELETE FROM record_node WHERE level = 2 AND "index" = 1', "Node 2/1: found nothing"),
        (f"UPDATE record_node SET hash = {A_LEAF}", "Node 1/0: found"),
        (f'INSERT INTO record_node (level, "index", hash) VALUES (9, 9, {A_LEAF})', "Found 11 nodes"),
    ],
)
def test_tampering_is_found(statement, expected):
    tamper(statement)
    findings = "\n".join(verified().findings)
    assert re.search(expected, findings), findings


def test_an_erased_payload_that_came_back_is_found():
    with acting():
        kept = Payload.objects.first()
    salt, content = "salt", "content"
    tamper(
        f"INSERT INTO record_payload (entry_id, organisation, {salt}, {content}) "
        f"SELECT 1, organisation, {salt}, {content} FROM record_payload WHERE entry_id = {kept.pk}"
    )
    findings = "\n".join(verified().findings)
    assert "expected none: the list says that it was erased" in findings


def test_a_record_rewritten_whole_is_found_by_a_root_that_was_kept():
    """Whoever owns the server can rewrite every hash so that they fit. A kept root does not."""
    kept = {13: bytes(newest_checkpoint().root)}
    assert verified(kept=kept).findings == []
    for table in ("erasure", "payload", "position", "entry", "node", "checkpoint"):
        tamper(f"DELETE FROM record_{table}")
    wrote(13)
    sequence()
    assert verified().findings == []
    assert "root kept elsewhere of 13 entries" in verified(kept=kept).findings[0]


def test_what_is_not_in_context_is_a_finding_and_not_passed_over():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no second wall")
    with transaction.atomic():
        enter(connection, {"kent"})
        assert "found no entry" in verify_record().findings[0]
