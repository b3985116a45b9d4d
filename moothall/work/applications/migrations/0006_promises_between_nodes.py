import django.db.models.deletion
from django.db import migrations, models

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    """What a body elsewhere said last of a promise, and the promises that bodies here had from elsewhere."""

    dependencies = [("applications", "0005_moving_home"), ("wall", "0001_wall")]

    operations = [
        migrations.AddField(
            model_name="promise",
            name="said_reference",
            field=models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="promise",
            name="said_status",
            field=models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="promise",
            name="said_decided_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="promise",
            name="said_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="ReceivedPromise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sender", models.CharField(max_length=40)),
                ("promise", models.UUIDField()),
                ("service", models.SlugField(max_length=60)),
                ("case", models.UUIDField()),
                ("received_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddConstraint(
            model_name="receivedpromise",
            constraint=models.UniqueConstraint(
                fields=("sender", "promise"),
                name="one_case_a_promise_of_a_node",
                violation_error_message="A case was opened for this promise already.",
            ),
        ),
        enforce_wall("applications_receivedpromise"),
    ]
