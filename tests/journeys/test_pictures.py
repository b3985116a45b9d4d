"""Pictures of both doors, on a telephone and on a desk, in build/screenshots: to look at, and for the README.

Nothing compares them. `make pictures` puts the two that the README shows into docs/screenshots.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import TODAY
from tests.journeys.officer import MEENA, PASSWORD, Officer
from tests.journeys.resident import APPLY, SHE_SAYS, Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
SIZES = {"412": PHONE, "1200": DESK}
EDWIN = {"full_name": "Edwin Tarrant", "date_of_birth": ("19", "8", "1948"), "savings": "16,400"}


@pytest.fixture
def a_town(own_site):
    """A server of its own, so that the pictures do not depend on what other tests have left."""
    return own_site(today=TODAY)


def test_pictures_of_both_doors(a_town, open_page):
    PICTURES.mkdir(parents=True, exist_ok=True)
    Resident(open_page(), a_town.url, says=SHE_SAYS | EDWIN).applies()

    joan = Resident(open_page(), a_town.url).opens("/")
    _take(joan.page, "resident-1-start")
    _take(joan.lives_at("CT1 1AA").page, "resident-2-your-area")
    _take(joan.finds("counsil tax", then="Council tax reduction").page, "resident-3-service")
    _take(joan.presses("Start now").page, "resident-4-who-lives-here")
    _take(joan.answers_until("/savings").page, "resident-5-question")
    joan.do.write(joan.box("savings"), "a little")
    _take(joan.presses("Continue").page, "resident-6-mistake")
    _take(joan.answers_until("/pensions").page, "resident-7-pensions")
    _take(joan.answers_until("/estimate").page, "resident-8-estimate", also_the_top=True)
    joan.follows("Go on and apply").answers_until("/check")
    _take(joan.page, "resident-9-check")
    _take(joan.sends().page, "resident-10-sent")
    _take(joan.follows("Follow your case").page, "resident-11-case")

    meena = Officer(open_page(), a_town.url, MEENA).opens("/desk/")
    _take(meena.page, "desk-1-sign-in")
    meena.do.write(meena.page.locator("[name=login]"), MEENA)
    meena.do.write(meena.page.locator("[name=password]"), PASSWORD)
    _take(meena.presses("Continue").page, "desk-2-code")
    code = meena.reads_her_authenticator()
    meena.do.write(meena.page.locator("[name=code]"), code)
    _take(meena.presses("Sign in").page, "desk-3-queue")
    _take(meena.finds_the_case(joan.reference).page, "desk-4-case", also_the_top=True)
    meena.follows("Decide the application")
    _take(meena.page, "desk-5-decide")
    meena.chooses("depart").presses("Continue")
    _take(meena.page, "desk-6-depart")
    meena.finds_the_case(joan.reference).accepts()
    _take(meena.page, "desk-7-letter")
    _take(meena.presses("Decide and send this letter").page, "desk-8-decided")
    meena.opens("/demonstration/authenticator")
    _take(meena.page, "desk-9-authenticator")

    _take(joan.opens(f"/case/{joan.reference}/decision").page, "resident-12-decision")
    _take(joan.follows("Ask for the decision to be looked at again").page, "resident-13-review")
    joan.opens(f"{APPLY}/done").follows("Cymraeg")
    _take(joan.page, "resident-14-welsh")


def _take(page: Page, name: str, *, also_the_top: bool = False) -> None:
    for label, size in SIZES.items():
        page.set_viewport_size(size)
        page.screenshot(path=PICTURES / f"{name}-{label}.png", full_page=True)
        if also_the_top:
            page.screenshot(path=PICTURES / f"{name}-{label}-top.png")
