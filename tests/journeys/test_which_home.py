"""Homes on both sides of a border: by keyboard, without scripts, in English and Welsh, kept to the end."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.resident import Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"


def picture(someone: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        someone.page.set_viewport_size(size)
        someone.page.screenshot(path=PICTURES / f"which-home-{name}-{label}.png", full_page=True)
    someone.page.set_viewport_size(NARROWEST)


def chooses(someone: Resident, home: str) -> Resident:
    someone.do.choose(someone.page.get_by_label(home, exact=True))
    return someone.presses("Continue")


def test_neighbours_of_ct4_are_served_by_two_councils(a_resident):
    says = {"postcode": "CT4 8AF", "town": "Chartham"}
    joan = a_resident(says=says, size=NARROWEST, javascript=False).lives_at("CT4 8AF")
    assert joan.heading == "Which home at CT4 8AF is yours?"
    in_order(joan.page, "first")
    picture(joan, "asked")
    joan.presses("Continue")
    assert joan.problems == ["Choose your home, or the council that sends your council tax bill"]
    in_order(joan.page, "errors")
    chooses(joan, "2 Invented Lane")
    in_order(joan.page, "chosen")
    picture(joan, "area")
    assert "You chose a home in the area of Canterbury City Council." in joan.words
    joan.finds("help with counsil tax", then="Council tax reduction").presses("Start now")
    joan.answers_until("/estimate").follows("Go on and apply").answers_until("/check").sends()
    assert joan.reference.startswith("CAN-")

    next_door = chooses(a_resident(keyboard=True).lives_at("ct4 8af"), "1 Invented Lane")
    assert "Ashford Borough Council" in next_door.words
    assert "Canterbury" not in next_door.words.partition("National bodies")[0]


def test_neighbours_of_tn25_are_served_by_two_councils_and_one_is_not_in_the_list(a_resident):
    for home, council in (
        ("1 Invented Forge", "Folkestone and Hythe District Council"),
        ("3 Invented Forge", "Ashford Borough Council"),
        ("Another home, in the area of Ashford Borough Council", "Ashford Borough Council"),
    ):
        someone = chooses(a_resident(javascript=False).lives_at("TN25 5HR"), home)
        assert f"You chose a home in the area of {council}." in someone.words


def test_beside_a_border_she_may_choose_the_other_council(a_resident):
    someone = a_resident(size=NARROWEST).lives_at("E15 1DZ")
    assert "A few of its homes may be in the area of London Borough of Waltham Forest." in someone.words
    in_order(someone.page, "beside a border")
    picture(someone, "beside")
    someone.follows("Choose the council that sends your council tax bill")
    in_order(someone.page, "councils")
    picture(someone, "councils")
    chooses(someone, "A home in the area of London Borough of Waltham Forest")
    assert "You chose a home in the area of London Borough of Waltham Forest." in someone.words


def test_an_earlier_day_finds_the_councils_of_that_day(a_resident):
    someone = a_resident(size=NARROWEST, javascript=False).lives_at("CA1 1AA")
    someone.follows("See who served you on an earlier day")
    in_order(someone.page, "first")
    someone.do.write(someone.box("on-day"), "40")
    in_order(someone.presses("Continue").page, "errors")
    for part, said in (("day", "31"), ("month", "3"), ("year", "2023")):
        someone.do.write(someone.box(f"on-{part}"), said)
    someone.presses("Continue")
    assert "Carlisle City Council" in someone.words and "Cumberland" not in someone.words
    in_order(someone.page, "one of several")
    picture(someone, "earlier")
    someone.do.write(someone.box("on-year"), "2024")
    assert "Cumberland Council" in someone.presses("Continue").words
    in_order(someone.page, "one")


def test_it_is_asked_in_welsh(a_resident):
    someone = a_resident(size=NARROWEST).lives_at("CT4 8AF").opens("/language/cy").opens("/your-home")
    assert someone.heading == "Pa gartref yn CT4 8AF yw eich un chi?"
    someone.presses("Parhau")
    assert someone.problems == ["Dewiswch eich cartref, neu'r cyngor sy'n anfon eich bil treth gyngor"]
    in_order(someone.page, "welsh errors")
