"""The tests' own PostgreSQL is a fair copy of a real installation's roles."""

import psycopg
import pytest

from tests.kit import databases


@pytest.fixture
def database():
    made = databases.server().new_database()
    yield made
    databases.server().drop(made)


@pytest.mark.parametrize("role", ["moothall_owner", "moothall_app"])
def test_no_role_is_a_superuser_or_passes_over_row_level_security(database, role):
    with psycopg.connect(database.url(role)) as connection:
        found = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert found == (False, False, False)


def test_the_application_may_not_make_tables(database):
    with psycopg.connect(database.application_url) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE mine (n int)")


def test_the_application_reads_only_what_the_owner_grants(database):
    with psycopg.connect(database.owner_url) as owner:
        owner.execute("CREATE TABLE theirs (n int)")
    with psycopg.connect(database.application_url) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT n FROM theirs")


def test_a_database_put_back_is_as_its_model_was(database):
    model = databases.server().new_database()
    with psycopg.connect(model.owner_url) as owner:
        owner.execute("CREATE TABLE t AS SELECT 1 AS n")
    with psycopg.connect(database.owner_url) as owner:
        owner.execute("CREATE TABLE stray (n int)")
    databases.server().put_back(database, like=model)
    with psycopg.connect(database.owner_url) as owner:
        assert owner.execute("SELECT n FROM t").fetchall() == [(1,)]
        assert owner.execute("SELECT to_regclass('stray')").fetchone() == (None,)


def test_nobody_can_reach_it_over_the_network(database):
    with psycopg.connect(database.superuser_url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
