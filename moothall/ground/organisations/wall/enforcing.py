"""What a room's migration says about a table that belongs to organisations."""

from __future__ import annotations

from collections.abc import Callable

from django.db import migrations

APPLICATION_ROLE = "moothall_app"
ALL = "select, insert, update, delete"


def enforce_wall(table: str, *, column: str = "organisation_id", may: str = ALL) -> migrations.RunPython:
    """A migration operation: rows of `table` exist only for the organisations in context.

    `column` holds the organisation's key. `may` is all that the application's role is
    granted, and only on those rows. It binds the owner of the table too. Nothing happens
    on SQLite. The migration must depend on `("wall", "0001_wall")`.
    """
    return migrations.RunPython(_on_postgresql(_enforce(table, column, may)), _on_postgresql(_release(table)))


def let_owner_read(table: str) -> migrations.RunPython:
    """A migration operation: functions that run as the table's owner read every row of it.

    Only for a function that gives away no row itself, such as the one that finds which
    entries can be ordered.
    """
    make = f"CREATE POLICY owner_reads ON {table} FOR SELECT TO CURRENT_USER USING (true)"
    undo = f"DROP POLICY owner_reads ON {table}"
    return migrations.RunPython(_on_postgresql([make]), _on_postgresql([undo]))


def grant(what: str) -> migrations.RunPython:
    """A migration operation: `GRANT {what} TO` the application's role, as in `EXECUTE ON FUNCTION f()`."""
    return migrations.RunPython(
        _on_postgresql([f"GRANT {what} TO {APPLICATION_ROLE}"]),
        _on_postgresql([f"REVOKE {what} FROM {APPLICATION_ROLE}"]),
    )


def _enforce(table: str, column: str, may: str) -> list[str]:
    # The sub-select makes PostgreSQL ask for the context once a query, not once a row.
    inside = f"{column} = ANY ((SELECT public.wall_context())::text[])"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY wall ON {table} USING ({inside}) WITH CHECK ({inside})",
        f"REVOKE ALL ON {table} FROM PUBLIC",
        f"GRANT {may} ON {table} TO {APPLICATION_ROLE}",
    ]


def _release(table: str) -> list[str]:
    return [
        f"REVOKE ALL ON {table} FROM {APPLICATION_ROLE}",
        f"DROP POLICY wall ON {table}",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]


def _on_postgresql(statements: list[str]) -> Callable:
    def run(apps, schema_editor) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        for statement in statements:
            schema_editor.execute(statement, params=None)

    return run
