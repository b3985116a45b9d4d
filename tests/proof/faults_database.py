"""Three ways in which a database fails, on both databases, and the way back.

SQLite's file is moved away; its connections refuse to write, or to grow. PostgreSQL is stopped; its
transactions are made read-only, as on a standby; every write is refused as by a full disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.kit import databases
from tests.kit.server import LiveServer
from tests.proof.faulty_server import FILE

TROUBLES = ("read_only", "full", "gone")
# What the page says is wrong, in its heading.
WORDS = {
    "read_only": "We cannot save anything at the moment",
    "full": "We have no room to save anything at the moment",
    "gone": "We cannot reach our records at the moment",
}
SUFFIXES = ("", "-wal", "-shm")


class SqliteServer(LiveServer):
    """A server on SQLite, and what can befall its file."""

    def __init__(self, *, today: str):
        super().__init__(database="sqlite", today=today, command=("-m", "tests.proof.faulty_server"))

    def make_data(self) -> None:
        super().make_data()
        self._state = self.data / "trouble"
        self._state.write_text("", encoding="ascii")
        self._given[FILE] = str(self._state)

    @contextmanager
    def in_trouble(self, trouble: str) -> Iterator[None]:
        away = self.data / "away"
        if trouble == "gone":
            self._move(self.data, away)
        else:
            self._state.write_text(trouble, encoding="ascii")
        try:
            yield
        finally:
            self._state.write_text("", encoding="ascii")
            if trouble == "gone":
                self._move(away, self.data)

    @staticmethod
    def _move(folder: Path, to: Path) -> None:
        to.mkdir(exist_ok=True)
        for suffix in SUFFIXES:
            if (file := folder / f"moothall.sqlite3{suffix}").exists():
                file.rename(to / file.name)


class PostgresqlServer(LiveServer):
    """A server on PostgreSQL, and what can befall that."""

    def __init__(self, *, today: str):
        super().__init__(database="postgresql", today=today)

    @contextmanager
    def in_trouble(self, trouble: str) -> Iterator[None]:
        if trouble == "gone":
            with databases.server().stopped():
                yield
            return
        self._as_superuser(BEFALLS[trouble])
        try:
            yield
        finally:
            self._as_superuser(ENDS[trouble])

    def _as_superuser(self, statement: str) -> None:
        with psycopg.connect(self.database.superuser_url, autocommit=True) as superuser:
            superuser.execute("SET default_transaction_read_only = off")
            superuser.execute(statement.replace("{database}", self.database.name))
            # Settings of a database hold for those who connect from now on.
            superuser.execute(LEAVE)


SERVERS = {"sqlite": SqliteServer, "postgresql": PostgresqlServer}

LEAVE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_EACH_TABLE = """
    DO $$ DECLARE found text; BEGIN
        FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('{what}', found);
        END LOOP;
    END $$
"""
BEFALLS = {
    "read_only": "ALTER DATABASE {database} SET default_transaction_read_only = on",
    "full": """
        CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
        END $$;
    """
    + _EACH_TABLE.replace(
        "{what}",
        "CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON %I"
        " FOR EACH ROW EXECUTE FUNCTION disk_is_full()",
    ),
}
ENDS = {
    "read_only": "ALTER DATABASE {database} RESET default_transaction_read_only",
    "full": "DROP FUNCTION disk_is_full() CASCADE",
}
