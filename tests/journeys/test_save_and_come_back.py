"""Joan stops at her own computer and goes on at the library's, on a telephone's screen, and with the keys."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.resident import APPLY
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"


def _picture(someone, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        someone.page.set_viewport_size(size)
        someone.page.screenshot(path=PICTURES / f"{name}-{label}.png", full_page=True)
    someone.page.set_viewport_size(NARROWEST)


def _link_in_the_outbox(joan) -> str:
    joan.follows("This is a demonstration: read the message in the pretend outbox")
    in_order(joan.page, "a mail")
    return joan.page.get_by_role("link", name="Open the link of this message").first.get_attribute("href")


def test_from_one_device_to_another_and_sent_once(a_resident):
    joan = a_resident(size=NARROWEST).begins().answers_until("/savings")
    _picture(joan, "resident-20-a-question-with-save")
    joan.fills_in().presses("Save and come back later")
    in_order(joan.page, "first")
    joan.do.write(joan.box("email"), "at home")
    in_order(joan.presses("Save").page, "errors")
    joan.do.write(joan.box("email"), "joan.whitlock@example.org")
    _picture(joan, "resident-21-save")
    in_order(joan.presses("Save").page, "mailed")
    _picture(joan, "resident-22-saved")
    link = _link_in_the_outbox(joan)
    _picture(joan, "resident-23-the-mail")

    library = a_resident(size=NARROWEST, javascript=False).opens(link)
    in_order(library.page, "first")
    library.do.write(library.box("postcode"), "CT9 1FE")
    in_order(library.presses("Open my answers").page, "errors")
    _picture(library, "resident-24-continue")
    library.do.write(library.box("postcode"), "ct1 1aa")
    library.presses("Open my answers")
    assert "Your answers are here, as you left them" in library.words
    in_order(library.page, "come back")
    assert library.opens(f"{APPLY}/savings").box("savings").input_value() == "9000"

    library.opens(link).do.write(library.box("postcode"), "CT1 1AA")
    library.presses("Open my answers").answers_until("/estimate").follows("Go on and apply")
    library.answers_until("/check")
    joan.opens(f"{APPLY}/check")
    library.sends()
    joan.sends()
    assert joan.reference == library.reference
    ended = a_resident(size=NARROWEST).opens(link)
    assert ended.heading == "These answers have been sent"
    in_order(ended.page, "sent")


def test_with_the_keyboard_and_a_reference_on_paper(a_resident):
    joan = a_resident(size=NARROWEST).begins().answers_until("/savings")
    joan.presses("Save and come back later").presses("Save").notes_her_reference()
    in_order(joan.page, "on paper")
    elsewhere = (
        a_resident(size=NARROWEST, keyboard=True).opens("/").follows("Go on with answers that you saved")
    )
    in_order(elsewhere.page, "first")
    elsewhere.do.write(elsewhere.box("reference"), joan.reference)
    elsewhere.do.write(elsewhere.box("key"), "AAAA-BBBB-CCCC")
    elsewhere.do.write(elsewhere.box("postcode"), "CT1 1AA")
    in_order(elsewhere.presses("Open my answers").page, "errors")
    elsewhere.do.write(elsewhere.box("key"), joan.key.lower())
    elsewhere.presses("Open my answers")
    assert elsewhere.path == f"{APPLY}/savings"


def test_the_same_in_welsh(a_resident):
    joan = a_resident(size=NARROWEST).begins().follows("Cymraeg")
    joan.presses("Cadw a dod yn ôl yn nes ymlaen")
    in_order(joan.page, "Welsh")
    joan.do.write(joan.box("email"), "joan.whitlock@example.org")
    in_order(joan.presses("Cadw").page, "Welsh")
    in_order(joan.opens("/continue").page, "Welsh")
    in_order(joan.opens("/continue/nonsense").page, "Welsh")
