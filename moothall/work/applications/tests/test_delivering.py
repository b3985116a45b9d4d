"""A promise to a body of another node, before it has answered and whatever it answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from moothall.ground.due_work.models import Work
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.work.applications.actions.deliver import (
    hear,
    look_whether_late,
    message_of,
    question_of,
    settle,
)
from moothall.work.applications.between_nodes import Answer
from moothall.work.applications.models import Promise
from moothall.work.applications.other_nodes import NoOtherNodes, use_other_nodes
from moothall.work.applications.queries import promises_to_look_at
from tests.kit import claims, moves

TAKER = "canterbury"


class Dover:
    """One other node, which works for one council."""

    def reached(self) -> dict[str, str]:
        return {"dover": "dover-node"}

    def in_words(self) -> list[str]:
        return []


@pytest.fixture
def promise(db):
    claims.set_the_stage()
    use_other_nodes(Dover())
    application = moves.told(moves.CANTERBURY, moves.ELSEWHERE, said={"bins_wanted": "no"})
    use_other_nodes(NoOtherNodes())
    with acting_for({TAKER}):
        return Promise.objects.get(submission=application.draft_id, to="dover")


def now_it_is(promise: Promise) -> Promise:
    promise.refresh_from_db()
    return promise


def came(promise: Promise, answer: Answer, *, number: int = 1, after: timedelta = timedelta()) -> Promise:
    payload = {"promise": str(promise.id), "attempt": number}
    with acting_for({TAKER}):
        settle(organisation=TAKER, payload=payload, now=claims.NOW + after, came=answer)
        return now_it_is(promise)


def verbs() -> list[str]:
    with acting_for({TAKER}):
        return list(Entry.objects.filter(verb__startswith="promise.").values_list("verb", flat=True))


def test_it_waits_with_only_the_facts_that_its_service_names_and_is_to_be_delivered(promise):
    assert promise.status == "waiting"
    told = message_of(str(promise.id), organisation=TAKER)
    names = {name for facts in told.facts.values() for name in facts}
    assert "arriving_line_1" in names
    assert not {name for name in names if name.startswith("leaving")}
    with acting_for({TAKER}):
        assert set(Work.objects.filter(key__startswith=str(promise.id)).values_list("kind", flat=True)) == {
            "promise.deliver",
            "promise.late",
        }


def test_without_an_answer_it_is_delivered_again_later(promise):
    assert came(promise, Answer("unanswered")).status == "waiting"
    with acting_for({TAKER}):
        assert Work.objects.filter(key=f"{promise.id}#2", due_at__gt=claims.NOW).exists()


def test_kept_it_forgets_what_was_told_and_a_second_answer_changes_nothing(promise):
    kept = came(promise, Answer("kept", reference="DOV-7K3M-92QF", case="open"))
    assert (kept.status, kept.facts) == ("kept", {})
    again = came(promise, Answer("refused", "not_offered"), number=2)
    assert again.status == "kept"
    assert verbs().count("promise.kept") == 1
    assert "promise.refused" not in verbs()
    assert message_of(str(promise.id), organisation=TAKER) is None


def heard(promise: Promise, answer: Answer, *, number: int = 1, quiet: int = 0) -> Promise:
    payload = {"promise": str(promise.id), "attempt": number, "quiet": quiet}
    with acting_for({TAKER}):
        hear(organisation=TAKER, payload=payload, now=claims.NOW, came=answer)
        return now_it_is(promise)


def asked_again(promise: Promise, number: int) -> timedelta | None:
    """How long until it is asked for that time."""
    with acting_for({TAKER}):
        due = Work.objects.filter(kind="promise.ask", key=f"{promise.id}#{number}").first()
        return due and due.due_at - claims.NOW


def test_kept_it_is_asked_about_less_and_less_often_until_it_is_over_there(promise):
    kept = came(promise, Answer("kept", reference="DOV-7K3M-92QF", case="open"))
    assert (kept.said_reference, kept.said_status, kept.said_at) == ("DOV-7K3M-92QF", "open", claims.NOW)
    assert asked_again(promise, 1) == timedelta(minutes=10)
    assert question_of(str(promise.id), organisation=TAKER).organisation == "dover"

    assert heard(promise, Answer("unanswered")).said_status == "open"
    assert asked_again(promise, 2) == timedelta(minutes=20)
    heard(promise, Answer("kept", reference="DOV-7K3M-92QF", case="open"), number=2, quiet=20)
    assert asked_again(promise, 3) == timedelta(days=1)
    decided = heard(
        promise, Answer("kept", "DOV-7K3M-92QF", "decided", decided_on="2026-11-23"), number=3, quiet=21
    )
    assert (decided.said_status, decided.said_decided_on) == ("decided", claims.TODAY)
    assert asked_again(promise, 4) == timedelta(minutes=10)

    assert heard(promise, Answer("kept", "DOV-7K3M-92QF", "closed"), number=4).said_status == "closed"
    assert asked_again(promise, 5) is None
    assert question_of(str(promise.id), organisation=TAKER) is None
    assert verbs().count("promise.heard") == 2


def test_a_case_that_is_not_found_there_any_more_is_somebodys_to_look_at(promise):
    came(promise, Answer("kept", reference="DOV-7K3M-92QF", case="open"))
    lost = heard(promise, Answer("unknown"))
    assert (lost.said_status, lost.said_reference) == ("unknown", "DOV-7K3M-92QF")
    with acting_for({TAKER}):
        assert [one.id for one in promises_to_look_at()] == [promise.id]


def test_refused_it_says_why_in_a_word_that_we_know(promise):
    refused = came(promise, Answer("refused", "<script>"))
    assert (refused.status, refused.refused_for) == ("refused", "other")


def test_late_is_said_once_and_it_can_still_be_kept(promise):
    for _ in range(2):
        with acting_for({TAKER}):
            look_whether_late(organisation=TAKER, payload={"promise": str(promise.id)}, now=claims.NOW)
    with acting_for({TAKER}):
        assert now_it_is(promise).status == "late"
    assert came(promise, Answer("kept", case="open"), after=timedelta(days=5)).status == "kept"
    assert verbs().count("promise.late") == 1


def test_a_stranger_council_reads_nothing_of_it(promise):
    with acting_for({"thanet"}):
        assert not Promise.objects.filter(id=promise.id).exists()
        assert message_of(str(promise.id), organisation="thanet") is None
