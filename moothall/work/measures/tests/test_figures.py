"""The figures of a service, from claims that were really made, decided, left and asked about again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import OutsideTheWall, acting_for
from moothall.ground.record import Happened, write
from moothall.ground.record.models import Payload
from moothall.work.applications.actions import answer_roster, carry_over
from moothall.work.cases.actions import ask_for_review, decide
from moothall.work.cases.models import Case
from moothall.work.measures.figures import Period
from moothall.work.measures.queries import figures
from tests.kit import claims

EVERYBODY = {"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}
OFFICER = claims.an_officer("canterbury")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()


def found(service: str = claims.SERVICE, *, at: str = "canterbury", period: Period = NOVEMBER):
    with acting_for({at}):
        return figures(service, organisation=at, period=period)


def decided(application, *, days: int = 3) -> Case:
    with acting_for(EVERYBODY):
        case = Case.objects.get(reference=application.reference)
        decide(
            case.id,
            actor=OFFICER,
            revision=case.revision,
            today=claims.TODAY + timedelta(days=days),
            now=claims.NOW + timedelta(days=days),
        )
        return case


def test_a_claim_that_was_sent_and_decided():
    decided(claims.submitted())
    told = found()
    assert (told.interviews.started, told.interviews.sent, told.interviews.forgotten) == (1, 1, 0)
    assert told.interviews.completion == 100
    assert (told.cases.opened, told.cases.decided, told.cases.open_at_end) == (1, 1, 0)
    assert (told.cases.middle_days, told.cases.in_time) == (3, 100)
    assert told.channels == (("web", 1),)
    assert told.screens and all(one.reached == 1 and one.left == 0 for one in told.screens)


def test_a_decision_after_its_day_is_late():
    decided(claims.submitted(), days=6)
    with acting_for({"canterbury"}):
        due = Case.objects.get().due_on
    assert found().cases.late == int(claims.TODAY + timedelta(days=6) > due)
    assert found(period=Period(date(2026, 11, 1), date(2026, 11, 25))).cases.open_at_end == 1


def test_touch_time_is_measured_and_what_was_entered_stands_apart():
    application = claims.submitted()
    with acting_for(EVERYBODY):
        case = Case.objects.get(reference=application.reference)
        for minute in (-7, -4, -2):
            _acted("case.viewed", case, minute, details={"page": "case"})
        _acted("contact.made", case, -600, minutes=12, channel="phone")
    decided(application, days=0)
    spent = found().time
    # Seen at -7, -4 and -2 minutes and decided at 0 is 7 minutes; the call ten hours before is cut at 5.
    assert spent.middle == timedelta(minutes=12)
    assert spent.entered == (("phone", 12),)


def _acted(verb: str, case: Case, minute: int, *, channel: str = "desk", **more) -> None:
    write(
        Happened(
            verb=verb,
            organisation=case.organisation_id,
            service=case.service,
            channel=channel,
            case=case.id,
            actor=OFFICER,
            at=claims.NOW + timedelta(minutes=minute),
            **more,
        )
    )


def test_where_somebody_stopped_is_known_when_the_interview_is_forgotten():
    with acting_for(EVERYBODY):
        draft = claims.begun()
        people = claims.JOAN["who-lives-here"]
        answer_roster(draft.id, screen="who-lives-here", people=people, today=claims.TODAY)
    assert found().interviews.forgotten == 0, "it is still under way"
    over = claims.NOW + timedelta(days=29)
    run_due(over)
    told = found(period=Period(date(2026, 11, 1), date(2026, 12, 31)))
    assert (told.interviews.forgotten, told.interviews.completion) == (1, 0)
    assert [one.key for one in told.screens if one.left] == [told.screens[-1].key]
    assert (told.screens[0].key, told.screens[0].left) == ("who-lives-here", 0)


def test_a_reuse_is_what_the_service_asks_itself_and_nobody_was_asked():
    claims.submitted()
    hers, countys = found().facts, found("older_persons_bus_pass", at="kent").facts
    assert hers.reused == 0 and hers.asked > 20
    # The county's own questions ask for her name and address; she said them to the council.
    assert countys.asked == 0 and countys.reused >= 4


def test_what_was_carried_over_from_an_estimate_counts_as_used_again():
    with acting_for(EVERYBODY):
        first = claims.answered(claims.begun())
        second = carry_over(first, service=claims.SERVICE, today=claims.TODAY, now=claims.NOW)
        claims.answered(second)
        claims.send(second.id, key="carried")
    told = found().facts
    assert told.reused > told.asked > 0


def test_a_review_that_changed_nothing():
    application = claims.submitted()
    case = decided(application, days=1)
    later = claims.NOW + timedelta(days=2)
    with acting_for(EVERYBODY):
        asked = claims.the_resident(application)
        ask_for_review(
            case.id, actor=asked, why="My savings fell.", channel="web", today=later.date(), now=later
        )
        case.refresh_from_db()
        decide(case.id, actor=OFFICER, revision=case.revision, today=later.date(), now=later)
    told = found()
    assert (told.reviews.asked, told.reviews.answered, told.reviews.changed) == (1, 1, 0)
    assert told.cases.decided == 1, "a case is decided once, however often it is looked at again"


def test_no_payload_is_read():
    decided(claims.submitted())
    with CaptureQueriesContext(connection) as asked:
        assert found().cases.decided == 1
    assert not any(Payload._meta.db_table in one["sql"] for one in asked)


def test_of_a_period_in_which_nothing_happened_nothing_is_nought_per_cent():
    claims.submitted()
    told = found(period=Period(date(2025, 1, 1), date(2025, 1, 31)))
    assert told.empty
    assert told.interviews.completion is told.cases.in_time is None
    assert told.cases.middle_days is told.time.middle is None


def test_another_body_counts_nothing_of_it():
    decided(claims.submitted())
    assert found(at="thanet").empty
    with acting_for({"thanet"}):
        assert figures(claims.SERVICE, organisation="canterbury", period=NOVEMBER).empty
    with pytest.raises(OutsideTheWall):
        figures(claims.SERVICE, organisation="canterbury", period=NOVEMBER)
