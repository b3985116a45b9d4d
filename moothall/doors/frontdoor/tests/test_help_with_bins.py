"""Ivy cannot put her bins out: three questions, no name, and an officer of her council decides."""

import pytest

from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.kit.clock import now, today
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case, Task
from moothall.work.notices.models import Notice
from tests.kit import claims

KEY = "assisted_bin_collection"
APPLY = f"/apply/{KEY}"


def ivy(**says) -> Resident:
    return Resident(
        says={
            "somebody_can_put_bins_out": "no",
            "why_bins_stay": "lasting",
            "bin_address": "1 Invented Row",
            "where_bins_stand": "Behind the green gate",
            "report_email": "ivy@example.org",
        }
        | says
    )


def asks(one: Resident) -> Resident:
    return one.lives_at("CT1 1AA").sends(f"{APPLY}/start").answers_until("/estimate")


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ({}, "Nobody at your home is able to put the bins out."),
        ({"somebody_can_put_bins_out": "yes"}, "Somebody at your home can put the bins out."),
        ({"why_bins_stay": "something_else"}, "Tell the council in your own words"),
    ],
)
def test_she_reads_the_answer_before_she_says_where_she_lives(says, answer):
    one = asks(ivy(**says))
    assert answer in one.words
    assert "green gate" not in one.words


def test_the_council_is_told_of_an_address_and_writes_to_it():
    one = asks(ivy()).opens(f"{APPLY}/which-address").answers_until("/check")
    shown = {name: one.hidden(name) for name in ("key", "revision")}
    one.sends(f"{APPLY}/submit", declared="yes", **shown)
    with acting_for({"canterbury"}):
        (case,) = Case.objects.filter(service=KEY)
        assert (case.status, case.known_as, case.send_to) == ("open", "1 Invented Row", "ivy@example.org")
        (task,) = Task.objects.filter(case=case)
        assert task.node == "decide"
        decide(
            case.pk, actor=claims.an_officer("canterbury"), revision=case.revision, today=today(), now=now()
        )
        (letter,) = Notice.objects.filter(about=case.pk)
    assert "help with putting the bins out at 1 Invented Row" in letter.text
    assert "The crew will fetch your bins" in letter.text
    assert "The crew fetches the bins" in one.opens(f"/case/{case.reference}").words


@pytest.mark.parametrize("typed", ["I can't put my bins out", "help with bins", "methu rhoi'r biniau allan"])
@pytest.mark.parametrize(
    ("postcode", "who"),
    [
        ("CT1 1AA", "Canterbury City Council. You can start here."),
        ("SR1 1AE", "Sunderland City Council: website"),
    ],
)
def test_it_is_found_by_everyday_words_where_it_starts_here_and_where_not(typed, postcode, who):
    one = Resident().lives_at(postcode).opens(f"/your-area?q={typed}")
    assert "Help with putting your bins out" in one.words and who in one.words
    one.opens("/your-area/rubbish_and_recycling")
    assert "Help with putting your bins out" in one.words
