import uuid

import django.db.models.deletion
from django.db import migrations, models

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_initial"), ("wall", "0001_wall")]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("telling", models.UUIDField(db_index=True)),
                ("service", models.SlugField(max_length=60)),
                ("supports", models.SlugField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("pdf", "pdf"), ("jpeg", "jpeg"), ("png", "png"), ("heic", "heic")],
                        max_length=10,
                    ),
                ),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("added_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("telling", "supports", "digest"),
                        name="one_paper_once",
                        violation_error_message="This paper has been added already.",
                    )
                ],
            },
        ),
        enforce_wall("evidence_attachment"),
    ]
