from django.db import migrations

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_drafts_applications_promises"), ("wall", "0001_wall")]

    operations = [
        enforce_wall("applications_draft"),
        enforce_wall("applications_application"),
        enforce_wall("applications_promise"),
    ]
