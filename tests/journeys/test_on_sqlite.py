"""The smoke journey on the database of `make run`: a claim, two weeks, a late decision, a lost database."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import TODAY
from tests.journeys.looking import in_order
from tests.journeys.officer import GWEN, Officer
from tests.journeys.resident import Resident

pytestmark = pytest.mark.browser

THE_DAY_AFTER_IT_WAS_DUE = "2026-12-08"


def test_a_claim_becomes_late_and_is_decided(own_site, open_page):
    site = own_site(database="sqlite", today=TODAY)
    gwen = Officer(open_page(), site.url, GWEN).signs_in()
    in_order(gwen.page, "empty")

    joan = Resident(open_page(), site.url).applies()
    assert joan.reference in gwen.opens("/desk/").words

    site.starts_again(today=THE_DAY_AFTER_IT_WAS_DUE)
    _wait_for(gwen, "Explain the delay")
    assert "1 day late" in gwen.words
    gwen.finds_the_case(joan.reference).follows("Explain the delay")
    in_order(gwen.page, "first")
    in_order(gwen.presses("Done").page, "errors")
    gwen.do.write(gwen.page.locator("[name=note]"), "Two of the team are ill.")
    gwen.presses("Done")

    gwen.finds_the_case(joan.reference).accepts().presses("Decide and send this letter")
    assert "£26.17 a week" in joan.opens(f"/case/{joan.reference}/decision").words
    assert site.command("verify").returncode == 0

    for kept in site.data.glob("moothall.sqlite3*"):
        kept.rename(kept.with_name(f"moved-{kept.name}"))
    in_order(joan.opens(f"/case/{joan.reference}").page, "database gone")
    assert joan.heading == "We cannot reach our records at the moment"


def _wait_for(officer: Officer, words: str) -> None:
    """The worker is another thread: it may take it a moment."""
    for _ in range(40):
        if words in officer.opens("/desk/").words:
            return
        officer.page.wait_for_timeout(250)
    raise AssertionError(f"{words} does not come; the queue says: {officer.words}")
