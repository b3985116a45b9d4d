from django.db import migrations

from moothall.ground.organisations.wall import enforce_wall


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_cases_tasks_decisions_reviews"), ("wall", "0001_wall")]

    operations = [
        enforce_wall("cases_case"),
        enforce_wall("cases_task"),
        enforce_wall("cases_decision"),
        enforce_wall("cases_review"),
    ]
