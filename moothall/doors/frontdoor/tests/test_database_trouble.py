"""The database is read-only, full or gone just when Joan sends: she is told so, and nothing is lost."""

import pytest
from django.db import connection
from django.db.utils import OperationalError

from moothall.doors.frontdoor.tests.resident import SERVICE
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Application

APPLY = f"/apply/{SERVICE}"
TROUBLES = [
    ("attempt to write a readonly database", "cannot save anything"),
    ("database or disk is full", "no room"),
    ("unable to open database file", "cannot reach our records"),
    ("database is locked", "Too many people"),
]


def failing(message: str):
    """Every statement fails with this message, as a database in trouble answers."""

    def fail(execute, sql, params, many, context):
        raise OperationalError(message)

    return connection.execute_wrapper(fail)


@pytest.mark.parametrize(("message", "words"), TROUBLES)
def test_sending_says_what_is_wrong_and_issues_no_reference(joan, message, words):
    joan.client.raise_request_exception = False
    joan.reaches_the_estimate().applies()
    key = joan.hidden("key")
    with failing(message):
        joan.submits()
    assert joan.status == 503 and words in joan.heading
    assert "Nothing was sent" in joan.words and "CAN-" not in joan.words
    # Her form is still there: one press sends it again, with the same key.
    assert joan.hidden("key") == key and joan.hidden("declared") == "yes"
    joan.sends(f"{APPLY}/submit", key=joan.hidden("key"), declared="yes")
    assert joan.heading == "Application sent"
    with acting_for({"canterbury"}):
        assert Application.objects.count() == 1


@pytest.mark.parametrize(("message", "words"), TROUBLES)
def test_an_answer_typed_meanwhile_is_kept_on_the_page(joan, message, words):
    joan.client.raise_request_exception = False
    joan.begins().answers_until("/savings")
    joan.says["savings"] = "£4,321"
    with failing(message):
        joan.answers()
    assert joan.status == 503 and joan.hidden("savings") == "£4,321"
    joan.sends(joan.path, savings=joan.hidden("savings"))
    assert joan.path.startswith(APPLY) and joan.status == 200


def test_a_session_that_cannot_be_saved_is_the_databases_trouble_and_not_hers(joan):
    joan.client.raise_request_exception = False
    joan.reaches_the_estimate().applies().submits()

    def fail(execute, sql, params, many, context):
        if "django_session" in sql and not sql.startswith("SELECT"):
            raise OperationalError("attempt to write a readonly database")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail):
        joan.opens("/your-area")
    assert joan.status == 503 and "cannot save anything" in joan.heading
    assert joan.opens("/your-area").status == 200


def test_the_first_page_does_not_need_the_database(joan):
    with failing("unable to open database file"):
        assert joan.opens("/").status == 200
