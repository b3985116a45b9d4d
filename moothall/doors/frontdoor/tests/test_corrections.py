"""Joan says that something held about her is wrong, sees where that went, and may take it back."""

from __future__ import annotations

import re

import pytest

from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.frontdoor.tests.test_mine import BODIES, case_of, everything, has_sent
from moothall.doors.frontdoor.tests.test_sending import decided
from moothall.doors.kit.clock import now
from moothall.ground.organisations.acting import acting_for
from moothall.ground.subjects.models import Fact
from moothall.work.cases.actions import correct, take_task
from moothall.work.cases.models import Correction
from tests.kit import claims


def form_for(reference: str, fact: str) -> str:
    """The address of the form that corrects what the council holds."""
    with acting_for(BODIES):
        held = Fact.objects.get(case=case_of(reference).pk, name=fact, known_until__isnull=True)
    return f"/mine/held/{reference}/correct/{held.pk}"


def asks(joan: Resident, reference: str, fact: str = "savings", right: str = "£2,500", **said) -> Resident:
    written = {"right": right, "why": "I closed an account."} | said
    return joan.sends(form_for(reference, fact), **written)


def answers(organisation: str, *, accept: bool, answer: str = "") -> None:
    with acting_for(BODIES):
        asked = Correction.objects.get(organisation=organisation, status="asked")
        officer = claims.an_officer(organisation)
        correct(asked.pk, actor=officer, accept=accept, answer=answer, now=now())


def test_she_sees_what_is_held_and_where_her_request_would_go(joan):
    reference = has_sent(joan)
    joan.opens(f"/mine/held/{reference}")
    assert form_for(reference, "savings") in joan.page
    assert form_for(reference, "nation") not in joan.page, "what was worked out is not corrected"
    joan.opens(form_for(reference, "savings"))
    assert "£3,000" in joan.words and "This goes to Canterbury City Council." in joan.words
    joan.opens(form_for(reference, "town"))
    assert "Canterbury City Council, Kent County Council." in joan.words


def test_it_goes_to_each_body_that_holds_it_and_each_answers(joan):
    reference = has_sent(joan)
    asks(joan, reference, "town", "Whitstable")
    assert re.fullmatch(rf"/mine/held/{reference}/asked/[0-9a-f-]+", joan.path)
    assert joan.words.count("It has been asked. Nobody has taken it up yet") == 2
    asked = joan.path
    answers("canterbury", accept=True)
    answers("kent", accept=False, answer="The pass was sent there.")
    joan.opens(asked)
    assert "Corrected" in joan.words and "Left as it was" in joan.words
    assert "The pass was sent there." in joan.words and "Take my request back" not in joan.words
    joan.opens(f"/mine/held/{reference}")
    assert "Whitstable" in joan.words and "What was held before" in joan.words
    assert "Answer a request for correction" in joan.opens(f"/case/{reference}").words
    assert f"We have corrected what we hold: Town or village ({reference})" in joan.words


@pytest.mark.parametrize(
    ("said", "anchor"),
    [
        ({"right": "a lot"}, "right"),
        ({"right": ""}, "right"),
        ({"right": "3000"}, "right"),
        ({"why": " "}, "why"),
        ({"why": "w" * 5_001}, "why"),
        ({"why": "It is \u202e less"}, "why"),
    ],
)
def test_what_cannot_be_read_is_asked_again_as_she_wrote_it(joan, said, anchor):
    reference = has_sent(joan)
    asks(joan, reference, **said)
    assert joan.status == 422 and joan.problems[0][0] == anchor
    with acting_for(BODIES):
        assert not Correction.objects.exists()


def test_asked_again_she_is_shown_what_she_asked(joan):
    reference = has_sent(joan)
    first = asks(joan, reference).path
    assert asks(joan, reference, right="£1,000").path == first and "£2,500" in joan.words
    assert "You asked to correct this" in joan.opens(f"/mine/held/{reference}").words


def test_a_decision_that_rests_on_it_says_so(joan):
    reference = has_sent(joan)
    decided(reference)
    asks(joan, reference)
    assert "something that was corrected since" not in joan.opens(f"/case/{reference}").words
    answers("canterbury", accept=True)
    for address in (f"/case/{reference}", f"/case/{reference}/decision"):
        assert "corrected since: Savings and investments" in joan.opens(address).words


def test_she_takes_it_back_and_not_when_it_was_taken_up(joan):
    reference = has_sent(joan)
    asks(joan, reference)
    assert "You took it back" in joan.sends(joan.path).words
    asks(joan, reference)
    with acting_for(BODIES):
        task = Correction.objects.get(status="asked").task
        take_task(task.pk, actor=claims.an_officer("canterbury"), now=now())
    joan.sends(joan.path)
    assert joan.status == 409 and "can no longer be taken back" in joan.words
    assert "Somebody there is looking at it" in joan.words


def test_the_list_and_her_copy_tell_of_it(joan):
    reference = has_sent(joan)
    asks(joan, reference)
    assert "Canterbury City Council: Answer a request for correction. By" in joan.opens("/mine").words
    assert "What you asked to have corrected" in joan.opens("/mine/copy").words
    [council] = [one for one in everything(joan)["cases"] if one["body"]["key"] == "canterbury"]
    [told] = council["corrections"]
    assert (told["held"], told["right"], told["status"]) == ("3000.00", "2500.00", "asked")
    # The day by which her application is to be decided is not that of her request.
    decides_by = re.search(r"It is due to decide by ([^.]*)\.", joan.opens(f"/case/{reference}").words)
    assert decides_by and decides_by[1] not in joan.opens(f"/mine/held/{reference}/asked").words


def test_a_stranger_asks_nothing_and_finds_nothing(joan):
    reference = has_sent(joan)
    form = form_for(reference, "savings")
    asked = asks(joan, reference).path
    stranger = Resident()
    for address in (form, asked):
        assert stranger.opens(address).path == "/case"
        assert stranger.sends(address, right="1", why="x").path == "/case"
    # Whoever holds a case of their own finds neither through it.
    gwen = Resident()
    own = has_sent(gwen)
    for address in (form, asked):
        through_her_own = address.replace(reference, own)
        assert gwen.opens(through_her_own).path == f"/mine/held/{own}"
        assert gwen.sends(through_her_own, right="1", why="x").path == f"/mine/held/{own}"
    with acting_for(BODIES):
        assert [one.status for one in Correction.objects.all()] == ["asked"]
