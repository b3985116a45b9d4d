"""Makes the record insert-only, and lets PostgreSQL say which entries can be ordered."""

from django.db import migrations

from moothall.ground.record import insert_only, sequencing_sql


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [
        migrations.RunPython(_run(sequencing_sql.statements), _run(sequencing_sql.undo_statements)),
        migrations.RunPython(_run(insert_only.statements), _run(insert_only.undo_statements)),
    ]
