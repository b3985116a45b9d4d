"""One order for all entries, which nothing that commits later can change."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from moothall.ground.record import consistency_proof, erase, inclusion_proof, merkle, sequence
from moothall.ground.record.models import Checkpoint, Entry, Node, Position
from moothall.ground.record.proofs import NotYetPlaced, newest_checkpoint, root_at
from moothall.ground.record.sequencer import LOCK
from moothall.ground.record.tests.happenings import acting, published, wrote
from moothall.ground.record.writing import write
from tests.kit import databases

pytestmark = pytest.mark.django_db(transaction=True)


class Grown:
    """The tree of these leaves, held in memory."""

    def __init__(self, leaves):
        self._nodes = {}
        for position, leaf in enumerate(leaves):
            self._nodes |= dict(merkle.completed_by(position, leaf, self._at))

    def root(self, size):
        return merkle.root(size, self._at)

    def _at(self, level, index):
        return self._nodes[level, index]


def placed() -> list[int]:
    return list(Position.objects.order_by("position").values_list("entry_id", flat=True))


def test_entries_get_positions_without_a_gap_in_the_order_of_their_writing():
    entries = wrote(3) + wrote(2, organisation="kent")
    assert sequence() == 5
    assert placed() == [entry.pk for entry in entries]
    assert list(Position.objects.order_by("position").values_list("position", flat=True)) == [0, 1, 2, 3, 4]


def test_nothing_waits_nothing_is_done():
    assert sequence() == 0
    assert newest_checkpoint() is None


def test_only_so_many_at_a_time_and_the_tree_is_the_same():
    wrote(23)
    while sequence(most=5):
        pass
    leaves = [
        bytes(leaf) for leaf in Position.objects.order_by("position").values_list("leaf_hash", flat=True)
    ]
    tree = Grown(leaves)
    assert root_at(23) == tree.root(23)
    assert [row.size for row in Checkpoint.objects.order_by("size")] == [5, 10, 15, 20, 23]
    assert Node.objects.count() == 23 - (23).bit_count()


def test_an_entry_proves_that_it_is_there():
    entries = wrote(11)
    with acting(), pytest.raises(NotYetPlaced):
        inclusion_proof(entries[4])
    sequence()
    shown = inclusion_proof(entries[4])
    assert merkle.is_included(**vars(shown))
    assert not merkle.is_included(**vars(shown) | {"leaf": merkle.leaf_hash(b"another envelope")})


def test_the_record_proves_that_it_was_only_added_to():
    wrote(6)
    sequence()
    earlier = bytes(newest_checkpoint().root)
    wrote(7)
    sequence()
    shown = dict(earlier=6, later=13, earlier_root=earlier, later_root=root_at(13))
    assert merkle.is_consistent(**shown, proof=consistency_proof(6, 13))
    assert not merkle.is_consistent(**shown | {"earlier_root": bytes(32)}, proof=consistency_proof(6, 13))


def test_what_is_rolled_back_never_happened():
    with pytest.raises(ZeroDivisionError), acting():
        write(published(1))
        raise ZeroDivisionError
    wrote(1)
    assert sequence() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_entry SET verb = 'case.viewed'",
        "DELETE FROM record_entry",
        "UPDATE record_payload SET content = '{}'",
        "DELETE FROM record_payload",
        "UPDATE record_position SET position = position + 10",
        "DELETE FROM record_position",
        "DELETE FROM record_node",
        "UPDATE record_checkpoint SET size = 3",
        "DELETE FROM record_erasure",
    ],
)
def test_the_record_is_insert_only_for_the_application(statement):
    wrote(2)
    sequence()
    with acting():
        erase(
            [Entry.objects.earliest("id").pk], organisation="canterbury", ground="request", now=timezone.now()
        )
    with pytest.raises(DatabaseError), acting(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "statement",
    ["UPDATE record_entry SET verb = 'x'", "DELETE FROM record_entry", "TRUNCATE record_entry CASCADE"],
)
def test_the_record_is_insert_only_even_for_a_superuser_who_does_not_lift_the_triggers(statement):
    wrote(1)
    with psycopg.connect(databases.current().superuser_url) as raw:
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="insert-only"):
            raw.execute(statement)


@pytest.mark.postgresql
def test_nothing_is_placed_past_the_oldest_open_transaction():
    """The first to write commits last. Nothing after it is placed until it has."""
    with _open_session() as slow, _open_session() as quick:
        first, second = _insert(slow), _insert(quick)
        assert first < second
        quick.commit()
        assert sequence() == 0, "the second would stand before the first, which may yet commit"
        slow.commit()
    assert sequence() == 2
    assert placed() == [first, second]


@pytest.mark.postgresql
def test_a_lower_id_of_a_younger_transaction_stands_after():
    """Ids are taken when a row is written, so they do not say which transaction is the older."""
    with _open_session() as older, _open_session() as younger:
        older.execute("SELECT pg_current_xact_id()")
        low = _insert(younger)
        high = _insert(older)
        younger.commit()
        older.commit()
    assert low < high
    assert sequence() == 2
    assert placed() == [high, low]


@pytest.mark.postgresql
def test_an_open_transaction_that_gives_up_holds_nothing_back_for_ever():
    with _open_session() as slow, _open_session() as quick:
        _insert(slow)
        kept = _insert(quick)
        quick.commit()
        assert sequence() == 0
        slow.rollback()
    assert sequence() == 1
    assert placed() == [kept]


@pytest.mark.postgresql
def test_only_one_sequencer_is_at_work():
    wrote(2)
    with psycopg.connect(databases.current().application_url) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        assert sequence() == 0
    assert sequence() == 2


@pytest.mark.postgresql
def test_a_restored_record_goes_on_after_its_transactions_are_renumbered():
    wrote(3)
    sequence(most=2)
    with psycopg.connect(databases.current().superuser_url) as raw:
        # As after a restore: rows bear numbers that this server has not reached.
        raw.execute("SET session_replication_role = replica")
        raw.execute("UPDATE record_entry SET xid = '900000000'")
    with pytest.raises(Exception, match="younger database"), transaction.atomic():
        sequence()
    with psycopg.connect(databases.current().owner_url) as owner:
        owner.execute("SELECT record_after_restore()")
    wrote(2)
    assert sequence() == 3
    assert placed() == sorted(placed())


def _open_session():
    return psycopg.connect(databases.current().superuser_url)


EMPTY = ("service", "step", "channel", '"case"', "actor_kind", "actor", "edition", "purpose", "commitment")


def _insert(raw) -> int:
    """One entry written in this session; only its order matters."""
    return raw.execute(
        f"INSERT INTO record_entry (organisation, verb, at, subjects, details, leaf_hash, {', '.join(EMPTY)})"
        "VALUES ('canterbury', 'case.viewed', now(), '[]', '{}', sha256(random()::text::bytea)"
        f"{', %s' * len(EMPTY)}) RETURNING id",
        [""] * len(EMPTY),
    ).fetchone()[0]
