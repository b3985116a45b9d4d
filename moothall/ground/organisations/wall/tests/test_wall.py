"""Nobody gets a row of another organisation out of PostgreSQL, however they ask.

Each test speaks raw SQL in the application's own session, as somebody would who found a
way to inject it. Two bodies each hold one row of the record with a canary in it.
"""

from __future__ import annotations

import time

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction

from moothall.ground.organisations.wall import enter
from moothall.ground.organisations.wall.tokens import sign
from moothall.ground.record import Happened, write
from tests.kit import databases

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

OURS, THEIRS = "canterbury", "thanet"
CONTEXT = "moothall.context"
ROWS = "SELECT organisation FROM record_entry UNION SELECT organisation FROM record_payload"
NOW = "SELECT (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint"


@pytest.fixture(autouse=True)
def canaries():
    for organisation in (OURS, THEIRS):
        with transaction.atomic():
            enter(connection, {organisation})
            write(
                Happened(
                    verb="edition.published",
                    organisation=organisation,
                    service="council_tax_reduction",
                    edition="e" * 64,
                    payload={"why": f"canary of {organisation}"},
                )
            )


@pytest.fixture
def session():
    """A session of the application's role, outside Django."""
    with psycopg.connect(databases.current().application_url) as raw:
        yield raw


def seen(session=None) -> set[str]:
    """Whose rows this session, or Django's, can see at the moment."""
    if session is not None:
        return {row[0] for row in session.execute(ROWS).fetchall()}
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        return {row[0] for row in cursor.fetchall()}


def enter_raw(session, token: str | None) -> int:
    return session.execute("SELECT wall_enter(%s)", [token]).fetchone()[0]


def context_of(session) -> str:
    return session.execute("SELECT current_setting(%s)", [CONTEXT]).fetchone()[0]


def set_context(session, context: str, *, local: bool) -> None:
    session.execute("SELECT set_config(%s, %s, %s)", [CONTEXT, context, local])


def token_for(raw, *organisations, backend=None, issued_at=None, key=None) -> str:
    return sign(
        organisations,
        backend=backend or raw.info.backend_pid,
        issued_at=issued_at or time.time_ns() // 1000,
        nonce="n",
        key=(key or settings.WALL_KEY).encode(),
    )


def begin(raw) -> None:
    raw.execute("SELECT 1")


def test_the_context_gives_its_own_rows_and_no_others():
    with transaction.atomic():
        enter(connection, {OURS})
        assert seen() == {OURS}


def test_two_organisations_can_be_in_context():
    with transaction.atomic():
        enter(connection, {OURS, THEIRS})
        assert seen() == {OURS, THEIRS}


def test_without_a_context_there_are_no_rows(session):
    assert seen() == set()
    assert seen(session) == set()


def test_an_empty_context_gives_no_rows():
    with transaction.atomic():
        enter(connection, set())
        assert seen() == set()


def test_the_context_ends_with_its_transaction():
    with transaction.atomic():
        enter(connection, {OURS})
    assert seen() == set()


def test_nothing_can_be_written_for_another_organisation(session):
    begin(session)
    enter_raw(session, token_for(session, OURS))
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        session.execute("INSERT INTO record_payload VALUES (9, %s, '', '')", [THEIRS])


@pytest.mark.parametrize(
    "context",
    [
        THEIRS,
        f"{THEIRS}|{{pid}}|{{began}}|",
        f"{THEIRS}|{{pid}}|{{began}}|" + "0" * 64,
        f"{THEIRS}|{{pid}}|{{began}}",
        "{{}}",
        "|||",
    ],
)
def test_a_context_set_by_hand_gives_no_rows(session, context):
    began = session.execute(NOW).fetchone()[0]
    forged = context.format(pid=session.info.backend_pid, began=began)
    for local in (True, False):
        set_context(session, forged, local=local)
        assert seen(session) == set()


def test_widening_a_true_context_leaves_nothing(session):
    begin(session)
    enter_raw(session, token_for(session, OURS))
    assert seen(session) == {OURS}
    true = context_of(session)
    widened = true.replace(OURS, f"{OURS},{THEIRS}")
    set_context(session, widened, local=True)
    assert seen(session) == set()


def test_a_true_context_kept_for_the_next_transaction_gives_no_rows(session):
    """As when a connection goes back to the pool with its settings, and another request takes it."""
    begin(session)
    enter_raw(session, token_for(session, THEIRS))
    true = context_of(session)
    set_context(session, true, local=False)
    assert seen(session) == {THEIRS}
    session.commit()
    assert context_of(session) == true
    assert seen(session) == set()


def test_a_true_context_of_another_session_gives_no_rows(session):
    with psycopg.connect(databases.current().application_url) as other:
        begin(other)
        enter_raw(other, token_for(other, THEIRS))
        true = context_of(other)
        set_context(session, true, local=True)
        assert seen(session) == set()


def test_a_connection_of_the_pool_brings_no_context_to_its_next_user():
    used, proved = set(), 0
    for turn in range(40):
        with transaction.atomic(), connection.cursor() as cursor:
            # The pool may hand out its connections in turn, and one turn in three meets all of them.
            if turn % 3 == 0:
                enter(connection, {THEIRS})
                # As a careless or hostile statement would: keep the context for the whole session.
                cursor.execute("SELECT set_config('moothall.context', current_setting(%s), false)", [CONTEXT])
                assert seen() == {THEIRS}
                used.add(connection.connection.info.backend_pid)
            else:
                assert seen() == set()
                proved += connection.connection.info.backend_pid in used
        connection.close()
    assert proved, "the pool never handed a used connection on"


def test_a_token_used_in_an_earlier_transaction_is_refused(session):
    begin(session)
    token = token_for(session, THEIRS)
    assert enter_raw(session, token) == 0
    session.commit()
    assert enter_raw(session, token) > 0
    assert seen(session) == set()


def test_a_token_of_the_future_is_refused(session):
    begin(session)
    ahead = time.time_ns() // 1000 + 60_000_000
    assert enter_raw(session, token_for(session, OURS, issued_at=ahead)) > 0
    assert seen(session) == set()


@pytest.mark.parametrize("wrong", ["list", "backend", "key", "shape", "nothing"])
def test_a_token_that_is_not_ours_is_refused(session, wrong):
    begin(session)
    token = {
        "list": lambda: token_for(session, OURS).replace(OURS, THEIRS),
        "backend": lambda: token_for(session, THEIRS, backend=session.info.backend_pid + 1),
        "key": lambda: token_for(session, THEIRS, key="guessed"),
        "shape": lambda: token_for(session, THEIRS) + "|more",
        "nothing": lambda: None,
    }[wrong]()
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="refuses this token"):
        enter_raw(session, token)


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE moothall_owner",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION moothall_owner",
        "SELECT * FROM wall_key",
        "SELECT wall_mac('context', 'thanet|1|1')",
        "SELECT wall_mac('application', 'thanet|1|1|n')",
        "ALTER TABLE record_entry DISABLE ROW LEVEL SECURITY",
        "DROP POLICY wall ON record_entry",
        "CREATE POLICY mine ON record_entry USING (true)",
        "CREATE OR REPLACE FUNCTION wall_context() RETURNS text[] LANGUAGE sql AS $$ SELECT '{x}'::text[] $$",
        "CREATE TEMPORARY TABLE record_entry (organisation text)",
        "CREATE VIEW mine AS SELECT * FROM record_entry",
        "UPDATE record_entry SET verb = 'case.viewed'",
        "DELETE FROM record_entry",
        "DELETE FROM record_payload",
        "TRUNCATE record_entry CASCADE",
        "SELECT record_after_restore()",
        "COPY record_payload TO PROGRAM 'cat'",
        "ALTER ROLE moothall_app BYPASSRLS",
    ],
)
def test_the_application_may_not(session, statement):
    begin(session)
    enter_raw(session, token_for(session, OURS))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        session.execute(statement)


def test_switching_row_security_off_gives_an_error_and_no_rows(session):
    session.execute("SET row_security = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        session.execute("SELECT * FROM record_payload")


def test_functions_that_pass_the_wall_give_away_no_row_of_another(session):
    """Only numbers and hashes of what can be ordered come out, whatever the context."""
    columns = session.execute("SELECT * FROM record_next(100)").description
    assert [column.name for column in columns] == ["entry_id", "leaf_hash"]
    begin(session)
    enter_raw(session, token_for(session, OURS))
    erased = session.execute(
        "SELECT record_erase(array_agg(id), array_agg(id), 'x', now()) FROM generate_series(1, 9) id"
    )
    assert erased.fetchone()[0] == 1, "only the one payload of our own"


def test_a_role_that_walks_through_walls_cannot_enter():
    with psycopg.connect(databases.current().superuser_url) as raw:
        begin(raw)
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="walks through the wall"):
            enter_raw(raw, token_for(raw, OURS))


def test_the_owner_of_the_tables_writes_only_what_is_in_context():
    with psycopg.connect(databases.current().owner_url) as raw:
        assert raw.execute("SELECT organisation FROM record_payload").fetchall() == []


def test_the_context_is_asked_for_once_a_query_and_not_once_a_row():
    with transaction.atomic(), connection.cursor() as cursor:
        enter(connection, {OURS})
        cursor.execute("EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM record_entry")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert plan.count("wall_context()") == 1
    assert "InitPlan" in plan


def test_entering_costs_one_statement(django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(1):
        enter(connection, {OURS})


def test_a_clock_that_differs_is_learnt_and_the_door_opens(monkeypatch):
    from moothall.ground.organisations.wall import entering

    true = entering._now
    for behind in (3_000_000, -90_000_000):
        monkeypatch.setattr(entering, "_now", lambda behind=behind: true() - behind)
        with transaction.atomic():
            enter(connection, {OURS})
            assert seen() == {OURS}
    entering._ahead.clear()
