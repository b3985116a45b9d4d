"""Joan photographs her papers at home, finds them with her answers at the library, and Meena saves one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import MEENA
from tests.journeys.resident import APPLY
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
BILL = {"name": "Pension letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 invented"}
PHOTOGRAPH = {"name": "page 2.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0 invented"}
PROGRAM = {"name": "letter.pdf.exe", "mimeType": "application/pdf", "buffer": b"MZ\x90 invented"}


def _looks_right(someone, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        someone.page.set_viewport_size(size)
        someone.page.screenshot(path=PICTURES / f"papers-{name}-{label}.png", full_page=True)
    someone.page.set_viewport_size(NARROWEST)
    in_order(someone.page, name)


def _papers(joan) -> Locator:
    return joan.page.get_by_label("Letters about your pensions")


def test_papers_travel_with_her_answers_to_the_desk(an_applicant, a_resident, an_officer):
    joan = an_applicant(size=NARROWEST, javascript=False)
    assert "None added. You do not have to add any." in joan.words
    joan.follows("Add or remove papers")
    _looks_right(joan, "none")
    in_order(joan.presses("Add these files").page, "errors")
    _papers(joan).set_input_files([PROGRAM, BILL])
    joan.presses("Add these files")
    assert "letter.pdf.exe is no PDF" in joan.problems[0] and "Pension letter.pdf" in joan.words
    _looks_right(joan, "refused")
    _papers(joan).set_input_files(PHOTOGRAPH)
    joan.presses("Continue")
    assert joan.path == f"{APPLY}/check" and "page 2.jpg" in joan.words
    _looks_right(joan, "check")
    joan.opens(f"{APPLY}/save").presses("Save").notes_her_reference()

    library = a_resident(size=NARROWEST, keyboard=True).opens("/continue")
    for name, typed in (("reference", joan.reference), ("key", joan.key), ("postcode", "CT1 1AA")):
        library.do.write(library.box(name), typed)
    library.presses("Open my answers").opens(f"{APPLY}/evidence").presses("Remove Pension letter.pdf")
    assert "Pension letter.pdf" not in library.words and "page 2.jpg" in library.words
    library.opens(f"{APPLY}/check").sends().opens(f"/mine/held/{library.reference}")
    assert "Letters about your pensions: page 2.jpg" in library.words
    _looks_right(library, "held")

    meena = an_officer(MEENA, size=NARROWEST).finds_the_case(library.reference)
    _looks_right(meena, "desk")
    with meena.page.expect_download() as file:
        meena.page.get_by_role("link", name="Letters about your pensions: page 2.jpg").click()
    assert file.value.path().read_bytes() == PHOTOGRAPH["buffer"]
    assert file.value.suggested_filename == f"{library.reference}-1.jpg"


def test_the_same_in_welsh(an_applicant):
    joan = an_applicant(size=NARROWEST).follows("Cymraeg").follows("Ychwanegu neu dynnu papurau")
    in_order(joan.page, "Welsh")
    joan.page.get_by_label("Llythyrau am eich pensiynau").set_input_files(PROGRAM)
    in_order(joan.presses("Ychwanegu'r ffeiliau hyn").page, "Welsh errors")
    assert "Nid yw letter.pdf.exe yn ffeil" in joan.problems[0]
