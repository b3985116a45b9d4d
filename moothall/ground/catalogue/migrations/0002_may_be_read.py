from django.db import migrations

from moothall.ground.organisations.wall.enforcing import grant


class Migration(migrations.Migration):
    """Public data: it stands outside the wall, and the application reads it."""

    dependencies = [("catalogue", "0001_editions"), ("wall", "0001_wall")]

    operations = [
        grant("SELECT, INSERT ON catalogue_edition"),
    ]
