import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft may be a copy of another, in which something is otherwise. All three columns may be empty."""

    dependencies = [("applications", "0002_behind_the_wall")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="imagined_from",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="imagined",
                to="applications.draft",
            ),
        ),
        migrations.AddField(
            model_name="draft", name="imagined_revision", field=models.PositiveIntegerField(null=True)
        ),
        migrations.AddField(model_name="draft", name="imagined_on", field=models.DateField(null=True)),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(imagined_from__isnull=True, imagined_revision__isnull=True)
                | models.Q(imagined_from__isnull=False, imagined_revision__isnull=False),
                name="applications_draft_imagined_from_a_revision",
                violation_error_message="An imagined draft says of which revision it is a copy.",
            ),
        ),
    ]
