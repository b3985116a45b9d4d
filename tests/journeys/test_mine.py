"""Everything of Joan's in one place: the list, what is held, who looked, and her own copy of it."""

from __future__ import annotations

import json

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import MEENA, Officer
from tests.journeys.resident import Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"


def _looks_right(resident: Resident | Officer, name: str) -> None:
    """In order on the narrowest screen, and a picture of it on two others."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        resident.page.set_viewport_size(size)
        resident.page.screenshot(path=PICTURES / f"mine-{name}-{label}.png", full_page=True)
    resident.page.set_viewport_size(NARROWEST)
    in_order(resident.page, name)


def test_one_list_what_is_held_and_who_looked(an_applicant, an_officer):
    joan = an_applicant(size=NARROWEST).sends()
    case = joan.reference
    an_officer(MEENA).finds_the_case(case)

    joan.opens(f"/case/{case}").follows("See everything of yours")
    assert "2 matters are open" in joan.words
    assert "Canterbury City Council: Decide the application. By 7 December 2026." in joan.words
    _looks_right(joan, "list")

    joan.opens(f"/mine/held/{case}")
    assert "Said by you, on this site" in joan.words
    assert "A caseworker of Canterbury City Council: your case" in joan.words
    assert "Meena" not in joan.words, "she is told who looked by role, and never by name"
    _looks_right(joan, "held")

    joan.opens("/mine").follows("Everything on one page, to print")
    assert "Kent County Council" in joan.words and "Canterbury City Council" in joan.words
    _looks_right(joan, "copy")
    joan.opens("/mine")
    with joan.page.expect_download() as file:
        joan.page.get_by_role("link", name="Everything as a file for a computer (JSON)").click()
    assert {case["body"]["key"] for case in json.loads(file.value.path().read_text())["cases"]} == {
        "canterbury",
        "kent",
    }


def test_she_has_something_corrected_and_the_officer_answers(an_applicant, an_officer):
    joan = an_applicant(size=NARROWEST).sends()
    case = joan.reference
    joan.opens(f"/mine/held/{case}").follows("Say it is wrong: Savings and investments")
    assert "This goes to Canterbury City Council." in joan.words
    _looks_right(joan, "correct")
    joan.presses("Ask for it to be corrected")
    in_order(joan.page, "errors")
    joan.do.write(joan.box("right"), "8,500")
    joan.do.write(joan.box("why"), "I closed one account in October.")
    joan.presses("Ask for it to be corrected")
    assert "It has to answer by 23 December 2026." in joan.words
    _looks_right(joan, "asked")
    asked = joan.path

    meena = an_officer(MEENA, size=NARROWEST).finds_the_case(case)
    in_order(meena.page, "a correction")
    meena.follows("Answer a request for correction")
    assert "£9,000" in meena.words and "£8,500" in meena.words and "closed one account" in meena.words
    _looks_right(meena, "desk-correction")
    meena.presses("Send this answer")
    in_order(meena.page, "errors")
    meena.chooses("accept").presses("Send this answer")
    assert "£8,500" in meena.words

    joan.opens(asked)
    assert "Corrected" in joan.words and "Take my request back" not in joan.words
    joan.opens(f"/mine/held/{case}")
    assert "£8,500" in joan.words and "What was held before" in joan.words


def test_another_device_adds_what_was_sent_elsewhere_without_scripts(a_resident, an_applicant):
    joan = an_applicant().sends()
    elsewhere = a_resident(javascript=False, size=NARROWEST).opens("/mine")
    assert "Nothing is open in this browser yet" in elsewhere.words
    _looks_right(elsewhere, "empty")
    elsewhere.do.write(elsewhere.box("reference"), joan.reference)
    elsewhere.do.write(elsewhere.box("key"), joan.key)
    elsewhere.presses("Add it to this list")
    assert elsewhere.path == "/mine" and joan.reference in elsewhere.words
