"""Which database this pytest session uses, and how each test finds it as the migrations left it.

Django empties tables after a test that commits. Moothall's record refuses to be emptied, by triggers and
by the lack of a right, and the migrations themselves put rows there. So such a test is followed by putting
back a copy made right after the migrations: on PostgreSQL from a template, on SQLite by its backup.
"""

import os
import sqlite3

from tests.kit.postgres import Database, PostgresServer, migrate

_server: PostgresServer | None = None
_migrated: Database | None = None
_current: Database | None = None
_snapshots: dict[str, sqlite3.Connection] = {}


def chosen() -> str:
    """`sqlite` or `postgresql`."""
    name = os.environ.get("MOOTHALL_TEST_DATABASE", "sqlite")
    if name not in {"sqlite", "postgresql"}:
        raise ValueError(f"MOOTHALL_TEST_DATABASE is {name!r}. Expected: sqlite or postgresql.")
    return name


def begin() -> None:
    """Before Django's settings are read: starts the server and names the database in the environment."""
    global _current
    if chosen() == "postgresql":
        _current = server().new_database()
        os.environ.update(_current.environment)


def end() -> None:
    """Stops the server, if this session started one."""
    global _server
    if _server is not None:
        _server.stop()
        _server = None


def server() -> PostgresServer:
    """This session's PostgreSQL server, started when first asked for, whatever database the tests use."""
    global _server
    if _server is None:
        _server = PostgresServer()
        _server.start()
    return _server


def current() -> Database:
    """The PostgreSQL database of the tests in hand, with the addresses of all its roles."""
    if _current is None:
        raise RuntimeError("This session runs on SQLite. Mark the test with @pytest.mark.postgresql.")
    return _current


def migrated() -> Database:
    """A PostgreSQL database with all tables and nothing else, to be copied and never connected to."""
    global _migrated
    if _migrated is None:
        _migrated = server().new_database()
        migrate(_migrated)
    return _migrated


def set_up_postgresql() -> None:
    """Gives the session's database its tables."""
    server().put_back(current(), like=migrated())


def put_back() -> None:
    """Makes every database of the session what it was after the migrations."""
    from django.db import connections

    if _current is not None:
        for connection in connections.all(initialized_only=True):
            connection.close()
            if hasattr(connection, "close_pool"):
                connection.close_pool()
        set_up_postgresql()
        return
    for connection in connections.all(initialized_only=True):
        if connection.alias in _snapshots:
            connection.ensure_connection()
            _snapshots[connection.alias].backup(connection.connection)


def remember() -> None:
    """Keeps a copy of each SQLite database, right after the migrations."""
    from django.db import connections

    for connection in connections.all():
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            copy = sqlite3.connect(":memory:", check_same_thread=False)
            connection.connection.backup(copy)
            _snapshots[connection.alias] = copy
