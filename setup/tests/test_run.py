"""`make fresh` takes away the demonstration's data and nothing else."""

import fcntl

import pytest

from setup import run
from setup.commands import SetupFailed


@pytest.fixture
def build(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "BUILD", tmp_path)
    monkeypatch.setattr(run, "data", lambda: tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "stamps").mkdir()
    (tmp_path / "keys").mkdir()
    (tmp_path / "moothall.sqlite3").touch()
    return tmp_path


def test_data_goes_and_what_was_installed_stays(build):
    assert run.begin_again() == 0
    assert sorted(path.name for path in build.iterdir()) == [".in-use", "assets", "stamps"]


def test_nothing_goes_while_the_demonstration_runs(build):
    with (build / ".in-use").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        with pytest.raises(SetupFailed, match="running"):
            run.begin_again()
    assert (build / "moothall.sqlite3").exists()


def test_another_folder_is_never_emptied(build, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "data", lambda: tmp_path / "elsewhere")
    with pytest.raises(SetupFailed, match="never another folder"):
        run.begin_again()
    assert (build / "moothall.sqlite3").exists()


def test_a_port_in_use_is_told_before_anything_else_is_done():
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SetupFailed, match="Choose another"):
            run._refuse_taken(taken.getsockname()[1])
