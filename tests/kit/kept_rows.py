"""Rows that an action wrote into an empty database, kept in this process and written again without it.

Publishing two dozen services takes half a second, and hundreds of tests begin with it. The rows come out the
same each time, so that the second test may have those of the first. They are written through the same
connection, role and walls as everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import connection

# SQLite takes at most 32,766 values in one statement.
VALUES_AT_ONCE = 8_000


@dataclass(frozen=True)
class Table:
    """What an action wrote into one table."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple]


_kept: dict[object, list[Table]] = {}


def kept(key: object, action: Callable[[], None]) -> None:
    """What `action` writes: by the action itself the first time, from what was kept from then on.

    An action that finds rows where it writes is always done itself, because it may come out otherwise; and
    what it wrote is kept only when it began with nothing at all.
    """
    if key in _kept and not _filled(table.name for table in _kept[key]):
        for table in _kept[key]:
            _write(table)
        return
    from_nothing = key not in _kept and not _filled(_tables())
    action()
    if from_nothing:
        _kept[key] = [table for table in map(_read, _tables()) if table.rows]


def _tables() -> list[str]:
    """Moothall's own; Django's hold rows from the migrations on."""
    models = apps.get_models(include_auto_created=True)
    return sorted(one._meta.db_table for one in models if one.__module__.startswith("moothall."))


def _filled(names: Iterable[str]) -> bool:
    asked = " UNION ALL ".join(f'(SELECT 1 FROM "{name}" LIMIT 1)' for name in names)
    if not asked:
        return False
    if connection.vendor == "sqlite":
        asked = asked.replace("(SELECT", "SELECT * FROM (SELECT")
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone() is not None


def _read(name: str) -> Table:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{name}"')
        return Table(name, tuple(column[0] for column in cursor.description), cursor.fetchall())


def _write(table: Table) -> None:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    one = f"({', '.join(['%s'] * len(table.columns))})"
    at_once = VALUES_AT_ONCE // len(table.columns)
    with connection.cursor() as cursor:
        for start in range(0, len(table.rows), at_once):
            rows = table.rows[start : start + at_once]
            cursor.execute(
                f'INSERT INTO "{table.name}" ({columns}) VALUES {", ".join([one] * len(rows))}',
                [value for row in rows for value in row],
            )
