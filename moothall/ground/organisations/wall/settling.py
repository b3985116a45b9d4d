"""After the tables are migrated: hand the database its key, and grant what is open.

Runs as the owner. Both are repeated at every `migrate`, so a changed key or a changed
list of open tables takes effect without a migration.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import yaml
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from moothall.ground.organisations.wall.enforcing import APPLICATION_ROLE
from moothall.ground.organisations.wall.tokens import pads


def settle(*, using: str, **_) -> None:
    """Receives Django's post_migrate. Does nothing on SQLite."""
    connection = connections[using]
    if connection.vendor == "postgresql" and "wall_key" in connection.introspection.table_names():
        install_key(connection, settings.WALL_KEY.encode())
        grant_open_tables(connection)


def install_key(connection: BaseDatabaseWrapper, key: bytes) -> None:
    """Give the database the key of tokens; the key of contexts it makes once and shares with nobody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO wall_key (name, inner_pad, outer_pad) VALUES ('application', %s, %s) "
            "ON CONFLICT (name) DO UPDATE SET inner_pad = EXCLUDED.inner_pad, outer_pad = EXCLUDED.outer_pad",
            pads(key),
        )
        cursor.execute(
            "INSERT INTO wall_key (name, inner_pad, outer_pad) VALUES ('context', %s, %s) "
            "ON CONFLICT DO NOTHING",
            pads(secrets.token_bytes(32)),
        )


def grant_open_tables(connection: BaseDatabaseWrapper) -> None:
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table, row in open_tables().items():
            if table in there:
                cursor.execute(f"REVOKE ALL ON {table} FROM PUBLIC, {APPLICATION_ROLE}")
                cursor.execute(f"GRANT {row['may']} ON {table} TO {APPLICATION_ROLE}")


def open_tables() -> dict[str, dict[str, str]]:
    """Table to what the application may do there, and why it stands outside the wall."""
    return yaml.safe_load(Path(__file__).with_name("open_tables.yaml").read_text())
