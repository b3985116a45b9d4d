"""Meena accepts or departs, reads the letter first, and what she read is what Joan reads."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.signing_in import officer, signed_in
from moothall.doors.kit.clock import now
from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.actions import ask_for_review
from moothall.work.cases.models import Decision, Task
from moothall.work.notices.models import Notice
from moothall.work.notices.paper import missing
from tests.kit import claims

DEPARTURE = {
    "outcome": "award",
    "amount_council_tax_reduction": "30.00",
    "amount_single_adult_discount": "470.43",
    "why": "Your roof fell in, so we help you with more.",
    "law": "Local Government Finance Act 1992 section 13A(1)(c)",
}


@pytest.mark.skipif(missing() is not None, reason="no PDF can be made on this machine")
def test_the_letter_that_was_sent_can_be_had_as_a_pdf(joan, meena, tom):
    _sign(meena, joan, _accept(meena, joan))
    assert "The PDF is being made" in meena.get(_at(joan, "/letter")).content.decode()
    run_due(now())
    page = meena.get(_at(joan, "/letter")).content.decode()
    address = re.search(r'href="(/desk/case/[0-9a-f-]+/paper/[0-9a-f-]+)"', page)[1]
    assert meena.get(address).content.startswith(b"%PDF-")
    assert tom.get(address).status_code == 404


def test_a_machine_that_makes_no_pdf_says_which_package_it_lacks(joan, meena, monkeypatch):
    _sign(meena, joan, _accept(meena, joan))
    monkeypatch.setattr("moothall.doors.desk.views.letter.missing", lambda: "libpango-1.0-0")
    assert "install libpango-1.0-0" in meena.get(_at(joan, "/letter")).content.decode()


def _at(case, rest=""):
    return f"/desk/case/{case.pk}{rest}"


def _accept(browser, case) -> str:
    """Chooses to accept, and returns the page with the letter."""
    answer = browser.post(_at(case, "/decide"), {"answer": "accept", "revision": case.revision})
    assert answer["Location"] == _at(case, "/letter")
    return browser.get(_at(case, "/letter")).content.decode()


def _sign(browser, case, page):
    return browser.post(
        _at(case, "/letter"), {"read": re.search(r'name="read" value="(\w+)"', page).group(1)}
    )


def in_its_words(text: str) -> str:
    """The words of a page or a letter, one space between them; how they are laid out is not said."""
    bare = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return " ".join(word for word in bare.split() if word not in {"#", "-"})


def _decisions(case) -> list[Decision]:
    with acting_for(BODIES):
        return list(case.decisions.order_by("decided_at"))


def test_accepting_sends_the_letter_that_she_read(joan, meena):
    page = _accept(meena, joan)
    assert not _decisions(joan), "reading the letter decides nothing"
    assert _sign(meena, joan, page)["Location"] == _at(joan)
    with acting_for(BODIES):
        sent = Notice.objects.get(about=joan.pk)
    assert in_its_words(sent.text) in in_its_words(page)
    assert _decisions(joan)[0].letters["en"]["text"] == sent.text


def test_afterwards_the_case_says_who_decided_and_the_letter_is_frozen(joan, meena):
    _sign(meena, joan, _accept(meena, joan))
    page = meena.get(_at(joan)).content.decode()
    assert "Decision: Reduction awarded" in page
    assert "By Meena Rao" in page
    letter = meena.get(_at(joan, "/letter")).content.decode()
    assert "frozen with the decision" in letter
    assert "Decide and send" not in letter


def test_departing_keeps_her_reasons_and_tells_them_to_joan(joan, meena):
    assert meena.post(_at(joan, "/decide"), {"answer": "depart", "revision": joan.revision})[
        "Location"
    ].endswith("/depart")
    meena.post(_at(joan, "/depart"), DEPARTURE | {"revision": joan.revision})
    page = meena.get(_at(joan, "/letter")).content.decode()
    assert "Departs from the rules" in page
    assert "£30 a week" in page
    _sign(meena, joan, page)
    decision = _decisions(joan)[0]
    assert decision.departs
    assert decision.departure_reason == DEPARTURE["why"]
    assert DEPARTURE["law"] in decision.law
    assert decision.results["council_tax_reduction"]["value"] == 3000
    assert DEPARTURE["why"] in decision.letters["en"]["text"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"why": ""}, "Say why you depart"),
        ({"why": "We \u202edon't\u202c help you."}, "a character that cannot be shown"),
        ({"law": " "}, "Name the law"),
        ({"outcome": ""}, "Choose the outcome"),
        ({"outcome": "a_new_one"}, "a_new_one"),
        ({"amount_council_tax_reduction": "-5"}, "cannot be less than 0"),
        ({"amount_council_tax_reduction": "lots"}, "Council tax reduction each week"),
        ({"amount_council_tax_reduction": "1000000000000"}, "Council tax reduction each week"),
        ({"amount_council_tax_reduction": ""}, "Council tax reduction each week"),
        ({"why": "x" * 6000}, "5000"),
        ({"outcome": "no_award"}, "Enter 0, because you award nothing"),
        ({"amount_council_tax_reduction": "0"}, "Enter the amount that you award"),
    ],
)
def test_a_departure_that_is_not_whole_is_not_taken(joan, meena, typed, said):
    answer = meena.post(_at(joan, "/depart"), DEPARTURE | typed | {"revision": joan.revision})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error:" in page
    assert said in page
    assert meena.get(_at(joan, "/letter")).status_code == 302, "there is no letter to sign"


def test_what_she_typed_is_there_when_she_goes_back(joan, meena):
    meena.post(_at(joan, "/depart"), DEPARTURE | {"revision": joan.revision})
    page = meena.get(_at(joan, "/depart")).content.decode()
    assert DEPARTURE["why"] in page
    assert 'value="30.00"' in page


def test_what_she_wrote_while_her_session_ended_is_given_back(joan, meena):
    meena.cookies.pop("sessionid")
    answer = meena.post(_at(joan, "/depart"), DEPARTURE | {"why": "A <b>long</b> reason.", "revision": 1})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "A &lt;b&gt;long&lt;/b&gt; reason." in page
    assert "Joan" not in page
    assert "You were signed out" in page


def test_choosing_nothing_says_what_to_choose(joan, meena):
    page = meena.post(_at(joan, "/decide"), {"revision": joan.revision}).content.decode()
    assert "Choose whether you accept" in page


def test_of_two_officers_the_second_is_told_kindly(joan, meena):
    sam = signed_in(officer("Sam Okafor"))
    hers, his = _accept(meena, joan), _accept(sam, joan)
    _sign(meena, joan, hers)
    answer = _sign(sam, joan, his)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Meena Rao decided it" in page
    assert "Nothing of yours was written" in page
    assert len(_decisions(joan)) == 1
    with acting_for(BODIES):
        assert Notice.objects.filter(about=joan.pk).count() == 1


def test_a_case_that_changed_after_she_opened_her_page_is_not_decided(joan, meena):
    page = _accept(meena, joan)
    with acting_for(BODIES):
        joan.revision += 1
        joan.save(update_fields=["revision"])
    assert _sign(meena, joan, page).status_code == 409
    assert not _decisions(joan)


def test_a_letter_that_is_not_the_one_she_read_is_shown_again(joan, meena, settings):
    page = _accept(meena, joan)
    settings.TODAY = (claims.TODAY + timedelta(days=1)).isoformat()
    answer = _sign(meena, joan, page)
    assert answer.status_code == 200
    assert "not the one that you read" in answer.content.decode()
    assert not _decisions(joan)


def test_pressing_twice_decides_once(joan, meena):
    page = _accept(meena, joan)
    _sign(meena, joan, page)
    assert _sign(meena, joan, page)["Location"] == _at(joan)
    assert len(_decisions(joan)) == 1


def test_a_stranger_signs_nothing(joan, meena, tom):
    page = _accept(meena, joan)
    assert _sign(tom, joan, page).status_code == 404
    assert tom.post(_at(joan, "/depart"), DEPARTURE | {"revision": joan.revision}).status_code == 404
    assert not _decisions(joan)


def test_a_manager_signs_nothing(joan, meena):
    omar = signed_in(officer("Omar Lund", role="manager"))
    assert omar.post(_at(joan, "/decide"), {"answer": "accept", "revision": joan.revision}).status_code == 403
    assert not _decisions(joan)


def test_looking_again_shows_what_joan_asked_and_answers_it(joan, meena):
    _sign(meena, joan, _accept(meena, joan))
    with acting_for(BODIES):
        actor = _holder(joan)
        ask_for_review(
            joan.pk, actor=actor, why="My savings fell.", channel="web", today=claims.TODAY, now=claims.NOW
        )
        joan.refresh_from_db()
    assert "My savings fell." in meena.get(_at(joan)).content.decode()
    assert "My savings fell." in meena.get(_at(joan, "/decide")).content.decode()
    _sign(meena, joan, _accept(meena, joan))
    first, second = _decisions(joan)
    assert second.supersedes_id == first.pk
    page = meena.get(_at(joan)).content.decode()
    assert "Earlier decision" in page


def test_a_team_leader_explains_a_delay_and_a_caseworker_does_not(joan, meena):
    gwen = signed_in(officer("Gwen Pryce", role="team_leader"))
    run_due(now=claims.NOW + timedelta(days=15), limit=20)
    with acting_for(BODIES):
        task = Task.objects.get(case=joan, node="explain_delay")
    here = f"/desk/task/{task.pk}/finish"
    assert here in gwen.get(_at(joan)).content.decode()
    assert here not in meena.get(_at(joan)).content.decode()
    assert meena.post(here, {"note": "Not hers to say"}).status_code == 403
    assert "Write what was done" in gwen.post(here, {"note": ""}).content.decode()
    assert gwen.post(here, {"note": "Two of us were ill."})["Location"] == _at(joan)
    assert "Done: Explain the delay" in gwen.get(_at(joan)).content.decode()
    assert gwen.post(here, {"note": "Again"}).status_code == 409


def test_a_colleague_who_took_it_first_is_named(joan, meena):
    sam = signed_in(officer("Sam Okafor"))
    with acting_for(BODIES):
        task = Task.objects.get(case=joan, node="decide")
    meena.post(f"/desk/task/{task.pk}/take")
    answer = sam.post(f"/desk/task/{task.pk}/take")
    assert answer.status_code == 409
    assert "Meena Rao has taken this task" in answer.content.decode()


def _holder(case):
    from moothall.ground.people.actor import resident

    return resident({str(case.pk): case.organisation_id})
