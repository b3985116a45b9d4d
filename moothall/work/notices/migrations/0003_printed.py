import django.db.models.deletion
from django.db import migrations, models

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0002_behind_the_wall"),
        ("organisations", "0001_initial"),
        ("wall", "0001_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="Printed",
            fields=[
                (
                    "notice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="printed",
                        serialize=False,
                        to="notices.notice",
                    ),
                ),
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("pages", models.PositiveSmallIntegerField()),
                ("made_at", models.DateTimeField()),
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
        enforce_wall("notices_printed"),
    ]
