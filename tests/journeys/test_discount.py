"""A council tax discount asked for alone: who counts, space for a wheelchair, and a home nobody lives in."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.resident import MOST_PAGES, Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
# Nia is invented. She looks after her mother, who lives with her, has dementia and uses a wheelchair indoors.
NIA = {
    "home_used_as": "main_home",
    "date_of_birth": ("1", "2", "1971"),
    "date_of_birth--person2": ("4", "9", "1944"),
    "role--person2": "other_adult",
    "not_counted_because": "carer",
    "not_counted_because--person2": "severely_mentally_impaired",
    "home_changed_for_disability": "wheelchair",
    "band_lowered_already": "no",
    "council_tax_valuation_band": "d",
    "council_tax_before_discount": "1,800",
}
HER_AUNTS = {"home_used_as": "nobody", "home_empty_because": "none", "home_is_furnished": "no",
             "home_empty_since": ("1", "6", "2020"), "date_of_birth": ("1", "2", "1971")}  # fmt: skip


def _begins(resident: Resident) -> Resident:
    resident.lives_at("CT1 1AA").finds("dementia", then="Council tax discount or exemption")
    return resident.presses("Start now")


def _picture(resident: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        resident.page.set_viewport_size(size)
        resident.page.screenshot(path=PICTURES / f"discount-{name}-{label}.png", full_page=True)
    resident.page.set_viewport_size(NARROWEST)


def test_a_carer_and_her_mother_are_left_out_and_the_lower_band_comes_first(a_resident):
    nia = _begins(a_resident(says=NIA, size=NARROWEST))
    for _ in range(MOST_PAGES):
        if nia.path.endswith("/estimate"):
            break
        if nia.path.endswith("/who-lives-here"):
            nia.fills_in().presses("Add somebody who lives here")
        in_order(nia.page, "first")
        _picture(nia, nia.path.rpartition("/")[2])
        nia.answers()
        assert not nia.problems, f"{nia.path}: {nia.problems}"
    in_order(nia.page, "first")
    # 1,800.00 less one ninth (200.00) is 1,600.00; half of it is 800.00.
    assert "£1,000 a year" in nia.words
    nia.page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true })")
    in_order(nia.page, "open")
    _picture(nia, "estimate")
    nia.follows("Cymraeg")
    in_order(nia.page, "welsh")


def test_of_an_empty_home_she_reads_who_decides_and_what_may_be_added(a_resident):
    nia = _begins(a_resident(says=HER_AUNTS, size=NARROWEST)).answers_until("/estimate")
    in_order(nia.page, "not covered")
    assert "up to three times the usual bill" in nia.words and "£0" not in nia.words
    _picture(nia, "not-covered")
