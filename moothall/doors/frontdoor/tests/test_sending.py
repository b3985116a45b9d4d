"""Joan sends her claim once, however often she presses; and follows what comes of it."""

import re

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.doors.kit.clock import now, today
from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.applications.models import Application
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case
from moothall.work.notices.paper import missing
from tests.kit import claims

APPLY = f"/apply/{SERVICE}"


def sent(joan: Resident) -> tuple[str, str]:
    """Her reference and key, from the page that she is on."""
    reference = re.search(r"CAN-[0-9A-Z]{4}-[0-9A-Z]{4}", joan.page)
    key = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", joan.words)
    return reference[0], key[0]


def decided(reference: str) -> None:
    with acting_for({"canterbury"}):
        case = Case.objects.get(reference=reference)
        officer = claims.an_officer("canterbury")
        decide(case.id, actor=officer, revision=case.revision, today=today(), now=now())


def test_she_checks_everything_and_sees_who_is_told(joan):
    joan.reaches_the_estimate().applies()
    assert "Joan Whitlock" in joan.words and "Left empty" in joan.words
    assert (
        "Kent County Council is told this for Older person's bus pass: full name, date of birth" in joan.words
    )


def test_nothing_is_sent_without_the_declaration(joan):
    joan.reaches_the_estimate().applies()
    key = joan.hidden("key")
    joan.sends(f"{APPLY}/submit", key=key)
    assert joan.status == 422 and joan.problems[0][0] == "declared"
    assert joan.hidden("key") == key
    with acting_for({"canterbury"}):
        assert not Application.objects.exists()


def test_pressed_twice_from_two_tabs_it_is_one_application(joan):
    joan.reaches_the_estimate().applies()
    other_tab = Resident(client=joan.client).opens(f"{APPLY}/check")
    joan.submits()
    assert joan.heading == "Application sent"
    reference, _ = sent(joan)
    assert sent(other_tab.submits())[0] == reference
    with acting_for({"canterbury", "kent"}):
        assert Application.objects.count() == 1 and Case.objects.count() == 2


def test_what_was_changed_in_another_tab_is_shown_before_it_is_sent(joan):
    joan.reaches_the_estimate().applies()
    other_tab = Resident(client=joan.client).opens(f"{APPLY}/savings?return=check")
    other_tab.answers(savings="£4,321")
    joan.submits()
    assert joan.path == f"{APPLY}/check?changed=1"
    assert "£4,321" in joan.words and "in another window" in joan.words
    with acting_for({"canterbury"}):
        assert not Application.objects.exists()
    assert joan.submits().heading == "Application sent"


def test_a_key_that_came_with_somebody_elses_application_is_no_obstacle(joan):
    joan.reaches_the_estimate().applies()
    key = joan.hidden("key")
    joan.submits()
    gwen = Resident().reaches_the_estimate().applies()
    assert gwen.sends(f"{APPLY}/submit", key=key, declared="yes").heading == "Application sent"
    assert sent(gwen)[0] != sent(joan)[0]


def test_going_back_shows_that_it_was_sent(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, _ = sent(joan)
    for page in ("check", "estimate", "savings"):
        joan.opens(f"{APPLY}/{page}")
        assert joan.path == f"{APPLY}/done" and reference in joan.words


def test_it_says_what_happens_next_and_by_when(joan):
    joan.reaches_the_estimate().applies().submits()
    assert "Canterbury City Council has your case" in joan.words and "It is due to decide by" in joan.words
    # No law sets the county a day for a bus pass, so none is promised.
    assert joan.words.count("It is due to decide by") == 1


def test_a_session_that_ended_before_the_last_page_loses_no_answer(joan):
    joan.reaches_the_estimate().applies()
    joan.client.cookies.pop("sessionid", None)
    joan.opens(f"{APPLY}/check")
    assert "Joan Whitlock" in joan.words
    assert joan.submits().heading == "Application sent"


def test_the_case_opens_with_its_reference_and_key_from_any_computer(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, key = sent(joan)
    elsewhere = Resident().sends("/case", reference=reference.lower().replace("-", " "), key=key.lower())
    assert elsewhere.path == f"/case/{reference}"
    assert "Decide the application" in elsewhere.words and "It has opened your case" in elsewhere.words
    # One key opens what was sent with it: the county's case too.
    assert "Kent County Council" in elsewhere.words


def test_reading_a_case_is_an_entry_of_the_record(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, _ = sent(joan)
    joan.opens(f"/case/{reference}")
    Resident().opens(f"/case/{reference}")
    with acting_for({"canterbury"}):
        viewed = Entry.objects.filter(organisation="canterbury", verb="case.viewed")
        assert [entry.channel for entry in viewed] == ["web"]


def test_a_stranger_with_a_reference_and_no_key_learns_nothing(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, key = sent(joan)
    stranger = Resident()
    for path in ("", "/decision", "/review", "/review/received"):
        assert stranger.opens(f"/case/{reference}{path}").path == "/case"
    wrong = stranger.sends("/case", reference=reference, key="1111-2222-3333")
    unknown = stranger.sends("/case", reference="CAN-0000-0000", key=key)
    assert wrong.problems == unknown.problems and wrong.status == unknown.status == 422


def test_the_key_of_one_case_opens_no_other(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, _ = sent(joan)
    gwen = Resident().reaches_the_estimate().applies().submits()
    assert gwen.opens(f"/case/{reference}").path == "/case"


def test_keys_cannot_be_guessed_for_long():
    stranger = Resident()
    answers = [stranger.sends("/case", reference="CAN-0000-0000", key=str(n)).status for n in range(11)]
    assert answers == [422] * 10 + [429]
    assert "too many times" in stranger.heading


def test_she_reads_the_decision_its_reasons_and_its_law_and_asks_again(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, _ = sent(joan)
    assert joan.opens(f"/case/{reference}/decision").path == f"/case/{reference}"
    decided(reference)
    joan.opens(f"/case/{reference}/decision")
    assert "Dear Joan Whitlock" in joan.words and "£26.62 a week" in joan.words
    assert "SI 2012/2885 reg 11" in joan.words
    joan.sends(f"/case/{reference}/review", why="   ")
    assert joan.status == 422 and joan.problems[0][0] == "why"
    joan.sends(f"/case/{reference}/review", why="w" * 5_001)
    assert joan.status == 422
    joan.sends(f"/case/{reference}/review", why="My bill \x00 is \u202e higher")
    assert joan.status == 422 and "cannot show" in joan.problems[0][1]
    joan.sends(f"/case/{reference}/review", why="My bill is higher than you say.")
    assert joan.heading == "Your request has been received" and "has to answer by" in joan.words
    # Asked twice, it is one request.
    joan.sends(f"/case/{reference}/review", why="Again")
    assert "My bill is higher" in joan.words and "Again" not in joan.words
    assert "Being looked at again" in joan.opens(f"/case/{reference}").words


@pytest.mark.skipif(missing() is not None, reason="no PDF can be made on this machine")
def test_she_downloads_the_letter_and_a_stranger_does_not(joan):
    joan.reaches_the_estimate().applies().submits()
    reference, _ = sent(joan)
    decided(reference)
    assert "The PDF of this letter is being made" in joan.opens(f"/case/{reference}/decision").words
    run_due(now())
    joan.opens(f"/case/{reference}")
    [address] = set(re.findall(rf"/case/{reference}/letter/[0-9a-f-]+", joan.page))
    answer = joan.client.get(address)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
    assert answer["Cache-Control"] == "private, no-store" and "Whitlock" not in answer["Content-Disposition"]
    assert Resident().opens(address).path == "/case"
    # A letter of somebody else's case is not found through her own.
    gwen = Resident().reaches_the_estimate().applies().submits()
    hers, _ = sent(gwen)
    assert gwen.opens(address.replace(reference, hers)).path == f"/case/{hers}"
