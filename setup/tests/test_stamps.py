"""A step is done again exactly when what it depends on has changed."""

from setup.stamps import Stamp, digest


def test_a_stamp_holds_until_an_input_changes(tmp_path):
    lock = tmp_path / "lock"
    lock.write_text("django==5.2.19")
    stamp = Stamp(tmp_path / "stamps" / "packages", digest([lock]))
    assert not stamp.holds
    stamp.write()
    assert stamp.holds
    lock.write_text("django==5.2.20")
    assert not Stamp(stamp.path, digest([lock])).holds


def test_another_python_is_another_digest(tmp_path):
    lock = tmp_path / "lock"
    lock.write_text("same")
    assert digest([lock], also="3.11") != digest([lock], also="3.12")


def test_a_step_that_is_begun_again_is_not_done(tmp_path):
    stamp = Stamp(tmp_path / "stamp", "x")
    stamp.write()
    stamp.clear()
    assert not stamp.holds
