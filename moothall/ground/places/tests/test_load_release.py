"""A release is loaded whole or not at all, and what it says that nobody understands stops it."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.places.actions import MuchSmaller, load_release
from moothall.ground.places.actions.load_release import CutRelease
from moothall.ground.places.codepoint import BadRelease, NoDay, open_release
from moothall.ground.places.collecting import CountyDiffers, UnknownCode
from moothall.ground.places.models import PlaceEdition, PostcodeBlock
from moothall.ground.places.queries import look_up
from moothall.ground.places.tests.releases import load, row, zipped

NOW = timezone.now()
KENT, CANTERBURY, DOVER = "E10000016", "E07000106", "E07000108"
CT = [row("CT1 1AA", CANTERBURY, county=KENT), row("CT3 1JG", DOVER, county=KENT)]


@pytest.fixture(autouse=True)
def bodies(db):
    load_organisations(settings.SERVICES / "organisations")


def loaded(path: Path, **how):
    return load_release(open_release(path), now=NOW, **how)


def a_zip(folder: Path, *rows: str, **files: str) -> Path:
    return zipped(folder / "codepo_gb.zip", {"ct.csv": "\r\n".join(rows), **files})


def test_the_zip_and_the_folder_say_the_same(tmp_path):
    first = loaded(a_zip(tmp_path, *CT))
    folder = tmp_path / "codepoint_open_2025-10-20"
    folder.mkdir()
    told = f"postcode,pq,easting,northing,country,county,district,ward\nCT3 1JG,10,0,0,E,{KENT},{DOVER},W\n"
    (folder / "a.csv.gz").write_bytes(gzip.compress(told.encode()))
    (folder / "b.csv").write_text(f"PC\n{CT[0]}"[3:])
    again = loaded(folder)
    assert first.is_new and not again.is_new and again.edition == first.edition
    assert first.edition.dated == date(2025, 10, 20) and first.edition.counts["postcodes"] == 2


def test_what_has_no_district_or_no_position_is_counted(tmp_path):
    rows = [*CT, row("CT9 9ZZ", "", quality=90), row("CT9 9ZY", "", quality=20, at=(9, 9))]
    counts = loaded(a_zip(tmp_path, *rows)).edition.counts
    assert (counts["without_district"], counts["without_position"]) == (2, 1)


def test_an_unknown_code_stops_it_with_file_line_and_reason(tmp_path):
    load(tmp_path / "old", {"CT1 1AA": CANTERBURY}, "2020-01-01")
    with pytest.raises(UnknownCode, match=r"ct\.csv, line 3: CT9 9ZZ: found E07999999, which is nobody's"):
        loaded(a_zip(tmp_path, *CT, row("CT9 9ZZ", "E07999999")))
    assert PlaceEdition.objects.count() == 1


def test_a_code_that_succession_explains_is_told_and_loaded(tmp_path):
    found = loaded(a_zip(tmp_path, row("HG1 1AA", "E07000165", county="E10000023")))
    assert found.former == {
        "E07000165": "Harrogate Borough Council, which was not there on 2025-10-20",
        "E10000023": "North Yorkshire County Council, which was not there on 2025-10-20",
    }
    serving = look_up("HG11AA", on=date(2026, 1, 1)).serving
    assert serving[0].organisation.key == "north_yorkshire"


def test_a_code_that_an_alias_explains_is_told_and_loaded(tmp_path):
    found = loaded(a_zip(tmp_path, row("S70 1AA", "E08000016")))
    assert found.former == {
        "E08000016": "Barnsley Metropolitan Borough Council, under another code on 2025-10-20"
    }


@pytest.mark.parametrize(
    ("rows", "error", "said"),
    [
        ([row("CT1 1AA", CANTERBURY)], CountyDiffers, "line 1: .*Canterbury City Council in no county"),
        ([row("CT1 1AA", CANTERBURY, county="E10000014")], CountyDiffers, "in hampshire .*, expected kent"),
        ([row("CT1 1AA", CANTERBURY, county="E10999999")], UnknownCode, "E10999999"),
        ([*CT, CT[0].replace("CT1 1AA", "CT1")], BadRelease, "line 3: found 'CT1', expected a postcode"),
        ([*CT, CT[0].replace(",0,0,", ",x,0,")], BadRelease, "line 3: found 'x' and '0'"),
        ([*CT, '"CT1 1AB",10'], BadRelease, "line 3: found another number of columns"),
        ([*CT, CT[0]], BadRelease, "CT1 1AA is there twice"),
        (["CT1 1AA"], BadRelease, "line 1: found 1 columns"),
        ([""], BadRelease, "ct.csv is empty"),
    ],
)
def test_a_wrong_row_stops_it_and_changes_nothing(tmp_path, rows, error, said):
    with pytest.raises(error, match=said):
        loaded(a_zip(tmp_path, *rows))
    assert not PlaceEdition.objects.exists() and not PostcodeBlock.objects.exists()


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "x_2025-10.csv").write_bytes(b"postcode,pq\n\xff\xfe")
    with pytest.raises(BadRelease, match="no UTF-8"):
        load_release(open_release(tmp_path, dated=date(2025, 10, 1)), now=NOW)


def test_a_zip_that_was_cut_off_is_no_release(tmp_path):
    whole = a_zip(tmp_path, *CT).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadRelease, match="no zip and no folder"):
        open_release(tmp_path / "cut.zip")


def test_a_gzip_that_was_cut_off_is_named(tmp_path):
    whole = gzip.compress("\n".join(CT).encode())
    (tmp_path / "ct.csv.gz").write_bytes(whole[:-9])
    with pytest.raises(BadRelease, match=r"ct\.csv\.gz cannot be read"):
        load_release(open_release(tmp_path, dated=date(2025, 10, 1)), now=NOW)


def test_a_release_that_does_not_say_its_day_must_be_told_it(tmp_path):
    path = zipped(tmp_path / "codepo_gb.zip", {"ct.csv": CT[0]}, dated=None)
    with pytest.raises(NoDay, match="--dated"):
        open_release(path)
    assert open_release(path, dated=date(2024, 1, 1)).dated == date(2024, 1, 1)


def test_an_area_with_fewer_postcodes_than_the_release_says_is_refused(tmp_path):
    (tmp_path / "metadata.txt").write_text("COPYRIGHT DATE: 20251020\n      CT\t3\n")
    (tmp_path / "ct.csv").write_text("\n".join(CT))
    with pytest.raises(CutRelease, match="2 postcodes of CT; the release says 3"):
        loaded(tmp_path)


def test_a_part_of_a_release_does_not_take_the_place_of_all(tmp_path):
    loaded(a_zip(tmp_path, *CT))
    part = zipped(tmp_path / "part.zip", {"ct.csv": CT[0]}, dated="20260101")
    with pytest.raises(MuchSmaller, match="--even-if-smaller"):
        loaded(part)
    assert loaded(part, even_if_smaller=True).is_new


def test_a_corrected_release_of_the_same_day_takes_the_place_of_the_old(tmp_path):
    loaded(a_zip(tmp_path, *CT))
    loaded(a_zip(tmp_path, CT[0], CT[1].replace(DOVER, CANTERBURY)))
    assert PlaceEdition.objects.filter(whole=True).count() == 1
    assert look_up("CT31JG", on=date(2026, 1, 1)).serving[0].organisation.key == "canterbury"


def test_what_breaks_between_two_rows_leaves_the_old_edition(tmp_path, monkeypatch):
    loaded(a_zip(tmp_path, *CT))
    before, write = _all(), PostcodeBlock.objects.bulk_create
    # The first row is written, and then it breaks.
    monkeypatch.setattr(PostcodeBlock.objects, "bulk_create", lambda rows, **_: (write([next(rows)]), 1 / 0))
    with pytest.raises(ZeroDivisionError):
        loaded(a_zip(tmp_path, CT[0], CT[1].replace(DOVER, CANTERBURY)))
    assert _all() == before


def _all() -> list[tuple]:
    return list(PostcodeBlock.objects.values_list("edition__content_hash", "outward", "answers"))
