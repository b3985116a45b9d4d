from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_dated_bodies")]

    operations = [
        migrations.AddField(
            model_name="organisation", name="hosted", field=models.BooleanField(default=False)
        ),
    ]
