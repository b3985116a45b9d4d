"""No page of the desk is open to whoever comes along."""

from __future__ import annotations

import uuid

import pytest

from moothall.doors.desk.urls import urlpatterns


def _address(pattern) -> str:
    values = {name: uuid.uuid4() for name in pattern.pattern.converters}
    return "/desk/" + str(pattern.pattern).replace("<uuid:", "{").replace(">", "}").format(**values)


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "patch", "options", "head"])
def test_nobody_gets_in_by_any_method(db, client, pattern, method):
    answer = getattr(client, method)(_address(pattern))
    assert answer.status_code in (302, 405)
    if answer.status_code == 302:
        assert answer["Location"].startswith("/accounts/sign-in")


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_every_page_of_the_desk_is_behind_the_guard(pattern):
    view = pattern.callback
    while not hasattr(view, "officers_only") and hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    assert getattr(view, "officers_only", False), pattern.name
