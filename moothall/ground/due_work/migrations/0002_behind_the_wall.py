from django.db import migrations

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [("due_work", "0001_initial"), ("wall", "0001_wall")]

    operations = [enforce_wall("due_work_work")]
