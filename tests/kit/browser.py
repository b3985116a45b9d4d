"""Chromium, driven as a resident or an officer would, and the accessibility check of each state of a page.

def test_postcode(site, open_page):
    page = open_page(javascript=False)
    page.goto(site.url + "/")
    no_axe_violations(page, "first")
"""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

from setup.browser import HOW, find_browser
from tests.kit.places import BUILD, RESULTS

VISITED = BUILD / "axe-visited.json"
PHONE = {"width": 412, "height": 915}
DESK = {"width": 1200, "height": 900}
WAIT_AT_MOST = 20_000  # milliseconds, on a machine that does other things too
FLAGS = [
    "--no-sandbox",  # it runs as root on build machines, and only ever sees our own pages
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]

# The size of targets is new in WCAG 2.2 (2.5.8), and axe leaves it out unless asked.
RUN_AXE = """() => window.axe.run(document, {
  resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
})"""

_with_scripts: set[Page] = set()


def launch(playwright: Playwright) -> Browser:
    """The machine's own Chromium without a window."""
    path = find_browser()
    if path is None:
        raise RuntimeError(HOW)
    return playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)


@contextmanager
def new_page(
    browser: Browser, *, javascript: bool = True, size: dict = DESK, language: str = "en-GB"
) -> Iterator[Page]:
    """A page of a new visitor, who shares nothing with any other. Fails when the page reports a script error
    or anything that its content security policy refused."""
    context = browser.new_context(
        java_script_enabled=javascript, viewport=size, locale=language, reduced_motion="reduce"
    )
    context.set_default_timeout(WAIT_AT_MOST)
    page = context.new_page()
    if javascript:
        _with_scripts.add(page)
    wrong: list[str] = []

    def console(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            wrong.append(said.text)

    def request(asked: Request) -> None:
        if _outside(asked.url):
            wrong.append(f"left the site: {asked.url}")

    page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    page.on("console", console)
    page.on("request", request)
    try:
        yield page
    finally:
        _with_scripts.discard(page)
        context.close()
    assert not wrong, "\n".join(wrong)


def no_axe_violations(page: Page, state: str) -> None:
    """Asserts that axe finds nothing wrong with the page as it is now, and remembers that it was looked at.

    `state` says in a word which state this is: "first", "errors", "empty", "long".
    """
    found = _axe(page) if page in _with_scripts else _axe_of_a_twin(page)
    remember_visit(page.url, state)
    told = [_in_words(violation) for violation in found["violations"]]
    assert not told, f"{page.url} ({state}):\n" + "\n".join(told)


def remember_visit(url: str, state: str) -> None:
    """Writes down that the page at `url` was checked in this state, under its name in the urlconf."""
    from django.urls import Resolver404, resolve

    try:
        name = resolve(urlsplit(url).path).view_name
    except Resolver404:
        return
    with _visited() as visits:
        states = visits.setdefault(name, [])
        if state not in states:
            states.append(state)


def visited() -> dict[str, list[str]]:
    """Name in the urlconf -> states in which axe has looked at it, since `forget_visits()`."""
    return json.loads(VISITED.read_text(encoding="utf-8")) if VISITED.exists() else {}


def forget_visits() -> None:
    """Begins a new record, so that a page which no journey opens any more cannot hide behind an old one."""
    VISITED.unlink(missing_ok=True)


def screenshot(page: Page, name: str) -> Path:
    """Keeps a picture of the whole page in build/test/, and says where."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path


@contextmanager
def _visited() -> Iterator[dict]:
    BUILD.mkdir(exist_ok=True)
    with VISITED.open("a+", encoding="utf-8") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        kept.seek(0)
        visits = json.loads(kept.read() or "{}")
        yield visits
        kept.truncate(0)
        json.dump(visits, kept, indent=1, sort_keys=True)


def _axe(page: Page) -> dict:
    # Evaluated through the debugging protocol: as a script of the page, the page's policy would refuse it.
    page.evaluate(Axe().axe_script)
    return page.evaluate(RUN_AXE)


def _axe_of_a_twin(page: Page) -> dict:
    """Checks a page whose scripts are off. Axe is itself a script, and its promise would never be kept there.

    So a twin is opened at the same address with the same mark-up and styles, and without the site's scripts.
    """
    markup = page.content()
    context = page.context.browser.new_context(viewport=page.viewport_size, reduced_motion="reduce")
    try:
        twin = context.new_page()
        twin.route("**/*.js", lambda route: route.abort())
        html = "text/html; charset=utf-8"
        twin.route(page.url, lambda route: route.fulfill(body=markup, content_type=html))
        twin.goto(page.url)
        return _axe(twin)
    finally:
        context.close()


def _in_words(violation: dict) -> str:
    nodes = violation["nodes"][:5]
    places = "; ".join(f"{' '.join(node['target'])}: {node['html'][:120]}" for node in nodes)
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n    {places}"


def _outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {"127.0.0.1", "localhost"}
