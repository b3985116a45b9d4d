"""What `moothall services check` finds is not published, and `moothall prepare` says what stops it."""

import shutil

import pytest
from django.conf import settings

from moothall.doors.commands import prepare, publish
from moothall.ground.catalogue.queries import newest
from moothall.ground.organisations.actions import load_organisations

KEY, BODY = "assisted_bin_collection", "canterbury"
NAMED = [KEY, "--for", BODY, "--by", "Ama Boateng", "--why", "New from today"]


@pytest.fixture
def services(db, tmp_path, monkeypatch):
    """A copy of one small service and of what every service is read with."""
    load_organisations(settings.SERVICES / "organisations")
    for folder in (KEY, "vocabulary", "calendar", "contradictions"):
        shutil.copytree(settings.SERVICES / folder, tmp_path / folder)
    shutil.copy(settings.SERVICES / "authorities.yaml", tmp_path)
    monkeypatch.setattr(settings, "SERVICES", tmp_path)
    return tmp_path


def test_a_service_in_which_nothing_is_wrong_is_published(services, capsys):
    assert publish.main(NAMED) == 0
    assert f"Published {KEY} of {BODY}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "was", "becomes", "said"),
    [
        ("letters/en/award.txt", "{reasons}", "{raesons}", "nothing fills {raesons}. Instead: "),
        ("examples/who_can_put_them_out.yaml", 'fetched: "yes"', 'fetched: "no"', "is yes, expected no"),
    ],
)
def test_what_the_check_finds_is_not_published(services, capsys, file, was, becomes, said):
    path = services / KEY / file
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), "utf-8")
    assert publish.main(NAMED) == 1
    told = capsys.readouterr().err
    assert said in told and "Nothing was published." in told
    assert newest(KEY, organisation=BODY) is None


def test_prepare_says_which_bodies_contradict_each_other(db, tmp_path, monkeypatch, capsys):
    (tmp_path / "organisations").mkdir()
    body = "  {}: {{prefix: CAN, name: {{en: A Council}}, kind: district}}\n"
    (tmp_path / "organisations" / "kent.yaml").write_text(
        "nation: england\norganisations:\n" + body.format("one") + body.format("other"), "utf-8"
    )
    monkeypatch.delenv("MOOTHALL_DATABASE_OWNER", raising=False)
    monkeypatch.setattr(prepare, "_steps", lambda **_: prepare._fill(tmp_path))
    assert prepare.main([]) == 1
    told = capsys.readouterr().err
    assert "other and one both have the prefix 'CAN'." in told and "was not prepared" in told
