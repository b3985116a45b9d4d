"""Answers that do not fit together are asked again kindly, with what was understood; nothing is lost."""

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.doors.frontdoor.tests.test_everything import APPLY as EVERYTHING
from moothall.doors.frontdoor.tests.test_everything import MORE

APPLY = f"/apply/{SERVICE}"


def date_of(whom: str, *born: str) -> dict:
    parts = ("day", "month", "year")
    return {f"date_of_birth--{whom}-{part}": typed for part, typed in zip(parts, born, strict=True)}


def with_a_child(joan: Resident, *born: str) -> Resident:
    """Joan says that somebody else lives with her, and that this is a child."""
    joan.begins().sends(joan.path, **(joan.filled() | {"do": "add"}))
    return says_of_the_child(joan, *born)


def says_of_the_child(joan: Resident, *born: str, **more: str) -> Resident:
    child = date_of("person2", *born) | {"role--person2": "child", "do": "continue"} | more
    return joan.sends(f"{APPLY}/who-lives-here", **(joan.filled() | child))


def test_a_child_older_than_she_is_is_asked_about_again(joan):
    with_a_child(joan, "3", "4", "1949")
    assert joan.path == f"{APPLY}/who-lives-here" and joan.status == 200
    ((anchor, said),) = joan.problems
    assert anchor == "date_of_birth--person2-day"
    assert "We understood that this child was born on 3 April 1949, and is as old as you are or older" in said
    assert joan.typed("date_of_birth--person2-year") == "1949"
    assert not joan.chosen("confirmed") and 'name="confirmed"' not in joan.page


def test_no_other_page_shows_a_result_until_an_answer_is_changed(joan):
    with_a_child(joan, "3", "4", "1949")
    for page in ("estimate", "check", "submit"):
        assert joan.opens(f"{APPLY}/{page}").path.startswith(f"{APPLY}/who-lives-here") or joan.status == 405
    says_of_the_child(joan.opens(f"{APPLY}/who-lives-here"), "3", "4", "2015")
    assert joan.path == f"{APPLY}/working-age-benefits"


def test_a_child_hardly_younger_may_be_right(joan):
    joan.says["date_of_birth"] = ("3", "5", "2000")
    with_a_child(joan, "3", "4", "2010")
    assert "born on 3 April 2010" in joan.problems[0][1] and "years after you" in joan.problems[0][1]
    assert "Yes, this is right." in joan.words
    says_of_the_child(joan, "3", "4", "2010", confirmed="hardly_older_than_a_child/person2")
    assert joan.path == f"{APPLY}/not-counted"
    # She comes back to it and changes nothing: it is not asked about again. With another date it is.
    says_of_the_child(joan.opens(f"{APPLY}/who-lives-here"), "3", "4", "2010")
    assert joan.path == f"{APPLY}/not-counted"
    says_of_the_child(joan.opens(f"{APPLY}/who-lives-here"), "3", "4", "2009")
    assert joan.path == f"{APPLY}/who-lives-here" and joan.problems


@pytest.fixture
def worker(joan) -> Resident:
    """Joan below pension age, who works; she is asked for everything that she could get."""
    joan.says |= MORE | {
        "date_of_birth": ("3", "5", "1990"), "state_pension": "0", "work_capability": "no_decision",
        "outside_the_cap": "none", "works_for_pay": "yes", "earnings": "0", "pension_contributions": "0",
        "self_employed_profit": "0", "tax_on_earnings": "0", "hours_worked": "20",
    }  # fmt: skip
    return joan.lives_at("CT1 1AA").sends(f"{EVERYTHING}/start")


def test_work_without_earnings_may_be_right_and_leads_to_the_other_answer(worker):
    worker.answers_until("/earnings").answers()
    assert worker.path == f"{EVERYTHING}/earnings"
    assert "with earnings of £0 a week. Is that right" in worker.problems[0][1]
    assert f'href="{EVERYTHING}/work"' in worker.page and "Works for pay: Yes" in worker.words
    assert worker.typed("earnings--claimant") == "0"
    assert worker.opens(f"{EVERYTHING}/estimate").path == f"{EVERYTHING}/earnings"
    worker.answers(confirmed="work_without_earnings/claimant")
    assert worker.path != f"{EVERYTHING}/earnings"


def test_the_other_answer_can_be_changed_and_nothing_is_lost(worker):
    worker.answers_until("/earnings").answers()
    worker.opens(f"{EVERYTHING}/work")
    assert worker.problems and "with earnings of £0" in worker.problems[0][1]
    worker.says["works_for_pay"] = "no"
    worker.answers()
    assert worker.path not in (f"{EVERYTHING}/earnings", f"{EVERYTHING}/work")
    # She says that she works after all: what she typed about it is still there, and is asked about once more.
    worker.says["works_for_pay"] = "yes"
    worker.opens(f"{EVERYTHING}/work").answers()
    assert worker.path == f"{EVERYTHING}/earnings" and worker.typed("earnings--claimant") == "0"


def test_more_paid_into_a_pension_than_is_earned_cannot_be_right(worker):
    worker.says |= {"earnings": "100", "pension_contributions": "120"}
    worker.answers_until("/earnings").answers()
    ((anchor, said),) = worker.problems
    assert anchor == "pension_contributions--claimant"
    assert "earnings of £100 a week, and £120 a week of it" in said
    worker.answers(confirmed="pays_in_more_than_is_earned/claimant")
    assert worker.path == f"{EVERYTHING}/earnings"


def test_it_is_said_in_welsh(joan):
    joan.begins().opens("/language/cy")
    with_a_child(joan, "3", "4", "1949")
    assert "Deallwyd bod y plentyn hwn wedi'i eni ar 3 Ebrill 1949" in joan.problems[0][1]
