from django.db import migrations

from moothall.ground.organisations.wall.enforcing import grant


class Migration(migrations.Migration):
    """Public data: it stands outside the wall, and the application reads it."""

    dependencies = [("places", "0001_postcodes"), ("wall", "0001_wall")]

    operations = [
        grant("SELECT ON places_place"),
    ]
