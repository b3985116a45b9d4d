"""A machine without Pango can still be tested: it is told what to install, and nothing else stops."""

from setup import pango


def test_a_machine_that_lacks_it_is_told_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(pango.ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(pango.os, "geteuid", lambda: 1000)
    assert pango.ensure_pango() is False
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in capsys.readouterr().out


def test_where_it_is_nothing_is_said(monkeypatch, capsys):
    monkeypatch.setattr(pango.ctypes.util, "find_library", lambda name: f"lib{name}.so.0")
    assert pango.ensure_pango() is True
    assert capsys.readouterr().out == ""
