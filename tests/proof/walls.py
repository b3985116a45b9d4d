"""Walls: whoever asks for whatever, nobody is given a word that is another organisation's.

Every owner's rows hold a canary. Every address of the urlconf, with every foreign id in its path, in its
query, in a form and in the name of a file, is asked for by every method as every role of every organisation,
as residents, and as nobody. No answer, no header and no log may hold a foreign canary, and no row that the
database hands out while it is being made. Afterwards no row of one body holds another's canary, and no row
has changed. The proof fails as well when a pattern was not visited, when a kind of row holds no canary, or
when an owner does not find her own.

On PostgreSQL the same is asked of the database itself, in the application's own session, without a context
and with one that was set by hand.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import django
import psycopg
import yaml
from psycopg import sql

from tests.kit.places import PYTHON, ROOT
from tests.kit.server import LiveServer
from tests.proof import addresses
from tests.proof.canaries import OF_BODY, OWNERS, found_in
from tests.proof.report import Progress, Result, Sabotage
from tests.proof.visitor import CSRF, Answer, Visitor
from tests.proof.watched_server import PIPE

NAME = "walls"
SAYS = "nobody is given a word that is another organisation's"
SABOTAGE = Sabotage(
    file="moothall/ground/organisations/models/belonging.py",
    line="        found.query = _within(self.model, organisations_in_context()).chain()\n",
    replacement="        organisations_in_context()\n",
    why="a query without its scope hands out the rows of every body",
)

DATABASES = ("sqlite", "postgresql")
TODAY = "2026-11-23"
COMMON, RARE = ("GET", "POST"), ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
RARELY = 4  # the long walk takes each so many paths of an address by rare methods, and without a query
# Kinds of row that cannot hold a word of a resident, each with the reason.
WORDLESS = {
    "Subject": "a subject is an id and a kind",
    "Application": "it holds references, and its interview's id",
    "Entry": "an envelope of the record names nobody",
}
# Pages that must fetch a row to know whether it is hers, each with the reason.
FETCHES_FIRST = {"/case": "a case is found by its reference, and its key is then compared"}
# What a form is told that was stopped as a forgery: it never came to a page, and proves nothing.
FORGED = "This page has been open too long"
# These end a visitor's session or her second factor, so they are asked for last.
LAST = "accounts/"


def run(*, seed: int, short: bool, progress: Progress, databases: Sequence[str] = DATABASES) -> Result:
    django.setup()
    result = Result()
    for database in databases:
        _Proof(database, short, progress, result).run()
    return result


class _Proof:
    """The proof on one database."""

    def __init__(self, database: str, short: bool, progress: Progress, result: Result):
        self.database, self.short, self.progress, self.result = database, short, progress, result
        self.patterns = addresses.every_pattern()
        self.visited: set[str] = set()

    def run(self) -> None:
        with _watched_server(self.database) as (server, handed_out):
            self.server = server
            stage = self.stage()
            before = self.stage("rows")["rows"]
            self.every_kind_holds_a_canary(before)
            visitors = list(self.visitors(stage))
            for visitor in visitors:
                self.walk(visitor, stage["ids"])
                self.progress(f"{self.database}: {visitor.name} asked {visitor.asked:,} times")
            self.all_was_visited()
            self.nothing_moved(before, self.stage("rows")["rows"])
            if server.database is not None:
                self.ask_the_database(server.database)
            log = server.log.read_text(errors="replace")
            self.expect(not found_in(log), f"the log holds words of {sorted(found_in(log))}")
        self.nothing_foreign_was_fetched(visitors, handed_out)
        self.result.count(f"requests on {self.database}", sum(visitor.asked for visitor in visitors))
        self.result.count(f"addresses on {self.database}", len(self.visited))

    def stage(self, *what: str) -> dict:
        command = [str(PYTHON), "-m", "tests.proof.walls_stage", *what]
        done = subprocess.run(
            command, cwd=ROOT, env=self.server.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"the stage cannot be set: {done.stderr}")
        return json.loads(done.stdout)

    def visitors(self, stage: dict) -> Iterator[Visitor]:
        yield Visitor("nobody", self.server.port, frozenset(), {"csrftoken": CSRF})
        for owner, told in stage["residents"].items():
            resident = Visitor(
                f"resident-{owner}",
                self.server.port,
                frozenset(told["may_see"]),
                told["cookies"] | {"csrftoken": CSRF},
            )
            # The page with her reference opens her cases to this browser, as it did when she sent them.
            resident.ask("GET", "/apply/council_tax_reduction/done")
            yield resident
        for one in stage["officers"]:
            officer = Visitor(f"officer-{one['name']}", self.server.port, frozenset(one["may_see"]))
            officer.sign_in(email=one["email"], password=one["password"], secret=one["secret"])
            yield officer

    # The walk

    def walk(self, visitor: Visitor, ids: list[dict]) -> None:
        """What is not hers; then, to know that canaries can be seen, what is; then her own session."""
        foreign = [one for one in ids if one["owner"] not in visitor.may_see]
        foreign = _one_of_each(foreign) if self.short else foreign
        own = [one for one in ids if one["owner"] in visitor.may_see]
        for route, pattern in sorted(
            self.patterns.items(), key=lambda one: (one[0].startswith(LAST), one[0])
        ):
            if route.startswith(LAST) and own:
                self.finds_her_own(visitor, own)
                own = []
            paths = addresses.filled(route, pattern, foreign or ids, short=self.short)
            for number, path in enumerate(paths):
                self.visited.add(route)
                everything = not self.short and number % RARELY == 0
                for method in COMMON + (RARE if everything else ()):
                    self.knock(visitor, method, path, foreign or ids, bare=everything and method in COMMON)

    def knock(self, visitor: Visitor, method: str, path: str, ids: list[dict], *, bare: bool) -> None:
        """One address by one method: with a foreign id wherever one can be put, and `bare` of all that."""
        one = ids[visitor.asked % len(ids)]["id"]
        told = {
            name: one for name in ("case", "id", "task", "reference", "draft", "submission", "organisation")
        }
        query = f"{path}?case={one}&id={one}&reference={one}&next=/desk/case/{one}&after={one}"
        safe = method in ("GET", "HEAD", "OPTIONS")
        self.look(visitor, method, query, visitor.ask(method, query, form=None if safe else told, upload=one))
        if bare:
            self.look(visitor, method, path, visitor.ask(method, path, form=None if safe else told))

    def look(self, visitor: Visitor, method: str, path: str, answer: Answer) -> None:
        foreign = (found_in(answer.text) | found_in(answer.headers)) - visitor.may_see
        self.expect(not foreign, f"{visitor.name} {method} {path} shows words of {sorted(foreign)}")
        self.expect(answer.status < 500, f"{visitor.name} {method} {path} answered {answer.status}")
        self.expect(FORGED not in answer.text, f"{visitor.name} {method} {path} never came to the page")

    def finds_her_own(self, visitor: Visitor, own: list[dict]) -> None:
        """Without this, a server that shows nothing at all would pass."""
        seen: set[str] = set()
        for route, pattern in self.patterns.items():
            if "<uuid:case_id>" in route or "<slug:reference>" in route:
                for path in addresses.filled(route, pattern, own):
                    seen |= found_in(visitor.ask("GET", path).text)
        self.expect(bool(seen & visitor.may_see), f"{visitor.name} does not find her own canary on any page")

    # Afterwards

    def all_was_visited(self) -> None:
        missed = sorted(set(self.patterns) - self.visited)
        self.expect(not missed, f"addresses that were not visited: {missed}")

    def every_kind_holds_a_canary(self, rows: list[dict]) -> None:
        holds: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            holds[row["model"]] |= set(row["holds"])
        bare = sorted(model for model, found in holds.items() if not found and model not in WORDLESS)
        self.expect(not bare, f"no row of these kinds holds a canary: {bare}")
        self.expect(set().union(*holds.values()) == set(OWNERS), f"canaries of {holds} only")

    def nothing_moved(self, before: list[dict], after: list[dict]) -> None:
        now = {(row["model"], row["pk"]): row for row in after}
        for row in before:
            found = now.get((row["model"], row["pk"]))
            same = found is not None and found["fingerprint"] == row["fingerprint"]
            self.expect(same, f"{row['model']} of {row['body']} was changed by a stranger or is gone")
        for row in after:
            foreign = set(row["holds"]) - OF_BODY.get(row["body"], frozenset())
            self.expect(not foreign, f"a {row['model']} of {row['body']} holds words of {sorted(foreign)}")

    def nothing_foreign_was_fetched(self, visitors: list[Visitor], handed_out: dict[str, set[str]]) -> None:
        """Between bodies the wall decides; between residents of one body the action, when it has the row."""
        for visitor in visitors:
            bodies = [held for held in OF_BODY.values() if held & visitor.may_see]
            foreign = handed_out[visitor.name] - set().union(*bodies)
            self.expect(not foreign, f"the database handed out words of {sorted(foreign)} for {visitor.name}")
        self.expect(any(handed_out.values()), "no canary was ever fetched: nothing was watched")

    # PostgreSQL

    def ask_the_database(self, database) -> None:
        """Every table of organisations, in a session like the application's own, without a token."""
        with psycopg.connect(database.superuser_url) as superuser:
            columns = superuser.execute(_TABLES).fetchall()
            tables = [name for (name,) in columns if name not in _open_tables()]
            filled = [name for name in tables if _count(superuser, name)]
        self.expect(bool(filled), "no table of any organisation holds rows")
        for how in ("", "canterbury|0|0|0", "canterbury,thanet,kent"):
            with psycopg.connect(database.application_url) as session:
                session.execute("SELECT set_config('moothall.context', %s, true)", [how])
                open_tables = [name for name in tables if _count(session, name)]
                self.expect(not open_tables, f"with the context {how!r} by hand one may read {open_tables}")
        self.result.count("tables behind the second wall", len(filled))

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.database}: {otherwise}")


def _open_tables() -> set[str]:
    """The tables that the wall's own list leaves outside, each with its reason there."""
    listed = ROOT / "moothall" / "ground" / "organisations" / "wall" / "open_tables.yaml"
    return set(yaml.safe_load(listed.read_text(encoding="utf-8")))


def _one_of_each(ids: list[dict]) -> list[dict]:
    """One id of each kind of thing and owner."""
    return list({(one["what"], one["owner"]): one for one in ids}.values())


_TABLES = """
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'organisation_id' ORDER BY table_name
"""


def _count(session: psycopg.Connection, table: str) -> int:
    """How many rows are seen. A table that may not be read at all shows none."""
    try:
        with session.transaction():
            return session.execute(
                sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
            ).fetchone()[0]
    except psycopg.errors.InsufficientPrivilege:
        return 0


@contextmanager
def _watched_server(database: str) -> Iterator[tuple[LiveServer, dict[str, set[str]]]]:
    """A server that tells what it fetches for whom; the second value is complete once the server is gone."""
    reading, writing = os.pipe()
    handed_out: dict[str, set[str]] = defaultdict(set)
    server = LiveServer(
        database=database,
        today=TODAY,
        environment={PIPE: str(writing)},
        command=("-m", "tests.proof.watched_server"),
    )

    def read() -> None:
        with os.fdopen(reading, encoding="ascii") as lines:
            for line in lines:
                actor, path, owner = line.split()
                if path not in FETCHES_FIRST:
                    handed_out[actor].add(owner)

    server.make_data()
    try:
        server.start(pass_fds=[writing])
        os.close(writing)
        reader = threading.Thread(target=read)
        reader.start()
        yield server, handed_out
    finally:
        server.stop()
        server.remove_data()
    reader.join()
