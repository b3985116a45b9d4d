"""In each town of the demonstration somebody says where she lives and asks in her own words."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.kit.browser import DESK, PHONE, screenshot

pytestmark = pytest.mark.browser

TOWNS = [
    ("CT1 1AA", "pothole", "Kent County Council"),
    ("CT9 1FE", "wheely bin", "Thanet District Council"),
    ("CT16 2AY", "libary card", "Kent County Council"),
    ("SR1 1AE", "bus pass", "North East Combined Authority"),
    ("E15 2PH", "traffic lights", "Transport for London"),
    ("CF10 1AA", "twll yn y ffordd", "City of Cardiff Council"),
    ("G1 1AB", "caring for my mum", "Social Security Scotland"),
    ("BT1 5GS", "council house", "Northern Ireland Housing Executive"),
]


@pytest.mark.parametrize(("postcode", "asked", "who"), TOWNS, ids=[town[0] for town in TOWNS])
def test_she_is_told_who_does_it(a_resident, postcode, asked, who):
    someone = a_resident(size=PHONE, javascript=False).lives_at(postcode)
    if someone.path == "/your-council":
        someone.do.choose(someone.page.get_by_label("Belfast City Council"))
        someone.presses("Continue")
    assert someone.path == "/your-area"
    someone.do.write(someone.box("q"), asked)
    someone.presses("Find")
    assert who in someone.words.partition("found")[2]
    link = someone.page.locator("section a[href^='http']").first
    assert link.get_attribute("href").startswith("http"), "it leads to the body itself"


def test_northern_ireland_chooses_and_is_offered_nothing_of_other_nations(a_resident):
    someone = a_resident(size=NARROWEST).opens("/").follows("I live in Northern Ireland")
    in_order(someone.page, "first")
    someone.presses("Continue")
    assert someone.problems == ["Choose your council"]
    in_order(someone.page, "errors")
    someone.do.choose(someone.page.get_by_label("Belfast City Council"))
    someone.presses("Continue")
    in_order(someone.page, "first")
    assert someone.heading == "Who serves Belfast City Council"
    assert "Department for Infrastructure" in someone.words
    someone.follows("Council tax and rates")
    in_order(someone.page, "first")
    assert "Rates, and help with them" in someone.words and "Council tax reduction" not in someone.words


def test_cardiff_offers_welsh_first_and_answers_in_it(a_resident):
    someone = a_resident(size=PHONE).lives_at("CF10 1AA")
    in_order(someone.page, "first")
    screenshot(someone.page, "area-cardiff-412")
    someone.follows("Darllenwch y dudalen hon yn Gymraeg")
    assert someone.path == "/your-area" and "Cyngor Dinas Caerdydd" in someone.words
    in_order(someone.page, "welsh")
    someone.follows("Tai")
    assert someone.heading == "Tai" and "Gwneud cais am gartref cyngor" in someone.words
    assert "Prynu eich cartref cyngor" not in someone.words, "the right to buy ended in Wales"


def test_what_happened_is_named_and_leads_to_all_that_follows(a_resident):
    someone = a_resident(size=DESK).lives_at("CT1 1AA")
    screenshot(someone.page, "area-canterbury-1200")
    someone.do.write(someone.box("q"), "my mum dyed")
    someone.presses("Find")
    in_order(someone.page, "found")
    screenshot(someone.page, "area-event-1200")
    assert "When someone has died" in someone.words and "Register a death" in someone.words
    someone.follows("Roads and transport")
    in_order(someone.page, "long")
    screenshot(someone.page, "area-topic-1200")
    assert "You can start here" in someone.words, "Kent has published its bus pass"
