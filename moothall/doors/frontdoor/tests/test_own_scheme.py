"""Below State Pension age: what is known of the council's own scheme is said, and what was not found too."""

from moothall.doors.frontdoor.tests.resident import Resident
from tests.kit import claims

SAYS = claims.MARA["facts"] | {"date_of_birth": ("14", "3", "1985"), "postcode": "CT1 1AA"}


def test_of_a_scheme_that_is_known_in_part_she_reads_the_most_and_what_is_missing(settings):
    settings.TODAY = "2025-12-01"  # Canterbury's sheet of 2025-26 says how much at most, and little else
    mara = Resident(says=SAYS).reaches_the_estimate()
    assert mara.heading == "We cannot work this out for you yet"
    assert "Your council's limit for savings was not found" in mara.words
    assert "The most that your council's own scheme takes off each week" in mara.words
    assert "£23.63 a week" in mara.words, "90 per cent of 26.25"
    assert 'href="https://www.canterbury.gov.uk/' in mara.page
    assert "not adopted" not in mara.words and "Go on and apply" not in mara.words


def test_in_welsh_the_refusal_is_welsh_however_deep_it_stands(settings):
    settings.TODAY = "2025-12-01"
    mara = Resident(says=SAYS).reaches_the_estimate()
    mara.opens(f"/language/cy?back={mara.path}")
    assert "Ni ddaethpwyd o hyd i derfyn eich cyngor ar gyfer cynilion" in mara.words
