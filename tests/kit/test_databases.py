"""Each test finds the database as the migrations left it, also after one that committed."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from tests.kit import databases


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_for_the_next(time):
    assert not Session.objects.exists()
    Session.objects.create(session_key=time, session_data="", expire_date=timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_the_migrations_wrote_stays(time):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 10


@pytest.mark.postgresql
@pytest.mark.django_db
def test_on_postgresql_the_session_is_the_applications():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("moothall_app",)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_on_postgresql_no_table_belongs_to_the_application():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE tableowner = 'moothall_app'")
        assert cursor.fetchall() == []


def test_looking_behind_needs_postgresql():
    if databases.chosen() == "postgresql":
        assert databases.current().application_url.startswith("postgresql://moothall_app@/")
    else:
        with pytest.raises(RuntimeError, match="runs on SQLite"):
            databases.current()
