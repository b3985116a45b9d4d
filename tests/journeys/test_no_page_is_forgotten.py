"""Runs last: every address that answers with a page was looked at by axe in this session."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kit.pages import pages_without_axe

pytestmark = [pytest.mark.browser, pytest.mark.last]

NOT_PAGES = {
    "health": "plain text for whoever watches the server",
    "frontdoor_letter": "a PDF; its tags are looked at in the room of notices",
    "desk:evidence": "a file to save, as somebody gave it",
    "frontdoor_paper": "the same file, for whoever gave it",
    "desk:paper": "the same PDF, for an officer",
    "frontdoor_download": "a file of JSON; its parts are looked at beside the page that offers it",
    "language": "remembers the language and goes back",
}


@pytest.fixture
def beside_the_browser(request, monkeypatch) -> None:
    """A database, though the driver of the browser keeps an event loop in this thread. Ours is not in it."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    request.getfixturevalue("db")


def test_every_page_was_looked_at(request, beside_the_browser):
    ran = {Path(item.path) for item in request.session.items}
    left_out = set(Path(__file__).parent.glob("test_*.py")) - ran
    if left_out and os.environ.get("CI") != "true":
        pytest.skip("looks at what all journeys did, and only some were run")
    assert pages_without_axe(not_pages=NOT_PAGES) == []
