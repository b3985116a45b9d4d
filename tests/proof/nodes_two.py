"""Two nodes with servers, data and keys of their own: one takes Tessa's move, the other works for Dover."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import yaml

from tests.kit.server import LiveServer
from tests.proof.nodes_road import Road

LIST = "nodes.yaml"
HURRIED = ("-m", "tests.proof.hurried_server")
TAKES, KEEPS = "canterbury-node", "dover-node"
SERVICE = "council_tax_arriving"


class Node(LiveServer):
    """A server that knows one other node."""

    def make_data(self) -> None:
        """With a key of its own: the data of all servers begin as copies of one folder."""
        super().make_data()
        (self.data / "keys" / "node").write_text(f"the secret of the node at port {self.port}")
        self._given["MOOTHALL_OTHER_NODES"] = str(self.data / LIST)

    @property
    def public_key(self) -> str:
        from moothall.ground.nodes.keys import key_of, public_key_text

        return public_key_text(key_of((self.data / "keys" / "node").read_text()))

    def knows(self, name: str, *, this: str, **row: object) -> None:
        said = {"this": this, "nodes": {name: row}}
        (self.data / LIST).write_text(yaml.safe_dump(said), encoding="utf-8")

    def rows(self, asked: str) -> list[tuple]:
        """What the database answers, past everything that Moothall puts before it."""
        if self.kind == "sqlite":
            with sqlite3.connect(self.data / "moothall.sqlite3", timeout=20) as file:
                found = file.execute(asked).fetchall()
            file.close()
            return found
        with psycopg.connect(self.database.superuser_url, autocommit=True) as superuser:
            cursor = superuser.execute(asked)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def two_nodes(database: str, *, today: str) -> Iterator[tuple[Node, Node, Road]]:
    """The node that takes applications, the node that works for Dover, and the road from one to the other."""
    takes, keeps = Node(database=database, today=today, command=HURRIED), Node(database=database, today=today)
    road = Road()
    made: list[Node] = []
    try:
        for node in (takes, keeps):
            node.make_data()
            made.append(node)
        road.port = keeps.port
        takes.knows(KEEPS, this=TAKES, address=road.address, key=keeps.public_key, works_for=["dover"])
        keeps.knows(TAKES, this=KEEPS, address=takes.url, key=takes.public_key, may_tell=["dover"])
        approved = ("--prepared-by", "A proof", "--by", "Another proof", "--why", "Dover joins.")
        keeps.command("publish", SERVICE, "--for", "dover", *approved)
        for node in made:
            node.start()
        yield takes, keeps, road
    finally:
        road.close()
        for node in made:
            node.stop()
            node.remove_data()
