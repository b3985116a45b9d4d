"""What tests that cross rooms are given: servers, browsers, pages."""

from contextlib import ExitStack

import pytest


@pytest.fixture(scope="session")
def site():
    """A server that all tests of the session share. Each test brings its own resident and its own case."""
    from tests.kit.server import LiveServer

    with LiveServer() as server:
        yield server


@pytest.fixture
def own_site():
    """Makes servers for one test alone: `own_site(today="2026-11-23")`. They end with the test."""
    from tests.kit.server import LiveServer

    with ExitStack() as servers:
        yield lambda **how: servers.enter_context(LiveServer(**how))


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    from tests.kit.browser import forget_visits, launch

    forget_visits()
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser):
    """Opens a page of a new visitor: `open_page(javascript=False, size=PHONE)`."""
    from tests.kit.browser import new_page

    with ExitStack() as pages:
        yield lambda **how: pages.enter_context(new_page(browser, **how))


@pytest.fixture
def page(open_page):
    return open_page()
