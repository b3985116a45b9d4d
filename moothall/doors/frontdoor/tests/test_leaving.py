"""On a computer in a library Joan leaves, and whoever sits down next finds nothing of hers."""

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.doors.frontdoor.tests.test_sending import sent

APPLY = f"/apply/{SERVICE}"


@pytest.mark.parametrize("page", ["done", "case", "privacy"])
def test_what_was_sent_is_out_of_reach_after_leaving_and_opens_with_its_key(joan, page):
    joan.reaches_the_estimate().applies().submits()
    reference, key = sent(joan)
    joan.opens({"done": f"{APPLY}/done", "case": f"/case/{reference}", "privacy": "/privacy"}[page])
    assert "Leave and forget me here" in joan.words
    joan.sends("/case", do="leave")
    assert "You have left" in joan.words
    next_one = Resident(client=joan.client)
    assert next_one.opens(f"/case/{reference}").path == "/case"
    assert reference not in next_one.opens(f"{APPLY}/done").page and next_one.status == 403
    assert next_one.opens("/your-area").path == "/"
    assert next_one.sends("/case", reference=reference, key=key).path == f"/case/{reference}"


def test_answers_that_were_not_sent_are_out_of_reach_too(joan):
    joan.reaches_the_estimate()
    joan.sends("/case", do="leave")
    assert joan.opens(f"{APPLY}/estimate").status == 403
    assert "£3,000" not in joan.page


def test_leaving_is_no_try_at_a_key(joan):
    statuses = {joan.sends("/case", do="leave").status for _ in range(12)}
    assert statuses == {200}
