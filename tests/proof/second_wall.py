"""Second wall: raw SQL in the application's own session shows nobody a row of another organisation.

As somebody would who found a way to inject SQL: every relation that the role may read is read whole, system
catalogues and statistics too, by every trick that could pass for a context. So are the messages of errors,
and what a statement that writes says of the rows it met. Thanet's own rows are seen with Thanet's own token,
which shows that the reading itself works. On PostgreSQL only, because SQLite has no second wall.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django
import psycopg
import yaml
from django.db import DEFAULT_DB_ALIAS, DataError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.utils import ConnectionHandler
from psycopg import sql

from moothall.environment import database
from tests.kit import databases
from tests.kit.places import PYTHON, ROOT
from tests.kit.server import LiveServer
from tests.proof.canaries import OF_BODY, OWNERS, canary, found_in
from tests.proof.report import Progress, Result, Sabotage
from tests.proof.visitor import CSRF, Visitor

NAME = "second_wall"
SAYS = "raw SQL in the application's own session shows nobody a row of another organisation"
SABOTAGE = Sabotage(
    file="moothall/ground/organisations/wall/enforcing.py",
    line='        f"CREATE POLICY wall ON {table} USING ({inside}) WITH CHECK ({inside})",\n',
    replacement='        f"CREATE POLICY wall ON {table} USING (true) WITH CHECK ({inside})",\n',
    why="a policy that lets every row through is no wall",
)

TODAY = "2026-11-23"
OURS, THEIRS = "thanet", "canterbury"
CONTEXT = "moothall.context"
OPEN_TABLES = ROOT / "moothall" / "ground" / "organisations" / "wall" / "open_tables.yaml"


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    django.setup()
    result = Result()
    server = LiveServer(database="postgresql", today=TODAY)
    server.make_data()
    try:
        stage = set_stage(server)
        server.start()
        _somebody_visits(server, stage)
        proof = _Proof(server, result)
        proof.every_table_is_walled()
        proof.try_every_trick()
        progress(f"{result.counts['relations read']:,} relations read by {result.counts['tricks']} tricks")
        proof.listen_to_errors()
        progress(f"{result.counts['statements that fail or write']} statements that fail or write")
        proof.look_over_shoulders()
    finally:
        server.stop()
        server.remove_data()
    return result


def set_stage(server: LiveServer) -> dict:
    """The claims, people and ids of the proof of the walls, made on this server's data."""
    command = [str(PYTHON), "-m", "tests.proof.walls_stage"]
    done = subprocess.run(
        command, cwd=ROOT, env=server.environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the stage cannot be set: {done.stderr}")
    return json.loads(done.stdout)


def _somebody_visits(server: LiveServer, stage: dict) -> None:
    """Residents of the other bodies look at their claims, so that the pool holds sessions that saw them."""
    for owner, told in stage["residents"].items():
        resident = Visitor(owner, server.port, frozenset(), told["cookies"] | {"csrftoken": CSRF})
        for page in ("apply/council_tax_reduction/done", f"case/{told['reference']}"):
            resident.ask("GET", f"/{page}")


class _Proof:
    """The proof on one database that is in use."""

    def __init__(self, server: LiveServer, result: Result):
        self.database, self.result = server.database, result
        self.key = Path(server.data / "keys" / "wall").read_bytes()

    # The catalogue of tables

    def every_table_is_walled(self) -> None:
        """Every table that names an organisation has the wall, or stands in the list with its reason."""
        outside = yaml.safe_load(OPEN_TABLES.read_text(encoding="utf-8"))
        with psycopg.connect(self.database.superuser_url) as superuser:
            tables = superuser.execute(_TABLES).fetchall()
            # Without this, a proof that sees nothing would pass.
            held = {owner for name, *_ in tables for owner in found_in(_whole(superuser, "public", name))}
        self.expect(held == set(OWNERS), f"the tables hold canaries of {sorted(held)} only")
        for table, walled in tables:
            self.result.count("tables of organisations")
            self.expect(walled or table in outside, f"{table} is not behind the wall, and nothing says why")
        self.expect(len(tables) > 10, "there are next to no tables of organisations")

    # Reading

    def try_every_trick(self) -> None:
        tricks: dict[str, Callable[[psycopg.Connection], None]] = {
            "no context": lambda session: None,
            "our own token": self.enter_ours,
            "their name": lambda session: _set(session, THEIRS),
            "a context without its signature": lambda session: _set(session, f"{THEIRS}|1|1|"),
            "a context with a guessed signature": self.guess,
            "our own context, widened": self.widen,
            "our own context for all of the session": self.keep,
            "a true context of another session": self.copy,
            "a token signed with another key": lambda session: self.enter(session, THEIRS, key=b"guessed"),
            "a token of another session": lambda session: self.enter(session, THEIRS, backend=1),
            "a token of an earlier transaction": self.enter_late,
            "row security switched off": _statement("SET row_security = off"),
            "the owner's role": _statement("SET ROLE moothall_owner"),
            "the superuser's role": _statement("SET ROLE postgres"),
            "no role": _statement("RESET ROLE"),
            "another session's user": _statement("SET SESSION AUTHORIZATION moothall_owner"),
            "the session's first user": _statement("RESET SESSION AUTHORIZATION"),
            "all settings as they were": _statement("DISCARD ALL"),
        }
        for name, trick in tricks.items():
            seen = self.seen_after(trick)
            may = OF_BODY[OURS] if name.startswith("our own") and "widened" not in name else set()
            self.expect(seen <= may, f"{name} shows words of {sorted(seen - may)}")
            self.result.count("tricks")
            if name == "our own token":
                self.expect(seen == may, "our own token does not show our own rows: nothing was read")

    def seen_after(self, trick: Callable[[psycopg.Connection], None]) -> set[str]:
        """The owners whose words stand in anything that the role may read, after the trick."""
        with psycopg.connect(self.database.application_url, autocommit=True) as session:
            with session.transaction(force_rollback=True):
                _attempt(session, trick)
                seen: set[str] = set()
                for schema, name in session.execute(_RELATIONS).fetchall():
                    self.result.count("relations read")
                    seen |= found_in(_whole(session, schema, name))
                return seen

    # Tricks

    def enter(
        self, session: psycopg.Connection, body: str, *, key: bytes | None = None, backend: int = 0
    ) -> None:
        session.execute("SELECT wall_enter(%s)", [self.token(session, body, key=key, backend=backend)])

    def enter_ours(self, session: psycopg.Connection) -> None:
        self.enter(session, OURS)

    def enter_late(self, session: psycopg.Connection) -> None:
        """With a token that was issued a second before this transaction began."""
        self.enter_with(session, self.token(session, THEIRS, issued_at=time.time_ns() // 1000 - 60_000_000))

    @staticmethod
    def enter_with(session: psycopg.Connection, token: str) -> None:
        session.execute("SELECT wall_enter(%s)", [token])

    def token(
        self, session, body: str, *, key: bytes | None = None, backend: int = 0, issued_at: int = 0
    ) -> str:
        from moothall.ground.organisations.wall.tokens import sign

        return sign(
            {body},
            backend=backend or session.info.backend_pid,
            issued_at=issued_at or time.time_ns() // 1000,
            nonce="n",
            key=key or self.key,
        )

    def guess(self, session: psycopg.Connection) -> None:
        began = session.execute(_BEGAN).fetchone()[0]
        _set(session, f"{THEIRS}|{session.info.backend_pid}|{began}|{'0' * 64}")

    def widen(self, session: psycopg.Connection) -> None:
        self.enter(session, OURS)
        _set(session, _context(session).replace(OURS, f"{THEIRS},{OURS}"))

    def keep(self, session: psycopg.Connection) -> None:
        """Ours, kept as a setting of the session: it is good for this transaction, and no other."""
        self.enter(session, OURS)
        session.execute("SELECT set_config(%s, %s, false)", [CONTEXT, _context(session)])

    def copy(self, session: psycopg.Connection) -> None:
        with psycopg.connect(self.database.application_url) as other:
            other.execute("SELECT 1")
            self.enter(other, THEIRS)
            true = _context(other)
            self.expect(bool(true), "the other session has no context to copy")
            _set(session, true)

    # Errors and writes

    def listen_to_errors(self) -> None:
        """A cast that fails names the value it met; a write says how many rows it found."""
        with psycopg.connect(self.database.application_url, autocommit=True) as session:
            for schema, name in session.execute(_RELATIONS).fetchall():
                if schema != "public":
                    continue
                table = sql.Identifier(schema, name)
                for statement in _ERRORS:
                    self.result.count("statements that fail or write")
                    said = self.said_by(session, sql.SQL(statement).format(table))
                    foreign = found_in(said) - OF_BODY[OURS]
                    self.expect(not foreign, f"{statement.format(name)} names words of {sorted(foreign)}")

    def look_over_shoulders(self) -> None:
        """What another session asks, and what the database notes in its log of a failure, hold no values."""
        others = ConnectionHandler({DEFAULT_DB_ALIAS: database("", default=self.database.application_url)})
        other, log = others[DEFAULT_DB_ALIAS], databases.server().log
        told_before = log.stat().st_size
        try:
            with transaction_of(other) as cursor:
                cursor.execute("SELECT id FROM cases_case WHERE known_as = %s", [canary(THEIRS)])
                seen = self.seen_after(self.enter_ours)
            self.expect(seen <= OF_BODY[OURS], "one session sees the values in the statement of another")
            with suppress(DataError), transaction_of(other) as cursor:
                cursor.execute(
                    "SELECT id FROM cases_case WHERE known_as = %s AND 1 / 0 = 1", [canary(THEIRS)]
                )
        finally:
            other.close()
            other.close_pool()
        told = found_in(log.read_bytes()[told_before:].decode(errors="replace"))
        self.expect(not told, f"the database's log holds words of {sorted(told)}")

    def said_by(self, session: psycopg.Connection, statement: sql.Composed) -> str:
        """All that comes back: rows, and messages with their details and hints."""
        with session.transaction(force_rollback=True):
            self.enter(session, OURS)
            try:
                with session.transaction():
                    done = session.execute(statement)
                    return str(done.fetchall()) if done.description else str(done.rowcount)
            except psycopg.Error as problem:
                told = problem.diag
                parts = (told.message_primary, told.message_detail, told.message_hint, told.context)
                return " ".join(filter(None, parts))

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, otherwise)


@contextmanager
def transaction_of(connection: BaseDatabaseWrapper) -> Iterator[CursorWrapper]:
    """A transaction on a connection as the settings make it, undone at its end."""
    connection.set_autocommit(False)
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.rollback()
        connection.set_autocommit(True)


def _statement(text: str) -> Callable[[psycopg.Connection], None]:
    def trick(session: psycopg.Connection) -> None:
        session.execute(text)

    return trick


def _attempt(session: psycopg.Connection, trick: Callable[[psycopg.Connection], None]) -> None:
    """A trick that is refused leaves the session as it was, and the reading goes on."""
    try:
        with session.transaction():
            trick(session)
    except psycopg.Error:
        pass


def _set(session: psycopg.Connection, context: str) -> None:
    session.execute("SELECT set_config(%s, %s, true)", [CONTEXT, context])


def _context(session: psycopg.Connection) -> str:
    return session.execute("SELECT current_setting(%s, true)", [CONTEXT]).fetchone()[0]


def _whole(session: psycopg.Connection, schema: str, name: str) -> str:
    """Every row of a relation as text, or nothing where it may not be read."""
    statement = sql.SQL("SELECT string_agg(row::text, ' ') FROM {} AS row").format(
        sql.Identifier(schema, name)
    )
    try:
        with session.transaction():
            return session.execute(statement).fetchone()[0] or ""
    except psycopg.Error:
        return ""


_BEGAN = "SELECT (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint"
_RELATIONS = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S') AND n.nspname !~ '^pg_(toast|temp)'
    ORDER BY n.nspname, c.relname
"""
_TABLES = """
    SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname IN ('organisation', 'organisation_id')
    ) ORDER BY c.relname
"""
_ERRORS = (
    "SELECT count(*) FROM {0} AS row WHERE (row::text)::int > 0",
    "SELECT 1 / (position('uill' IN row::text) - position('uill' IN row::text)), row::text FROM {0} AS row",
    "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM {0} AS row WHERE row::text LIKE '%Quill%'",
    "DELETE FROM {0} AS row RETURNING row::text",
    "INSERT INTO {0} SELECT * FROM {0} LIMIT 1",
)
