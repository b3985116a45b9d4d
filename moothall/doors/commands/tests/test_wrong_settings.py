"""An operator's slip: what was found, what was expected and which setting; never a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import IntegrityError, OperationalError

from moothall.doors.commands import serve, verify
from moothall.doors.commands.main import main
from moothall.environment import BadSetting, database, day, secret
from tests.kit.places import ROOT

PAGE = ROOT / "docs" / "how-to" / "settings.md"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://moothall:s3cret@host/name",
        "moothall.sqlite3",
        "sqlite:",
        "postgresql://moothall:s3cret@host:port/name",
        "sqlite:////dev/null/moothall.sqlite3",
    ],
)
def test_a_database_that_cannot_be_one_is_named_without_its_password(monkeypatch, url):
    monkeypatch.setenv("MOOTHALL_DATABASE", url)
    with pytest.raises(BadSetting, match=r"^MOOTHALL_DATABASE is '.*Expected: ") as refused:
        database("MOOTHALL_DATABASE", default="")
    assert "s3cret" not in str(refused.value)


def test_a_day_that_there_is_not(monkeypatch):
    monkeypatch.setenv("MOOTHALL_TODAY", "2026-02-30")
    with pytest.raises(BadSetting, match=r"MOOTHALL_TODAY is '2026-02-30'. Expected: a date"):
        day("MOOTHALL_TODAY")


def test_a_folder_of_keys_that_cannot_be_made(tmp_path):
    in_the_way = tmp_path / "keys"
    in_the_way.write_text("a file, not a folder")
    with pytest.raises(BadSetting, match="MOOTHALL_KEYS"):
        secret(in_the_way, "django")
    assert secret(Path(tmp_path / "others"), "django") == secret(Path(tmp_path / "others"), "django")


def test_a_command_says_which_setting_to_change(monkeypatch, capsys):
    def refuse(argv: list[str]) -> int:
        raise BadSetting(setting="MOOTHALL_TODAY", found="x", expected="a date like 2026-11-23")

    monkeypatch.setattr(verify, "main", refuse)
    assert main(["verify"]) == 2
    expected = "moothall verify: MOOTHALL_TODAY is 'x'. Expected: a date like 2026-11-23.\n"
    assert capsys.readouterr().err == expected


def test_a_database_that_is_away_is_no_fault_of_the_program(monkeypatch, capsys):
    def away(argv: list[str]) -> int:
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(verify, "main", away)
    assert main(["verify"]) == 2
    assert "MOOTHALL_DATABASE" in capsys.readouterr().err


def test_a_statement_that_it_refuses_is_one(monkeypatch):
    def broken(argv: list[str]) -> int:
        raise IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr(verify, "main", broken)
    with pytest.raises(IntegrityError):
        main(["verify"])


def test_every_setting_is_on_the_page_about_settings():
    code = [path for path in (ROOT / "moothall").rglob("*.py") if "tests" not in path.parts]
    read = {name for path in code for name in re.findall(r'"(MOOTHALL_[A-Z_]+)"', path.read_text())}
    told = set(re.findall(r"^\| `(MOOTHALL_[A-Z_]+)`", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert read == told


@pytest.mark.parametrize("port", ["0", "65536", "99999", "-1", "http"])
def test_a_port_that_there_is_not_opens_no_other(capsys, port):
    with pytest.raises(SystemExit):
        serve.main(["--port", port])
    assert "expected a port from 1 to 65535" in capsys.readouterr().err
