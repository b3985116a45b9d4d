"""A year has begun and nobody has published its figures: she is told so, and is not shown last year's."""

from moothall.doors.frontdoor.tests.resident import SERVICE

LAST_DAYS, NEW_YEAR = "2027-03-29", "2027-04-02"


def test_without_figures_for_today_she_is_told_so_and_how_to_apply_all_the_same(joan, settings):
    joan.client.raise_request_exception = False
    settings.TODAY = LAST_DAYS
    joan.begins().answers_until("/savings")
    settings.TODAY = NEW_YEAR
    joan.answers()
    assert joan.status == 503 and joan.heading == "We cannot work this out at the moment"
    assert "Your council can take your application now" in joan.words and "£" not in joan.heading
    assert joan.hidden("savings") == "£3,000"
    settings.TODAY = LAST_DAYS
    joan.sends(joan.path, savings=joan.hidden("savings"))
    assert joan.status == 200 and joan.path.startswith(f"/apply/{SERVICE}")
