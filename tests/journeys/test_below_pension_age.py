"""A claim by a council's own scheme, from the first question to the decision; each page says what it is."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import TOM
from tests.journeys.resident import MOST_PAGES, Resident
from tests.kit.browser import DESK, PHONE, no_axe_violations
from tests.kit.claims import MARA
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
SHE_SAYS = MARA["facts"] | {"date_of_birth": ("14", "3", "1985")}
ILLUSTRATIVE = "Illustrative, not adopted. No council has adopted the scheme that these figures come from."


def _picture(resident: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        resident.page.set_viewport_size(size)
        resident.page.screenshot(path=PICTURES / f"{name}-{label}.png", full_page=True)
    resident.page.set_viewport_size(NARROWEST)


def test_mara_claims_in_thanet_and_tom_decides(a_resident, an_officer):
    mara = a_resident(says=SHE_SAYS, size=NARROWEST).begins("CT9 1FE")
    assert ILLUSTRATIVE not in mara.words, "nobody has said yet who lives there"
    mara.answers()
    for _ in range(MOST_PAGES):
        assert ILLUSTRATIVE in mara.words, mara.path
        if mara.path.endswith("/estimate"):
            break
        in_order(mara.page, "first")
        mara.answers()
        assert not mara.problems, f"{mara.path}: {mara.problems}"

    assert mara.heading == "What you would get" and "£15.75 a week" in mara.words
    in_order(mara.page, "first")
    _picture(mara, "resident-17-own-scheme")
    mara.page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true })")
    in_order(mara.page, "open")
    assert "This scheme was invented and adopted by no council" in mara.words
    mara.follows("Cymraeg")
    assert "Enghreifftiol, heb ei fabwysiadu." in mara.words
    in_order(mara.page, "welsh")
    mara.follows("English").follows("Go on and apply").answers_until("/check")
    assert ILLUSTRATIVE in mara.words
    mara.sends()
    assert ILLUSTRATIVE in mara.words

    tom = an_officer(TOM).finds_the_case(mara.reference)
    assert ILLUSTRATIVE in tom.words and "£15.75 a week" in tom.words
    no_axe_violations(tom.page, "long")
    tom.accepts()
    assert tom.page.locator("article", has_text=ILLUSTRATIVE).count(), "in the letter itself"
    tom.presses("Decide and send this letter")

    mara.opens(f"/case/{mara.reference}/decision")
    assert mara.words.count(ILLUSTRATIVE) > 1 and "£15.75 a week" in mara.words
    assert "s.13A(2)" in mara.words
    in_order(mara.page, "decided")
    _picture(mara, "resident-18-own-scheme-decided")
