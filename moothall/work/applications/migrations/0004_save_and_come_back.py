import uuid

import django.db.models.deletion
from django.db import migrations, models

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0003_imagine_a_draft"),
        ("organisations", "0001_initial"),
        ("wall", "0001_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="DraftLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("send_to", models.CharField(blank=True, max_length=254)),
                ("mails", models.PositiveSmallIntegerField(default=0)),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0)),
                ("saved_at", models.DateTimeField()),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved",
                        to="applications.draft",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={"abstract": False, "base_manager_name": "objects"},
        ),
        enforce_wall("applications_draftlink"),
    ]
