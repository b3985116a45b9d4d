from django.db import migrations

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_notices"), ("wall", "0001_wall")]

    operations = [
        enforce_wall("notices_notice"),
    ]
