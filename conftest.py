"""For the tests of every room: a database as the migrations left it, and the words on skipping."""

import os

import pytest
from django.test import TransactionTestCase

from tests.kit import databases

if databases.chosen() == "postgresql":

    @pytest.fixture(scope="session")
    def django_db_setup(django_test_environment, django_db_blocker):
        """The real roles on a real database: tables made by their owner, tests run as the application."""
        with django_db_blocker.unblock():
            databases.set_up_postgresql()
        yield

else:

    @pytest.fixture(scope="session")
    def django_db_setup(django_db_setup, django_db_blocker):
        """pytest-django's own set-up, and a copy of what it made."""
        with django_db_blocker.unblock():
            databases.remember()
        yield


def _put_back(test) -> None:
    databases.put_back()


# After a test that commits. Tests inside one transaction roll back, which needs nothing of this.
TransactionTestCase._fixture_teardown = _put_back


def pytest_collection_modifyitems(items) -> None:
    """Skips what only PostgreSQL can show when the session has SQLite; puts `last` tests at the end."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)
    if databases.chosen() == "sqlite":
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(pytest.mark.skip(reason="needs MOOTHALL_TEST_DATABASE=postgresql"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Under CI the reference data must be there: a test skipped for want of it has failed."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr)
        if item.get_closest_marker("shared") or "shared" in reason.lower():
            report.outcome = "failed"
            report.longrepr = f"Skipped for want of reference data, which CI must not do: {reason}"
