"""A file that goes away while it is open is trouble at once, and the same file put back is none."""

import sqlite3

import pytest
from django.db import OperationalError, transaction

from moothall.environment import database
from moothall.ground.sqlite import base
from moothall.ground.sqlite.base import DatabaseWrapper

DEFAULTS = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": False, "TIME_ZONE": None}


@pytest.fixture
def connection(tmp_path, monkeypatch, django_db_blocker):
    monkeypatch.setattr(DatabaseWrapper, "may_make", True)
    monkeypatch.setenv("MOOTHALL_DATABASE", f"sqlite:///{tmp_path}/here.sqlite3")
    made = DatabaseWrapper({**database("MOOTHALL_DATABASE", default=""), **DEFAULTS}, "apart")
    made.inc_thread_sharing()
    with django_db_blocker.unblock():
        with made.cursor() as cursor:
            cursor.execute("CREATE TABLE kept (words text)")
        yield made
        made.close()


def write(connection, words):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO kept VALUES (%s)", [words])


def words_in(path):
    with sqlite3.connect(path) as raw:
        return [row[0] for row in raw.execute("SELECT words FROM kept")]


def move(folder, there):
    there.mkdir(exist_ok=True)
    for file in folder.glob("here.sqlite3*"):
        file.rename(there / file.name)


def test_the_engine_of_the_embedded_default_is_this_one(connection):
    assert connection.settings_dict["ENGINE"] == "moothall.ground.sqlite" and connection.vendor == "sqlite"


def test_nothing_is_written_to_a_file_that_was_moved_away(connection, tmp_path):
    write(connection, "before")
    move(tmp_path, tmp_path / "away")
    with pytest.raises(OperationalError, match="unable to open"):
        write(connection, "lost")
    assert not connection.is_usable()
    assert words_in(tmp_path / "away" / "here.sqlite3") == ["before"]


def test_the_same_file_put_back_is_used_again(connection, tmp_path):
    move(tmp_path, tmp_path / "away")
    with pytest.raises(OperationalError):
        write(connection, "lost")
    move(tmp_path / "away", tmp_path)
    write(connection, "after")
    assert connection.is_usable() and words_in(tmp_path / "here.sqlite3") == ["after"]


def test_what_was_begun_before_is_not_committed_after(connection, tmp_path, monkeypatch):
    monkeypatch.setattr("django.db.transaction.get_connection", lambda using=None: connection)
    with pytest.raises(OperationalError, match="unable to open"), transaction.atomic():
        write(connection, "lost")
        move(tmp_path, tmp_path / "away")
    connection.close()
    assert words_in(tmp_path / "away" / "here.sqlite3") == []


def test_a_process_that_serves_makes_no_database(connection, tmp_path):
    connection.close()
    move(tmp_path, tmp_path / "away")
    base.serving()
    with pytest.raises(OperationalError, match="unable to open"):
        connection.ensure_connection()
    assert not list(tmp_path.glob("here.sqlite3*"))
