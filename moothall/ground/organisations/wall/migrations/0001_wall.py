"""Builds the wall, and puts the record behind it, which lies too low to know of the wall."""

from pathlib import Path

from django.db import migrations

from moothall.ground.organisations.wall.enforcing import (
    APPLICATION_ROLE,
    enforce_wall,
    grant,
    let_owner_read,
)

HERE = Path(__file__).resolve().parent.parent

# The role belongs to the whole server, so it may be there already. Nobody but the owner
# makes tables or functions, not even temporary ones: a temporary table could stand in for
# a real one for whoever uses the connection next.
ROLE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{APPLICATION_ROLE}') THEN
        CREATE ROLE {APPLICATION_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE};
"""


def _run(*texts):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for text in texts:
                schema_editor.execute(text, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("record", "0002_insert_only"), ("organisations", "__first__")]

    operations = [
        migrations.RunPython(
            _run(ROLE, (HERE / "functions.sql").read_text()), _run((HERE / "undo.sql").read_text())
        ),
        grant("EXECUTE ON FUNCTION wall_enter(text), wall_context()"),
        enforce_wall("record_entry", column="organisation", may="select, insert"),
        let_owner_read("record_entry"),
        enforce_wall("record_payload", column="organisation", may="select, insert"),
        enforce_wall("record_erasure", column="organisation", may="select"),
        grant(
            "EXECUTE ON FUNCTION record_next(integer), record_erase(bigint[], bigint[], text, timestamptz)"
        ),
    ]
