"""Rosa tells of a missed bin without signing in and hears at once; the job opens, is joined and is closed."""

import pytest

from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.kit.clock import now, today
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record.models import Entry
from moothall.ground.subjects.models import Fact
from moothall.work.applications import ports
from moothall.work.applications.ports import NoAnswer
from moothall.work.cases.actions import finish_task
from moothall.work.cases.models import Case, Task
from moothall.work.notices.models import Notice
from tests.kit import claims

KEY = "missed_bin"
APPLY = f"/apply/{KEY}"
MONDAY = "2026-11-23"


@pytest.fixture(autouse=True)
def monday(settings):
    settings.TODAY = MONDAY


def rosa(address: str = "1 Invented Row", **says) -> Resident:
    said = {"bin_address": address, "bin_stream": "refuse", "report_email": "", **day("23")}
    return Resident(says=said | says)


def day(number: str) -> dict[str, str]:
    return {"missed_on-day": number, "missed_on-month": "11", "missed_on-year": "2026"}


def reports(one: Resident) -> Resident:
    """From her postcode to the page that says what happens."""
    return one.lives_at("CT1 1AA").sends(f"{APPLY}/start").answers_until("/estimate")


def sends(one: Resident) -> Resident:
    one.opens(f"{APPLY}/tell-you").answers_until("/check")
    shown = {name: one.hidden(name) for name in ("key", "revision")}
    return one.sends(f"{APPLY}/submit", declared="yes", **shown)


def the_cases() -> list[Case]:
    return list(Case.objects.filter(service=KEY).order_by("opened_at"))


def test_three_questions_and_the_log_answers_the_rest():
    one = rosa().lives_at("CT1 1AA").sends(f"{APPLY}/start")
    asked = []
    while not one.path.endswith("/estimate"):
        assert one.status == 200 and len(asked) < 6, (one.path, one.problems)
        asked.append(one.path.rsplit("/", 1)[1])
        one.answers()
    assert asked == ["which-address", "which-bin", "which-day"]
    assert "No crew is sent" in one.words
    assert "Put it out by 7 in the morning on 30 November 2026." in one.words
    assert "09:12" in one.words and "Not out when the crew came" in one.words
    assert "pretended" in one.words


def test_what_was_decided_at_once_is_a_case_with_its_letter_and_no_work():
    one = sends(reports(rosa(report_email="rosa@example.org")))
    assert one.path.endswith("/done") and "No crew is sent" in one.words
    with acting_for({"canterbury"}):
        (case,) = the_cases()
        assert (case.status, case.known_as, case.send_to) == ("closed", "1 Invented Row", "rosa@example.org")
        assert not case.tasks.exists()
        (decision,) = case.decisions.all()
        assert (decision.outcome, decision.decided_by) == ("no_award", "rules")
        (letter,) = Notice.objects.filter(about=case.id)
        assert "30 November 2026" in letter.text
        said = {fact.name: (fact.provenance, fact.said_by) for fact in Fact.objects.filter(case=case.id)}
    assert said["crew_entry"] == ("attested", "crew_log")
    assert said["crew_log_answered"] == ("observed", "crew_log")
    assert said["missed_on"] == ("stated", "resident")
    verbs = list(Entry.objects.filter(service=KEY).values_list("verb", flat=True))
    assert "fact.attested" in verbs and "case.decided" in verbs
    one.opens(f"/case/{case.reference}")
    assert "Ask" not in one.words or f"/case/{case.reference}/review" not in one.page


def test_a_crew_is_sent_with_a_day_and_she_is_told_when_it_has_been():
    one = sends(reports(rosa("5 Invented Row")))
    assert "A crew is sent" in one.words
    assert "25 November 2026" in one.words  # two working days after Monday
    with acting_for({"canterbury"}):
        (case,) = the_cases()
        (job,) = Task.objects.filter(case=case)
        assert (job.node, job.due_on.isoformat(), case.status) == ("collect", "2026-11-25", "decided")
    one.opens(f"/case/{case.reference}")
    assert "Collect the bin" in one.words and "25 November 2026" in one.words
    closes_the_job(job)
    one.opens(f"/case/{case.reference}")
    assert "The crew has been for your bin" in one.words and "Closed" in one.words


def closes_the_job(job: Task) -> None:
    with acting_for({"canterbury"}):
        finish_task(
            job.pk,
            actor=claims.an_officer("canterbury"),
            outcome="",
            note="Taken at 2.",
            today=today(),
            now=now(),
        )


def test_a_second_report_joins_the_first_and_both_are_told():
    first, second = sends(reports(rosa("5 Invented Row"))), sends(reports(rosa("5 Invented Row")))
    assert "Reported already" in second.words
    with acting_for({"canterbury"}):
        one, other = the_cases()
        assert other.joins_id == one.id
        (job,) = Task.objects.filter(case__service=KEY)
    second.opens(f"/case/{other.reference}")
    assert "Somebody reported this before you" in second.words and "25 November 2026" in second.words
    assert "Canterbury City Council: Collect the bin. By 25 November 2026." in second.opens("/mine").words
    closes_the_job(job)
    assert "Collect the bin" not in second.opens("/mine").words
    for resident, case in ((first, one), (second, other)):
        resident.opens(f"/case/{case.reference}")
        assert "The crew has been for your bin" in resident.words and "Closed" in resident.words
    third = sends(reports(rosa("5 Invented Row")))
    assert "A crew is sent" in third.words, "a bin that is still full after the job is reported anew"


def test_another_bin_another_day_or_another_address_is_another_matter():
    sends(reports(rosa("5 Invented Row")))
    sends(reports(rosa("5 Invented Row", bin_stream="recycling")))
    sends(reports(rosa("5 Invented Row", **day("20"))))
    sends(reports(rosa("2 Invented Row")))
    with acting_for({"canterbury"}):
        assert [case.joins_id for case in the_cases()] == [None] * 4


class Silent:
    pretend = False

    def ask(self, **asked):
        raise NoAnswer("down")

    def choices(self, fact, **asked):
        raise NoAnswer("down")


@pytest.fixture
def a_log_that_is_down():
    before = ports.check_named("crew_log")
    ports.register_check("crew_log", Silent())
    yield
    ports.register_check("crew_log", before)


def test_when_the_log_is_down_the_report_goes_on_without_it(a_log_that_is_down):
    one = reports(rosa("12 High Street"))
    assert "The crew log did not answer, so a crew is asked to look." in one.words
    assert "pretended" not in one.words
    assert "A crew is sent" in sends(one).words
    with acting_for({"canterbury"}):
        (case,) = the_cases()
        assert case.status == "decided"
        assert not Fact.objects.filter(case=case.id, provenance="attested").exists()


def test_another_day_is_asked_about_anew():
    one = reports(rosa("2 Invented Row"))
    assert "A crew is sent" in one.words
    one.opens(f"{APPLY}/which-day").answers(**day("22"))
    assert "22 November 2026 was not a collection day" in one.words


def test_an_address_that_is_not_on_the_list_is_refused():
    one = rosa("1 Somewhere Else").lives_at("CT1 1AA").sends(f"{APPLY}/start").answers()
    assert one.status == 422 and "Choose one of the list" in one.words


def test_a_stranger_sees_nothing_of_it():
    sends(reports(rosa("5 Invented Row")))
    with acting_for({"canterbury"}):
        (case,) = the_cases()
    stranger = rosa().opens(f"/case/{case.reference}")
    assert "5 Invented Row" not in stranger.page and "Collect the bin" not in stranger.page
