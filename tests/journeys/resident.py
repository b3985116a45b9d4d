"""An invented resident at her browser: what she knows about herself, and how she gets through the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.journeys.hands import Keyboard, Mouse
from tests.kit.claims import JOAN, SERVICE

APPLY = f"/apply/{SERVICE}"
REFERENCE = re.compile(r"\b[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
MOST_PAGES = 45

# Joan is 76, lives alone in Canterbury and has a small pension. The keys are facts, or `fact--whom`.
SHE_SAYS = JOAN["facts"] | {"date_of_birth": ("3", "5", "1950")}

# Every input of the form that she can see: its name, its kind, its value.
INPUTS = """form => [...form.querySelectorAll("input, textarea")]
  .filter(one => one.type !== "hidden" && one.checkVisibility())
  .map(one => [one.name, one.type, one.value])"""


def link_of(page: Page, text: str) -> Locator:
    """The first link of these words; a link that looks like a button is a link too."""
    return page.locator("a", has_text=re.compile(rf"^\s*{re.escape(text)}\s*$")).first


@dataclass
class Resident:
    """`says` may be changed by a test; `do` is her mouse or her keyboard."""

    page: Page
    address: str
    says: dict = field(default_factory=lambda: dict(SHE_SAYS))
    keyboard: bool = False
    reference: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        self.do = Keyboard(self.page) if self.keyboard else Mouse(self.page)

    # Where she goes

    def opens(self, path: str) -> Resident:
        self.page.goto(self.address + path, wait_until="domcontentloaded")
        return self

    def lives_at(self, postcode: str) -> Resident:
        self.opens("/")
        self.do.write(self.page.locator("[name=postcode]"), postcode)
        return self.presses("Continue")

    def finds(self, words: str, *, then: str) -> Resident:
        """Asks in her own words, and follows the link of that name."""
        self.do.write(self.page.locator("[name=q]"), words)
        self.presses("Find")
        return self.follows(then)

    def begins(self, postcode: str = "CT1 1AA") -> Resident:
        """From her postcode to the first question, by the way that most people take."""
        self.lives_at(postcode)
        self.finds("help with counsil tax", then="Council tax reduction")
        return self.presses("Start now")

    def reaches_the_estimate(self) -> Resident:
        return self.begins().answers_until("/estimate")

    def reaches_the_check(self) -> Resident:
        return self.reaches_the_estimate().follows("Go on and apply").answers_until("/check")

    def sends(self) -> Resident:
        """Says that it is true, presses the button once, and notes her reference and key."""
        self.do.tick(self.page.locator("[name=declared]"))
        return self.presses("Send application").notes_her_reference()

    def applies(self) -> Resident:
        return self.reaches_the_check().sends()

    # What she does on a page

    def presses(self, button: str) -> Resident:
        self.do.go(self.page.get_by_role("button", name=button, exact=True))
        return self

    def follows(self, link: str) -> Resident:
        self.do.go(link_of(self.page, link))
        return self

    def fills_in(self) -> Resident:
        """Answers all that this page asks, without sending it."""
        form = self.page.locator("main form").first
        for name, kind, value in form.evaluate(INPUTS):
            said = self._said(name)
            if said is None:
                raise AssertionError(f"{self.page.url} asks for {name}, of which she knows nothing")
            if kind == "radio":
                if said == value:
                    self.do.choose(form.locator(f'[name="{name}"][value="{value}"]'))
            elif said:
                self.do.write(form.locator(f'[name="{name}"]'), said)
        return self

    def answers(self) -> Resident:
        """Answers this page and goes on."""
        return self.fills_in().presses("Continue")

    def answers_until(self, ending: str) -> Resident:
        for _ in range(MOST_PAGES):
            if self.path.endswith(ending):
                return self
            before = self.page.url
            self.answers()
            assert not self.problems, f"{before}: {self.problems}"
        raise AssertionError(f"never came to {ending}; stopped at {self.page.url}")

    def notes_her_reference(self) -> Resident:
        kept = self.page.locator("main .govuk-summary-list__value").all_inner_texts()
        self.reference, self.key = kept[0].strip(), kept[1].strip()
        assert REFERENCE.fullmatch(self.reference), self.reference
        return self

    # What she sees

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address).partition("?")[0]

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text().strip()

    @property
    def words(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())

    @property
    def problems(self) -> list[str]:
        """The lines of the error summary."""
        return self.page.locator(".govuk-error-summary__list li").all_inner_texts()

    def box(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]')

    def _said(self, name: str) -> str | None:
        if name in self.says:
            return self.says[name]
        one, part = re.fullmatch(r"(.*?)(?:-(day|month|year))?", name).groups()
        said = self.says.get(one, self.says.get(one.partition("--")[0]))
        return said[("day", "month", "year").index(part)] if part and said else said
