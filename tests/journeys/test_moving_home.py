"""Tessa moves from Canterbury to Margate, says it once, and follows every body on one page."""

from __future__ import annotations

import re

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import LEILA
from tests.journeys.resident import MOST_PAGES, Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.moves import TESSA
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"
SAYS = {fact: tuple(said.values()) if isinstance(said, dict) else said for fact, said in TESSA.items()} | {
    "date_of_birth": ("3", "5", "1955")
}


def picture(tessa: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        tessa.page.set_viewport_size(size)
        tessa.page.screenshot(path=PICTURES / f"moving-{name}-{label}.png", full_page=True)
    tessa.page.set_viewport_size(NARROWEST)


def says_where(tessa: Resident, postcode: str) -> Resident:
    """Which home is that of her own postcode, and the postcode of the other one."""
    tessa.do.choose(tessa.page.get_by_label("The home I leave"))
    tessa.do.write(tessa.box("postcode"), postcode)
    return tessa.presses("Start now")


def answers_all(tessa: Resident, ending: str) -> Resident:
    """Answers to the end, and looks at every question once."""
    for _ in range(MOST_PAGES):
        if tessa.path.endswith(ending):
            return tessa
        in_order(tessa.page, "first")
        tessa.answers()
        assert not tessa.problems, f"{tessa.path}: {tessa.problems}"
    raise AssertionError(f"never came to {ending}; stopped at {tessa.path}")


def begins(tessa: Resident) -> Resident:
    return tessa.lives_at("CT1 1AA").finds("i am moving", then="Tell everybody that you move home")


def test_it_is_told_once_and_every_body_is_followed_on_one_page(a_resident):
    tessa = begins(a_resident(says=SAYS, size=NARROWEST, javascript=False))
    in_order(tessa.page, "first")
    picture(tessa, "1-two-homes")
    in_order(tessa.presses("Start now").page, "errors")
    assert tessa.problems == ["Say which of the two homes it is", "Enter your postcode, like CT1 1AA"]
    answers_all(says_where(tessa, "CT9 1FE"), "/estimate")
    in_order(tessa.page, "first")
    picture(tessa, "2-sets-off")
    assert tessa.heading == "What your move sets off"
    answers_all(tessa.follows("Go on"), "/check")
    in_order(tessa.page, "first")
    picture(tessa, "3-check")
    for told in (
        "Canterbury City Council",
        "Thanet District Council",
        "Kent County Council",
        "Southern Housing",
    ):
        assert f"{told} is told this for" in tessa.words
    tessa.sends()
    in_order(tessa.page, "first")
    picture(tessa, "4-sent")
    vote = tessa.page.get_by_role("link", name="Register to vote at your new address")
    assert vote.get_attribute("href") == "https://www.gov.uk/register-to-vote"

    tessa.follows("Follow your case")
    in_order(tessa.page, "first")
    picture(tessa, "5-followed")
    for told, by in (
        ("Canterbury City Council", "7 December 2026"),
        ("Thanet District Council", "1 February 2027"),
        ("Kent County Council", "8 December 2026"),
    ):
        assert told in tessa.words and f"It is due to decide by {by}." in tessa.words
    assert tessa.words.count("Waited so far: less than a day.") == 5


def test_the_landlord_ends_the_tenancy_and_her_tracker_shows_it(a_resident, an_officer):
    tessa = says_where(begins(a_resident(says=SAYS, size=NARROWEST)), "CT9 1FE")
    tessa.answers_until("/estimate").follows("Go on").answers_until("/check").sends()
    followed = tessa.follows("Follow your case").path
    reference = re.search(r"SOUH-\w{4}-\w{4}", tessa.words)[0]

    leila = an_officer(LEILA).finds_the_case(reference)
    assert "6 December 2026" in leila.words, "the day on which the tenancy ends"
    assert "1 December 2026" not in leila.words, "the day of moving in is no matter of the landlord's"
    in_order(leila.page, "landlord's desk")
    leila.page.screenshot(path=PICTURES / "moving-8-landlord-1200.png", full_page=True)
    leila.accepts("Agree the last day, the keys and the rent").presses("Decide and send this letter")
    assert "CAN-" not in leila.opens("/desk/").words and "THA-" not in leila.words

    tessa.opens(followed)
    assert "The end of a tenancy It has decided. It took less than a day." in tessa.words
    assert tessa.words.count("Waited so far: less than a day.") == 4
    in_order(tessa.page, "decided by the landlord")
    picture(tessa, "9-landlord-decided")
    assert "Southern Housing decided: Tenancy ended" in tessa.opens(f"/case/{reference}").words


def test_the_new_home_is_in_a_split_postcode_whose_council_is_not_here(a_resident):
    tessa = says_where(begins(a_resident(says=SAYS, size=NARROWEST)), "CT4 8AF")
    assert tessa.problems == [
        "Say which home at CT4 8AF it is: its homes are in the areas of different councils"
    ]
    in_order(tessa.page, "which home")
    picture(tessa, "6-which-home")
    tessa.do.choose(tessa.page.get_by_label("1 Invented Lane"))
    tessa.presses("Start now").answers_until("/estimate").follows("Go on").answers_until("/check")
    assert "We cannot tell Ashford Borough Council from here." in tessa.words


def test_it_is_told_in_welsh(a_resident):
    tessa = says_where(begins(a_resident(says=SAYS, size=NARROWEST)), "CT9 1FE")
    tessa.answers_until("/estimate").opens("/language/cy").opens("/apply/moving_home/estimate")
    assert tessa.heading == "Yr hyn y mae eich symud yn ei achosi"
    in_order(tessa.page, "welsh")
    picture(tessa, "7-welsh")
