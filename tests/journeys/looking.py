"""What is demanded of every page in every state."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.kit.browser import no_axe_violations

# The narrowest that WCAG 2.2 asks for (1.4.10 Reflow): nothing may need scrolling in two directions.
NARROWEST = {"width": 320, "height": 800}

WIDEST = """() => {
  const over = [...document.querySelectorAll("body *")].filter((one) =>
    one.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return document.documentElement.scrollWidth <= document.documentElement.clientWidth ? "" :
    over.map((one) => one.outerHTML.slice(0, 100)).slice(-1)[0] || "something";
}"""


def in_order(page: Page, state: str) -> None:
    """Axe finds nothing, it does not scroll sideways, and it has one main heading and a title of its own."""
    no_axe_violations(page, state)
    assert not (wide := page.evaluate(WIDEST)), f"{page.url} ({state}) scrolls sideways, because of {wide}"
    assert page.locator("h1").count() == 1, f"{page.url} ({state}) has no single main heading"
    title = page.title()
    assert title.endswith("Moothall") and len(title) > len("Moothall") + 3, f"{page.url} is called {title!r}"
    wrong = page.locator(".govuk-error-summary").count() > 0
    assert wrong == title.startswith(("Error:", "Gwall:")), f"{page.url} ({state}) is called {title!r}"
