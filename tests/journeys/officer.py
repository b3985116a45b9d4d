"""An officer of the demonstration at her browser, from signing in to the letter."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.resident import link_of

PASSWORD = "pier-lantern-orchard"
MEENA = "meena.rao@canterbury.example"
GWEN = "gwen.pryce@canterbury.example"  # team leader
TOM = "tom.ashdown@thanet.example"
AMA = "ama.boateng@kent.example"
LEILA = "leila.stone@southernhousing.example"  # of the housing association


@dataclass
class Officer:
    """One officer; `do` is her mouse or her keyboard."""

    page: Page
    address: str
    email: str
    keyboard: bool = False

    def __post_init__(self) -> None:
        self.do = Keyboard(self.page) if self.keyboard else Mouse(self.page)

    def signs_in(self) -> Officer:
        """Password, then the code that the demonstration's authenticator page shows."""
        self.opens("/desk/")
        self.do.write(self.page.locator("[name=login]"), self.email)
        self.do.write(self.page.locator("[name=password]"), PASSWORD)
        self.presses("Continue")
        code = self.reads_her_authenticator()
        self.do.write(self.page.locator("[name=code]"), code)
        return self.presses("Sign in")

    def reads_her_authenticator(self) -> str:
        """On another tab, as one looks at a telephone."""
        telephone = self.page.context.new_page()
        telephone.goto(f"{self.address}/demonstration/authenticator")
        code = telephone.locator(f'[data-code="{self.email}"]').inner_text().strip()
        telephone.close()
        return code

    def opens(self, path: str) -> Officer:
        self.page.goto(self.address + path, wait_until="domcontentloaded")
        return self

    def finds_the_case(self, reference: str) -> Officer:
        """By the queue, page after page until it is there."""
        self.opens("/desk/")
        while True:
            rows = self.page.locator("main tr", has_text=reference)
            if rows.count():
                self.do.go(rows.first.get_by_role("link").first)
                return self
            self.follows("Next page")

    def accepts(self, step: str = "Decide the application") -> Officer:
        """From the case's page to the letter, accepting what the rules give."""
        self.follows(step)
        self.chooses("accept")
        return self.presses("Continue")

    def chooses(self, value: str) -> Officer:
        self.do.choose(self.page.locator(f'main [type=radio][value="{value}"]'))
        return self

    def presses(self, button: str) -> Officer:
        self.do.go(self.page.get_by_role("button", name=button, exact=True))
        return self

    def follows(self, link: str) -> Officer:
        self.do.go(link_of(self.page, link))
        return self

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address).partition("?")[0]

    @property
    def words(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())
