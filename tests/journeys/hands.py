"""Two ways to use a page: with a mouse, and with the keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

MOST_STOPS = 250  # more stops of the Tab key than any of our pages has

# What has the focus, and whether anybody could see that it has. The design system draws the focus of
# a radio or a checkbox on its label.
FOCUS = """(wanted) => {
  const element = document.activeElement;
  const drawn = (style) => style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 221, 0)" ||
    (style.outlineStyle !== "none" && !/^rgba.* 0\\)$/.test(style.outlineColor));
  const label = element.labels && element.labels[0];
  return {
    there: element === wanted || (element.type === "radio" && element.name === wanted.name),
    seen: element === document.body || drawn(getComputedStyle(element)) ||
      (!!label && drawn(getComputedStyle(label, "::before"))),
    what: element.outerHTML.slice(0, 120),
  };
}"""


@dataclass
class Mouse:
    """Clicks. Fills a box at once."""

    page: Page

    def write(self, box: Locator, text: str) -> None:
        box.fill(text)

    def choose(self, radio: Locator) -> None:
        radio.check()

    def tick(self, box: Locator) -> None:
        box.check()

    def open(self, summary: Locator) -> None:
        summary.click()

    def go(self, target: Locator) -> None:
        """Presses a button or follows a link, and waits for the page that comes."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            target.click()


@dataclass
class Keyboard:
    """Tab, Space, Return and the arrows. Every stop on the way must show that it has the focus."""

    page: Page

    def write(self, box: Locator, text: str) -> None:
        self._tab_to(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, radio: Locator) -> None:
        self._tab_to(radio)
        self.page.keyboard.press("Space")
        for _ in range(MOST_STOPS):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {radio}")

    def tick(self, box: Locator) -> None:
        self._tab_to(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def open(self, summary: Locator) -> None:
        self._tab_to(summary)
        self.page.keyboard.press("Enter")

    def go(self, target: Locator) -> None:
        self._tab_to(target)
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.keyboard.press("Enter")

    def _tab_to(self, target: Locator) -> None:
        wanted = target.element_handle()
        for _ in range(MOST_STOPS):
            focus = self.page.evaluate(FOCUS, wanted)
            assert focus["seen"], f"{self.page.url}: nobody can see that this has the focus: {focus['what']}"
            if focus["there"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.page.url}: the Tab key never comes to {target}")
