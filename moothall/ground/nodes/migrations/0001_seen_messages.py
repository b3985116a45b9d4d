from django.db import migrations, models


class Migration(migrations.Migration):
    """Marks of messages belong to no organisation: the table stands in `wall/open_tables.yaml`."""

    initial = True

    dependencies = [("wall", "0001_wall")]

    operations = [
        migrations.CreateModel(
            name="SeenMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("node", models.CharField(max_length=40)),
                ("mark", models.CharField(max_length=64)),
                ("until", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name="seenmessage",
            constraint=models.UniqueConstraint(fields=("node", "mark"), name="a_message_is_read_once"),
        ),
    ]
