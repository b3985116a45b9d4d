"""Finds the lists in which somebody's case stood: an index of lists alone, so that no other entry pays for it."""

from django.db import migrations

MAKE = (
    "CREATE INDEX record_entry_listed ON record_entry USING gin (subjects jsonb_path_ops) "
    "WHERE verb = 'case.listed'"
)


def _on_postgresql(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("record", "0002_insert_only")]

    operations = [
        migrations.RunPython(_on_postgresql(MAKE), _on_postgresql("DROP INDEX record_entry_listed")),
    ]
