from django.db import migrations

from moothall.ground.organisations.wall.enforcing import grant


class Migration(migrations.Migration):
    """Signing in comes before any organisation, so these tables stand outside the wall.

    What the application's role is not granted here it cannot do: an account and a role
    are ended, never deleted.
    """

    dependencies = [
        ("people", "0001_accounts_and_roles"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("wall", "0001_wall"),
    ]

    operations = [
        grant("SELECT, INSERT, UPDATE ON people_account, people_role"),
        grant("SELECT, INSERT, UPDATE, DELETE ON mfa_authenticator, django_session"),
        # django-allauth looks here while somebody signs in; an account has its one address.
        grant("SELECT, INSERT, UPDATE, DELETE ON account_emailaddress"),
        grant("SELECT ON account_emailconfirmation, django_content_type"),
    ]
