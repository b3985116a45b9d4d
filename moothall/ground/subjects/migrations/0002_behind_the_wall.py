from django.db import migrations

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [("subjects", "0001_subjects_and_facts"), ("wall", "0001_wall")]

    operations = [
        enforce_wall("subjects_subject"),
        enforce_wall("subjects_fact"),
    ]
