"""Every test of the record that uses the database acts for two bodies."""

import pytest
from django.db import connection

from moothall.ground.organisations.wall import enter


@pytest.fixture(autouse=True)
def context(request):
    """The second wall is open from the start, for tests that run inside one transaction."""
    marker = request.node.get_closest_marker("django_db")
    if marker and not marker.kwargs.get("transaction"):
        request.getfixturevalue("db")
        enter(connection, {"canterbury", "kent"})
