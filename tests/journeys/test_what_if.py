"""What if something changed? From the results to both sides beside each other, and the line of more pay."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.resident import MOST_PAGES, Resident
from tests.journeys.test_what_could_i_get import RHIAN
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
# Mina is invented: alone in a council flat, she works a little and cares for a neighbour.
MINA = RHIAN | {
    "tenure": "social_rent",
    "rent": "460",
    "earnings": "150",
    "self_employed_profit": "0",
    "hours_worked": "12",
    "date_of_birth--person2": ("4", "9", "1990"),
    "works_for_pay--person2": "no",
    "hours_of_care--person2": "0",
}


def _picture(resident: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        resident.page.set_viewport_size(size)
        resident.page.screenshot(path=PICTURES / f"{name}-{label}.png", full_page=True)
    resident.page.set_viewport_size(NARROWEST)


def _has_results(resident: Resident) -> Resident:
    resident.lives_at("CT1 1AA").follows("See everything you could get").presses("Start now")
    return resident.answers_until("/estimate")


def test_more_pay_and_savings_side_by_side_with_the_cliff_of_carers(a_resident):
    mina = _has_results(a_resident(says=MINA, size=NARROWEST)).follows("What if something changed?")
    in_order(mina.page, "first")
    _picture(mina, "resident-17-what-if")
    mina.page.locator("[name=earnings--claimant]").fill("lots")
    mina.presses("Compare")
    in_order(mina.page, "wrong")

    mina.page.locator("[name=earnings--claimant]").fill("190")
    mina.page.locator("[name=savings]").fill("20000")
    mina.presses("Compare")
    assert mina.heading == "Now and then, side by side"
    in_order(mina.page, "first")
    assert "If you earn more than £204 a week, you lose" in mina.words
    assert mina.page.locator("svg[role=img] polyline").count() == 1
    _picture(mina, "resident-18-side-by-side")
    mina.page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true })")
    in_order(mina.page, "open")
    mina.follows("Cymraeg")
    in_order(mina.page, "welsh")
    mina.follows("English").follows("Back to what you could get")
    assert mina.path.endswith("/estimate")


def test_a_partner_moves_in_by_keyboard_and_only_the_partner_is_asked_about(a_resident):
    mina = a_resident(says=MINA, size=NARROWEST, keyboard=True)
    _has_results(mina).follows("What if something changed?")
    mina.do.choose(mina.page.locator("[name=partner_moves_in][value=yes]"))
    for part, typed in zip(("day", "month", "year"), MINA["date_of_birth--person2"], strict=True):
        mina.do.write(mina.page.locator(f"[name=date_of_birth--partner-{part}]"), typed)
    mina.presses("Compare")
    asked = 0
    for _ in range(MOST_PAGES):
        if mina.path.endswith("/then"):
            break
        in_order(mina.page, "first")
        assert mina.page.locator("main [name$=--claimant]").count() == 0, "nothing is asked twice"
        if not asked:
            _picture(mina, "resident-19-asked-because-of-it")
        asked += 1
        mina.answers()
        assert not mina.problems, f"{mina.path}: {mina.problems}"
    assert asked and "A partner moves in" in mina.words
    in_order(mina.page, "first")
