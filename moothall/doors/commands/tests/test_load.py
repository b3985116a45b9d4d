"""`moothall load`: what an operator reads when it went well, and when it did not."""

import pytest

from moothall.doors.commands import load
from moothall.doors.commands.main import main
from moothall.ground.places.actions import Progress
from moothall.ground.places.models import PlaceEdition, SplitAddress
from moothall.ground.places.tests.releases import row, zipped

pytestmark = pytest.mark.django_db

CANTERBURY, KENT = "E07000106", "E10000016"


@pytest.fixture(autouse=True)
def as_the_application(monkeypatch):
    """The command would open the owner's database; the tests' own is open already."""
    monkeypatch.delenv("MOOTHALL_DATABASE_OWNER", raising=False)


def a_zip(folder, *rows):
    return str(zipped(folder / "codepo_gb.zip", {"ct.csv": "\n".join(rows)}))


def test_it_says_what_it_loaded_and_what_has_no_council(tmp_path, capsys):
    path = a_zip(tmp_path, row("CT1 1AA", CANTERBURY, county=KENT), row("CT1 1AB", "", quality=90))
    assert main(["load", "places", path]) == 0
    said = capsys.readouterr().out
    assert "Code-Point Open, 2025-10-20: 2 postcodes" in said
    assert "1 have no council in the register, 1 of all have no position (quality 90)" in said
    assert "bytes a postcode" in said
    assert main(["load", "places", path]) == 0
    assert "it was loaded already, and nothing was changed" in capsys.readouterr().out


def test_an_old_code_is_said_with_whose_it_was(tmp_path, capsys):
    assert main(["load", "places", a_zip(tmp_path, row("S70 1AA", "E08000016"))]) == 0
    assert "E08000016 is an old code: Barnsley" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("district", "said"),
    [("E07999999", "ct.csv, line 1: CT1 1AA: found E07999999"), (CANTERBURY, "expected kent")],
)
def test_what_stops_it_is_said_in_full(tmp_path, capsys, district, said):
    assert main(["load", "places", a_zip(tmp_path, row("CT1 1AA", district))]) == 1
    told = capsys.readouterr().err
    assert said in told and "Nothing was changed." in told
    assert not PlaceEdition.objects.exists()


def test_a_path_with_nothing_at_it(tmp_path, capsys):
    assert main(["load", "places", str(tmp_path / "nowhere")]) == 1
    assert "Found no zip and no folder" in capsys.readouterr().err
    assert main(["load", "addresses", str(tmp_path / "nowhere"), "--source", "x"]) == 1


def test_addresses_of_split_postcodes(tmp_path, capsys):
    (tmp_path / "split.csv").write_text(
        f"uprn,postcode,address,district\n990000000001,CT4 5NA,1 Invented Lane,{CANTERBURY}\n"
    )
    told = ["load", "addresses", str(tmp_path / "split.csv"), "--source", "An invented gazetteer"]
    assert main(told) == 0 and "1 addresses of An invented gazetteer" in capsys.readouterr().out
    assert SplitAddress.objects.get().source == "An invented gazetteer"


def test_the_bar_says_rows_rate_and_time_left(capsys, monkeypatch):
    now = iter([0.0, 2.0, 4.0])
    monkeypatch.setattr(load.time, "monotonic", lambda: next(now))
    bar = load.Bar(live=True)
    bar.show(Progress(rows=1000, done=1, of=2, file="a.csv"))
    bar.show(Progress(rows=3000, done=2, of=2, file="b.csv"))
    first, second = capsys.readouterr().out.split("\r")[1:]
    assert "1,000 rows" in first and "500 a second" in first and "2 s left" in first
    assert "############" in first and "3,000 rows" in second and "0 s left" in second


def test_in_a_log_it_says_a_line_now_and_then(capsys, monkeypatch):
    now = iter([0.0, 1.0, 6.0, 7.0])
    monkeypatch.setattr(load.time, "monotonic", lambda: next(now))
    bar = load.Bar(live=False)
    for done in (1, 2, 3):
        bar.show(Progress(rows=done, done=done, of=4, file="a.csv"))
    assert len(capsys.readouterr().out.splitlines()) == 1
