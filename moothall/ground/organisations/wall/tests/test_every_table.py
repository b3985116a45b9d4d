"""Every table is behind the wall, or listed as open with its reason, or gives the application nothing."""

import pytest
from django.apps import apps
from django.db import connection

from moothall.ground.organisations.wall.settling import open_tables

OPEN = open_tables()

RIGHTS = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
       array_remove(ARRAY[
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'SELECT') THEN 'select' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'INSERT') THEN 'insert' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'UPDATE') THEN 'update' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'DELETE') THEN 'delete' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'TRUNCATE') THEN 'truncate' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'TRIGGER') THEN 'trigger' END,
           CASE WHEN has_table_privilege('moothall_app', c.oid, 'REFERENCES') THEN 'references' END
       ], NULL),
       (SELECT string_agg(p.polname || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), ''), '; ')
        FROM pg_policy p WHERE p.polrelid = c.oid)
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
"""


def tables_of_organisations() -> dict[str, str]:
    """Table to the column that holds the organisation's key."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.name == "organisation":
                found[model._meta.db_table] = field.column
    return found


@pytest.mark.parametrize("table", sorted(OPEN))
def test_an_open_table_says_why_and_exists(table):
    assert OPEN[table]["why"].endswith(".")
    there = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert table in there | {"django_migrations"}


@pytest.mark.postgresql
@pytest.mark.django_db
def test_every_table_is_behind_the_wall_or_open_or_shut():
    belonging, faults = tables_of_organisations(), []
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS)
        rows = cursor.fetchall()
    for table, walled, rights, policies in rows:
        if table in OPEN:
            may = {right.strip() for right in OPEN[table]["may"].split(",")}
            if set(rights) != may:
                faults.append(f"{table}: may {rights}, the list of open tables says {sorted(may)}")
        elif table in belonging:
            column = belonging[table]
            if not walled or f"wall (({column})" not in policies.replace("::text", ""):
                faults.append(f"{table}: belongs to organisations and is not behind the wall ({policies})")
        elif rights:
            faults.append(f"{table}: may {rights}, and nothing says why")
    assert len(rows) > 20 and len(belonging) > 10, "the walk found next to nothing, so it proves nothing"
    assert not faults, "\n".join(faults)
