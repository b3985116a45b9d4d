"""A missed bin: what the crew log settles at once, the job that opens, a second report, and its end."""

from __future__ import annotations

import pytest

from tests.journeys.looking import NARROWEST, in_order
from tests.journeys.officer import MEENA
from tests.journeys.resident import MOST_PAGES, Resident
from tests.kit.browser import DESK, PHONE
from tests.kit.places import BUILD

pytestmark = pytest.mark.browser

PICTURES = BUILD / "screenshots"


def says(house: int) -> dict[str, str]:
    return {
        "bin_address": f"{house} Invented Row",
        "bin_stream": "refuse",
        "missed_on-day": "23",
        "missed_on-month": "11",
        "missed_on-year": "2026",
        "report_email": "rosa@example.org",
    }


def picture(rosa: Resident, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for label, size in (("412", PHONE), ("1200", DESK)):
        rosa.page.set_viewport_size(size)
        rosa.page.screenshot(path=PICTURES / f"missed-bin-{name}-{label}.png", full_page=True)
    rosa.page.set_viewport_size(NARROWEST)


def reports(rosa: Resident, *, looking: bool = False) -> Resident:
    """By her own words from her postcode to the answer."""
    rosa.lives_at("CT1 1AA").finds("my bin was not emptied", then="Missed bin").presses("Start now")
    for _ in range(MOST_PAGES):
        if rosa.path.endswith("/estimate"):
            return rosa
        if looking:
            in_order(rosa.page, "first")
            picture(rosa, rosa.path.rpartition("/")[2])
        rosa.answers()
        assert not rosa.problems, f"{rosa.path}: {rosa.problems}"
    raise AssertionError(f"never came to the answer; stopped at {rosa.path}")


def sends(rosa: Resident) -> Resident:
    return rosa.follows("Go on and send it").answers_until("/check").sends()


def test_the_crew_wrote_down_that_it_was_not_out(a_resident):
    rosa = reports(a_resident(says=says(1), size=NARROWEST, javascript=False), looking=True)
    assert rosa.heading == "No crew is sent"
    assert "Put it out by 7 in the morning on 30 November 2026." in rosa.words and "09:12" in rosa.words
    assert "pretended" in rosa.words
    in_order(rosa.page, "first")
    picture(rosa, "not-out")
    rosa.opens("/language/cy").opens("/apply/missed_bin/estimate")
    in_order(rosa.page, "welsh")
    assert "Nododd y criw nad oedd y bin allan." in rosa.words


def test_a_job_is_opened_joined_and_closed(a_resident, an_officer):
    rosa = sends(reports(a_resident(says=says(5), size=NARROWEST)))
    in_order(rosa.page, "first")
    picture(rosa, "sent")
    rosa.follows("Follow your case")
    assert "Collect the bin" in rosa.words and "25 November 2026" in rosa.words
    in_order(rosa.page, "first")
    picture(rosa, "case")

    neighbour = sends(reports(a_resident(says=says(5), size=NARROWEST)))
    assert "Reported already" in neighbour.words
    neighbour.follows("Follow your case")
    in_order(neighbour.page, "joined")

    meena = an_officer(MEENA).finds_the_case(rosa.reference)
    assert "the rules, at once" in meena.words and "Not out" not in meena.words
    meena.follows("Collect the bin")
    meena.do.write(meena.page.locator("[name=note]"), "Taken at two.")
    meena.presses("Done")
    for one in (rosa, neighbour):
        one.opens(f"/case/{one.reference}")
        assert "The crew has been for your bin" in one.words and "Closed" in one.words
        assert "Taken at two." not in one.words
